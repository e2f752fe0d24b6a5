import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceFile } from '../model/document.ts';
import type { ParseOptions } from '../model/parsing.ts';
import type { Pool } from '../pipeline/pool.ts';
import { extractorName, type ReadingAnswer } from '../pipeline/reading.ts';
import { unpackAnswer } from './answers.ts';
import { gather } from './gather.ts';
import { ask, lostBytes, type Queue, take } from './readings.ts';
import { countWorkers } from './workers.ts';

export interface QueuePoolOptions {
  /** How every paper of this pool is read. */
  readonly parse: ParseOptions;
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
  readonly answered: Promise<ReadingAnswer>;
  settle(answer: ReadingAnswer | Promise<ReadingAnswer>): void;
}

/**
 * Has papers read by whoever works at a queue. `read` rejects only with QueueTrouble, where the queue cannot be had any
 * longer: what was asked for is read all the same, and waits for whoever asks for it again.
 */
export function openQueuePool(queue: Queue, { parse, window, onTrouble }: QueuePoolOptions): Pool {
  const manner = { extractor: extractorName(parse), options: parse };
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
  const askFor = (files: readonly SourceFile[]) => void ask(queue, manner, files).catch(giveUp);
  const askInBatches = gather<SourceFile>((file) => file.bytes.length, askFor);

  const look = async () => {
    for (const { sha256, answer } of await take(queue, manner, [...waiting.keys()])) {
      const one = waiting.get(sha256);
      one?.settle(unpackAnswer(answer, sha256, one.file.name));
    }
  };
  const remind = async () => {
    for (const { file } of waiting.values()) askInBatches(file);
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

  const readOnce = (file: SourceFile): Promise<ReadingAnswer> => {
    if (trouble !== null) return Promise.reject(trouble);
    const same = waiting.get(file.sha256);
    if (same !== undefined) return same.answered;
    const { promise, resolve } = Promise.withResolvers<ReadingAnswer>();
    const settle: Waiting['settle'] = (answer) => {
      if (!waiting.delete(file.sha256)) return;
      bytes -= file.bytes.length;
      room?.resolve();
      room = null;
      resolve(answer);
    };
    waiting.set(file.sha256, { file, answered: promise, settle });
    bytes += file.bytes.length;
    askInBatches(file);
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
      if (extractorName(options) !== manner.extractor) throw new Error('all papers of a queue pool are read alike');
      for (let sending = 1; ; sending++) {
        const answer = await readOnce(file);
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
