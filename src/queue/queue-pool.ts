import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceFile } from '../model/document.ts';
import type { Pool } from '../pipeline/pool.ts';
import type { ReadingAnswer } from '../pipeline/reading.ts';
import { unpackAnswer } from './answers.ts';
import { gather } from './gather.ts';
import { ask, lostBytes, type Manner, mannerOf, type Queue, take } from './readings.ts';
import { countWorkers } from './workers.ts';

export interface QueuePoolOptions {
  /** How many papers are asked for at a time. */
  readonly window: number;
  /** Told when nobody reads what is asked for. */
  readonly onTrouble: (message: string) => void;
}

/** How many bytes of papers are asked for at a time; the last may go beyond. */
const windowBytes = 256_000_000;
/** Milliseconds between looks for answers. */
const lookInterval = 200;
/** Milliseconds after which what has no answer is asked for again, which does nothing where it is still asked for. */
const remindInterval = 30_000;
/** Bytes that were lost or damaged on their way are sent so often. */
const mostSendings = 3;

/** A paper that has been asked for. */
interface Waiting {
  readonly file: SourceFile;
  readonly manner: Manner;
  readonly answered: Promise<ReadingAnswer>;
  settle(answer: ReadingAnswer | Promise<ReadingAnswer>): void;
}

/**
 * Has papers read by whoever works at a queue. `read` rejects only with QueueTrouble, where the queue cannot be had any
 * longer: what was asked for is read all the same, and waits for whoever asks for it again.
 */
export function openQueuePool(queue: Queue, { window, onTrouble }: QueuePoolOptions): Pool {
  const waiting = new Map<string, Waiting>();
  const end = new AbortController();
  let bytes = 0;
  let room: PromiseWithResolvers<void> | null = null;
  let trouble: unknown = null;

  const giveUp = (error: unknown) => {
    if (end.signal.aborted) return;
    trouble ??= error;
    for (const one of waiting.values()) one.settle(Promise.reject(error));
  };
  const askFor = (batch: readonly Waiting[]) => {
    for (const { manner, papers } of byManner(batch)) {
      const files = papers.map(({ file }) => file);
      ask(queue, manner, files).catch(giveUp);
    }
  };
  const askInBatches = gather<Waiting>(({ file }) => file.bytes.length, askFor);

  const look = async () => {
    for (const { manner, papers } of byManner([...waiting.values()])) {
      const ids = papers.map(({ file }) => file.sha256);
      for (const { sha256, answer } of await take(queue, manner, ids)) {
        const one = waiting.get(keyOf(manner, sha256));
        one?.settle(unpackAnswer(answer, sha256, one.file.name));
      }
    }
  };
  const remind = async () => {
    for (const one of waiting.values()) askInBatches(one);
    if ((await countWorkers(queue)) > 0) return;
    onTrouble(`${waiting.size} papers wait, and no worker of this version is at the queue: start "boardtrail work"`);
  };
  /** Does something again and again until the end, while papers wait. */
  const repeat = async (interval: number, act: () => Promise<void>) => {
    while (trouble === null) {
      await sleep(interval, undefined, { signal: end.signal });
      if (waiting.size > 0) await act();
    }
  };
  const repeating = [repeat(lookInterval, look), repeat(remindInterval, remind)].map((one) => one.catch(giveUp));

  const readOnce = (file: SourceFile, manner: Manner): Promise<ReadingAnswer> => {
    if (trouble !== null) return Promise.reject(trouble);
    const key = keyOf(manner, file.sha256);
    const same = waiting.get(key);
    if (same !== undefined) return same.answered;
    const { promise, resolve } = Promise.withResolvers<ReadingAnswer>();
    const settle: Waiting['settle'] = (answer) => {
      if (!waiting.delete(key)) return;
      bytes -= file.bytes.length;
      room?.resolve();
      room = null;
      resolve(answer);
    };
    const one: Waiting = { file, manner, answered: promise, settle };
    waiting.set(key, one);
    bytes += file.bytes.length;
    askInBatches(one);
    return promise;
  };

  return {
    ready: async () => {
      while (waiting.size >= window || bytes >= windowBytes) {
        room ??= Promise.withResolvers<void>();
        await room.promise;
      }
    },
    read: async ({ file, options }) => {
      const manner = mannerOf(options);
      for (let sending = 1; ; sending++) {
        const answer = await readOnce(file, manner);
        if (answer.ok || answer.code !== lostBytes || sending === mostSendings) return answer;
      }
    },
    close: () => {
      if (end.signal.aborted) return;
      end.abort();
      void Promise.all(repeating).then(() => queue.database.close());
    },
  };
}

const keyOf = ({ name }: Manner, sha256: string): string => `${sha256} ${name}`;

/** Papers that are to be read alike, together. */
function byManner(papers: readonly Waiting[]): readonly { manner: Manner; papers: readonly Waiting[] }[] {
  return [...Map.groupBy(papers, ({ manner }) => manner.name).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ manner: first.manner, papers: alike }];
  });
}
