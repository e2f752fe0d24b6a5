import type { Store } from './store.ts';

/** Runs `work`, which only reads, on the newest state there is: one moment's throughout, whatever others write. */
export function readNow<T>({ db }: Store, work: () => T): T {
  // A store opened to read stands in the state of the moment it was opened or last looked into.
  if (db.inTransaction) db.exec('COMMIT');
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    db.exec('COMMIT');
  }
}

/**
 * The same as long as no other connection wrote to the database; for a store that only reads, by which alone the tables
 * that a question makes for itself count as nothing.
 */
export function stateOf({ db }: Store): number {
  return Number(db.pragma('data_version', { simple: true }));
}
