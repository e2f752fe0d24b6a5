import { openBlobs } from './blobs/index.ts';
import { type DatabaseOptions, openDatabase } from './database.ts';
import type { Queue } from './readings.ts';
import { prepare } from './schema.ts';

export { openQueuePool } from './queue-pool.ts';
export type { Queue } from './readings.ts';
export { queueState } from './state.ts';
export { type WorkOptions, work } from './work.ts';

/**
 * Opens a queue, and makes it where there is none yet.
 * @param blobs where papers go that are too large for the database; null: it holds them all
 * @throws UsageError where an address is none, or a package is missing; QueueTrouble where the database cannot be had
 */
export async function openQueue(options: DatabaseOptions & { readonly blobs: string | null }): Promise<Queue> {
  const blobs = options.blobs === null ? null : await openBlobs(options.blobs, options);
  const database = await openDatabase(options);
  try {
    await prepare(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, blobs };
}
