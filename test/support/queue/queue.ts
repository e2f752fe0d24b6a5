import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SourceFile } from '../../../src/model/document.ts';
import type { Pool } from '../../../src/pipeline/pool.ts';
import { openQueue, openQueuePool, type Queue, type WorkOptions, work } from '../../../src/queue/index.ts';

/** Opens a queue for one test. */
export async function queueAt(address: string, blobs: string | null = null): Promise<Queue> {
  return openQueue({ address, blobs, size: 5, patience: 20_000, onTrouble: () => undefined });
}

/** Who asks at a queue, for one test. */
export async function askerAt(address: string, blobs: string | null = null): Promise<Pool> {
  const pool = openQueuePool(await queueAt(address, blobs), {
    window: 50,
    onTrouble: () => undefined,
  });
  onTestFinished(() => pool.close());
  return pool;
}

interface WorkerKind {
  readonly blobs?: string;
  readonly reader?: 'of words' | 'own';
}

export interface TestWorker {
  /** Asks it to stop; how many papers it answered for. */
  stop(): Promise<number>;
}

/** A worker in this process; its readers do as papers say (see `reader-of-words`), or are the program's own. */
export async function workerAt(
  address: string,
  { blobs, reader = 'of words', ...options }: Partial<WorkOptions> & WorkerKind = {},
): Promise<TestWorker> {
  const queue = await queueAt(address, blobs ?? null);
  const stop = new AbortController();
  const script = reader === 'own' ? {} : { script: new URL('../reader-of-words.ts', import.meta.url) };
  const done = work(queue, {
    ...{ size: 1, timeout: 20_000, memory: 512, ...script, grace: 5000 },
    onTrouble: () => undefined,
    ...options,
    stop: stop.signal,
  });
  let ended: Promise<number> | null = null;
  const end = () => {
    stop.abort();
    ended ??= done.finally(() => queue.database.close());
    return ended;
  };
  onTestFinished(async () => void (await end()));
  return { stop: end };
}

/** A file whose reader does what its first word says (see `reader-of-words`). */
export function paperOf(words: string, size = 0): SourceFile {
  const bytes = Buffer.from(words.padEnd(size));
  return { name: 'a.txt', path: '/papers/a.txt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
