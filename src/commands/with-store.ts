import { jobStoppedFor } from '../pipeline/collect/silences.ts';
import { mindDamage, openStore, openStoreToRead, type Store } from '../store/index.ts';
import { inWords } from './durations.ts';

/**
 * Does something with a database that is there already, only reading it; it is closed whatever happens. The whole of it is
 * looked through first: what a command does not read may be damaged, and the command would end well.
 * @throws UsageError where there is none; Error with SQLite's code where it is damaged; and what `work` throws
 */
export function readStore<T>(database: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  return workWith(openStoreToRead(database), (store) => {
    mindDamage(store);
    return work(store);
  });
}

/** The same at once, for what is asked many times a day: only what it reads is found damaged. */
export function glanceAtStore<T>(database: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  return workWith(openStoreToRead(database), work);
}

/** The same with one that is written to. */
export function changeStore<T>(database: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  openStoreToRead(database).close();
  return workWith(openStore(database), (store) => {
    mindDamage(store);
    return work(store);
  });
}

async function workWith<T>(store: Store, work: (store: Store) => T | Promise<T>): Promise<T> {
  try {
    noteStoppedJob(store);
    return await work(store);
  } finally {
    store.close();
  }
}

/** A job that does not run cannot say so: whoever looks into what it collected is told on stderr, whatever they asked. */
export function noteStoppedJob(store: Store): void {
  const age = jobStoppedFor(store, Date.now());
  if (age === null) return;
  process.stderr.write(
    `The job that collects papers has stopped: its last run ended ${inWords(age)} ago, and nothing was looked at since. See "boardtrail collect --status".\n`,
  );
}
