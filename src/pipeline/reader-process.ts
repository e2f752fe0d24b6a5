import { fork } from 'node:child_process';
import { littleRoom, readerEnvironment, readerFlags, scriptBeside } from '../lib/compiling.ts';
import type { Extraction } from '../model/plan.ts';
import type { ReadingAnswer, ReadingStep, ReadingTask } from './reading.ts';

export interface ReaderOptions {
  /** How long one paper may take, in milliseconds. */
  readonly timeout: number;
  /** How much memory the process may take for one paper, in megabytes: all of it, and no more than half in its heap. */
  readonly memory: number;
  /** The process's script; another one for tests. */
  readonly script?: URL;
}

/** A process that reads one paper after another. */
export interface Reader<Read = Extraction, Task = ReadingTask> {
  /**
   * Never rejects; where the process dies of it, the answer says why. One task at a time.
   * @param onStep told of each step that a task of several says it begins; each has the whole time
   */
  read(task: Task, onStep?: (step: string) => void): Promise<ReadingAnswer<Read>>;
  alive(): boolean;
  end(): void;
}

/** Milliseconds a process may take to be there at all, which on a busy machine is no paper's doing. */
const startTime = 60_000;

const ownScript = scriptBeside(import.meta, 'reader');

/** Bytes from which on a file is mostly a long one. */
const largeFile = 1_000_000;

/** @param size bytes of the file, where the process is there for one alone */
export function startReader<Read = Extraction, Task = ReadingTask>(
  { timeout, memory, script = ownScript }: ReaderOptions,
  size = 0,
): Reader<Read, Task> {
  const child = fork(script, [String(memory * 1_000_000)], {
    // A heap is cleared the harder the nearer it is to its limit: with all the memory it would be killed full of rubbish.
    execArgv: [
      ...readerFlags,
      ...(size < largeFile ? [] : littleRoom),
      `--max-old-space-size=${Math.floor(memory / 2)}`,
    ],
    env: readerEnvironment(),
    serialization: 'advanced',
    // Libraries print to stdout as they like; the data there is ours.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let alive = true;
  let lastWords = '';
  let settle: (answer: ReadingAnswer<Read>) => void = () => undefined;
  let step: (name: string | null) => void = () => undefined;
  const die = (answer: ReadingAnswer<never>) => {
    alive = false;
    child.kill('SIGKILL');
    settle(answer);
  };
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    lastWords = (lastWords + words).slice(-20_000);
  });
  child.on('message', (message: ReadingAnswer<Read> | ReadingStep) => {
    if ('step' in message) step(message.step);
    else settle(message);
  });
  child.on('error', (error) => {
    die(crash(error.message));
  });
  // Not at "exit": its last words may still be on their way.
  child.on('close', (code, signal) => {
    die(causeOfDeath(code, signal, lastWords, memory));
  });

  return {
    read: async (task, onStep) => {
      const { promise, resolve } = Promise.withResolvers<ReadingAnswer<Read>>();
      settle = resolve;
      const within = (time: number) => setTimeout(() => die(timedOut(time)), time);
      let timer = within(Math.max(timeout, startTime));
      step = (name) => {
        clearTimeout(timer);
        timer = within(timeout);
        if (name !== null) onStep?.(name);
      };
      if (alive) child.send(task as ReadingTask, (error) => error && die(crash(error.message)));
      else resolve(crash('it had ended before'));
      const answer = await promise;
      clearTimeout(timer);
      return answer;
    },
    alive: () => alive,
    end: () => {
      alive = false;
      child.kill('SIGKILL');
    },
  };
}

/** Reads one thing in a process that ends with it. */
export async function readAlone<Read = Extraction, Task extends Pick<ReadingTask, 'file'> = ReadingTask>(
  options: ReaderOptions,
  task: Task,
): Promise<ReadingAnswer<Read>> {
  const reader = startReader<Read, Task>(options, task.file.bytes.length);
  try {
    return await reader.read(task);
  } finally {
    reader.end();
  }
}

function timedOut(timeout: number): ReadingAnswer<never> {
  const seconds = timeout / 1000;
  return {
    ok: false,
    code: 'ingest/timeout',
    message: `Reading took longer than ${seconds} s. It is tried again in the next run; --timeout gives it longer.`,
  };
}

function causeOfDeath(
  code: number | null,
  signal: string | null,
  lastWords: string,
  memory: number,
): ReadingAnswer<never> {
  // V8 says so and aborts; our guard and the system's killer of large processes do not say anything.
  if (/out of memory|allocation failed/i.test(lastWords) || signal === 'SIGKILL') {
    return {
      ok: false,
      code: 'ingest/out-of-memory',
      message: `Reading did not fit into ${memory} MB of memory. It is tried again in the next run; --memory gives it more.`,
    };
  }
  return crash(`it ended with ${signal ?? `code ${code}`}`, lastWords);
}

function crash(reason: string, stack = ''): ReadingAnswer<never> {
  return { ok: false, code: 'ingest/crash', message: `The program that reads papers broke down: ${reason}.`, stack };
}
