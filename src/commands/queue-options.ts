import { printable } from '../lib/printable.ts';
import { UsageError } from '../model/errors.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import type { Pool } from '../pipeline/pool.ts';
import { takes } from './options.ts';

/** The options of commands whose papers others may read. */
export const queueOptions = {
  queue: takes(`ADDRESS have the papers read by all who run "boardtrail work" at this PostgreSQL database
(postgres://user@host/database); --timeout and --memory of one paper are said there`),
  blobs: takes(
    'PLACE with --queue: where papers of more than 1 MB go: a folder that all machines share, or s3://bucket/prefix',
  ),
} as const;

interface QueueValues {
  readonly queue?: string;
  readonly blobs?: string;
}

/** How many papers are asked for at a time, where nobody says otherwise. */
const defaultWindow = 400;
/** Milliseconds for which a run waits for a queue that is gone; it can be started again. */
const patience = 300_000;

/** Who reads: so many processes of this machine, or in their place those who are at a queue. */
export interface Readers {
  readonly size: number;
  readonly pool?: Pool;
}

/**
 * Does work with those who are at the queue that was named, or with nobody where none was. The queue is loaded only here.
 * @param jobs what was said of papers side by side; undefined where nothing was
 */
export async function withQueue<Result>(
  { queue: address, blobs }: QueueValues,
  jobs: number | undefined,
  work: (readers: Readers) => Promise<Result>,
): Promise<Result> {
  const size = jobs ?? defaultLimits.size;
  if (address === undefined) {
    if (blobs !== undefined) throw new UsageError('--blobs goes with --queue');
    return work({ size });
  }
  const { openQueue, openQueuePool } = await import('../queue/index.ts');
  const queue = await openQueue({ address, blobs: blobs ?? null, size: 4, patience, onTrouble: tellTrouble });
  const pool = openQueuePool(queue, { window: jobs ?? defaultWindow, onTrouble: tellTrouble });
  try {
    return await work({ size, pool });
  } finally {
    pool.close();
  }
}

/** Says on stderr what is amiss with the queue. */
export const tellTrouble = (message: string): void => void process.stderr.write(`boardtrail: ${printable(message)}\n`);
