import { Worker } from 'node:worker_threads';
import { saveCompiledCode, scriptBeside } from '../lib/compiling.ts';
import { errorOf } from '../lib/reason.ts';
import { ParseError } from '../model/errors.ts';
import type { ReadingAnswer, ReadingStep, ReadingTask } from './reading.ts';

/** `begin` names the step that comes next, for a task of several. */
type Read<Result, Task> = (task: Task, begin: (step: string) => void) => Promise<Result>;

/**
 * Makes this process a reader: it answers one task at a time from its parent until that is gone. Nothing that happens
 * to it, be it an endless loop, exhausted memory or a crash, touches the parent.
 * @param load imports what reads and gives what to do with a task; either may throw anything
 */
export function serve<Result, Task = ReadingTask>(load: () => Promise<Read<Result, Task>>): void {
  const loading = load();
  // Without a task there is nobody to tell; with one, the answer does.
  loading.catch(() => undefined);
  const guard = new Worker(scriptBeside(import.meta, 'guard'), {
    workerData: { parent: process.ppid, maxResident: Number(process.argv[2]) },
    // It holds next to nothing, and would be given the room of a reader.
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
  });
  guard.unref();
  process.on('message', (task: Task) => {
    answer(task, loading).then((reply) => {
      // Before the answer, for with it the parent may end this process.
      saveCompiledCode();
      process.send?.(reply);
    });
  });
}

/** Sent at once and not when the process next has a moment, for it may never have one. */
const begin = (step: string | null): void => void process.send?.({ step } satisfies ReadingStep);

async function answer<Result, Task>(task: Task, loading: Promise<Read<Result, Task>>): Promise<ReadingAnswer<Result>> {
  try {
    const read = await loading;
    begin(null);
    return { ok: true, extraction: await read(task, begin) };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, code: error.code, message: error.message };
    const { message, stack = message } = errorOf(error);
    if (error instanceof RangeError && /allocation failed|invalid (array|string) length/i.test(message)) {
      return { ok: false, code: 'ingest/out-of-memory', message: `Reading needs too much memory (${message}).` };
    }
    return {
      ok: false,
      code: 'ingest/reader-fault',
      message: `The reader made a mistake with this paper (${message}). Please report it to the makers.`,
      stack,
    };
  }
}
