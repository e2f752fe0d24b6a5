import PQueue from 'p-queue';
import type { Extraction } from '../model/plan.ts';
import { type Reader, type ReaderOptions, startReader } from './reader-process.ts';
import type { ReadingAnswer, ReadingTask } from './reading.ts';

export interface PoolOptions extends ReaderOptions {
  /** How many papers are read side by side. */
  readonly size: number;
}

/** Reads papers side by side, each in a process of its own that is limited in time and memory. */
export interface Pool<Read = Extraction, Task = ReadingTask> {
  /** Waits until a further paper would not have to wait for more than one turn. */
  ready(): Promise<void>;
  /**
   * A reader that dies is replaced, and the answer says why it died.
   * @throws nothing about a paper; QueueTrouble where readers are reached over a queue and it is gone
   */
  read(task: Task): Promise<ReadingAnswer<Read>>;
  /** Ends every reader. */
  close(): void;
}

/*
 * Processes and not worker threads: of nine ways to use up a thread's heap limit six ended the whole process (Node
 * 24.21, "FATAL ERROR: Reached heap limit"), and a thread that is stuck in native code cannot be ended at all.
 */
export function openPool<Read = Extraction, Task = ReadingTask>(options: PoolOptions): Pool<Read, Task> {
  const queue = new PQueue({ concurrency: options.size });
  const idle: Reader<Read, Task>[] = [];
  const all = new Set<Reader<Read, Task>>();

  const readWith = async (reader: Reader<Read, Task>, task: Task): Promise<ReadingAnswer<Read>> => {
    all.add(reader);
    const answer = await reader.read(task);
    if (reader.alive()) idle.push(reader);
    else all.delete(reader);
    return answer;
  };

  return {
    ready: () => queue.onSizeLessThan(options.size),
    read: (task) =>
      queue.add(async () => {
        const used = idle.pop();
        if (used === undefined) return readWith(startReader(options), task);
        const answer = await readWith(used, task);
        // A used reader may have died of what earlier papers left behind: a paper only fails by its own doing.
        const blameless = !used.alive() && !answer.ok && answer.code !== 'ingest/timeout';
        return blameless ? readWith(startReader(options), task) : answer;
      }),
    close: () => {
      for (const reader of all) reader.end();
      all.clear();
    },
  };
}

/**
 * Works through items side by side, starting each as soon as a reader is about to be free, and the next item is asked
 * for only then.
 * @throws the first failure of `work`, when all that was started has ended; nothing is started after it
 */
export async function eachInPool<T>(
  pool: Pick<Pool, 'ready'>,
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const started: Promise<void>[] = [];
  for await (const item of items) {
    started.push(work(item).catch((error: unknown) => void failures.push(error)));
    await pool.ready();
    if (failures.length > 0) break;
  }
  await Promise.all(started);
  if (failures.length > 0) throw failures[0];
}
