import { jobStoppedFor } from '../pipeline/collect/silences.ts';
import { mindDamage, openStore, openStoreToRead, type Store } from '../store/index.ts';
import { inWords } from './dates.ts';
import { noteNoPapers, noteUnfollowed } from './unfollowed.ts';

type Work<T> = (store: Store) => T | Promise<T>;

/**
 * Does something with a database that is there already, only reading it; it is closed whatever happens. The whole of it is
 * looked through first: what a command does not read may be damaged, and the command would end well.
 * @throws UsageError where there is none; Error with SQLite's code where it is damaged; and what `work` throws
 */
export const readStore = <T>(database: string, work: Work<T>): Promise<T> =>
  withStore(openStoreToRead(database), work, noteStoppedJob, noteNoPapers, noteUnfollowed, mindDamage);

/** The same at once, for what is asked many times a day: only what it reads is found damaged. */
export const glanceAtStore = <T>(database: string, work: Work<T>): Promise<T> =>
  withStore(openStoreToRead(database), work, noteStoppedJob, noteNoPapers, noteUnfollowed);

/** The same with one that is written to. */
export function changeStore<T>(database: string, work: Work<T>): Promise<T> {
  openStoreToRead(database).close();
  return withStore(openStore(database), work, noteStoppedJob, noteUnfollowed, mindDamage);
}

/** The same with one that is made where there is none, and whose papers are followed by what is done with it. */
export const fillStore = <T>(database: string, work: Work<T>): Promise<T> =>
  withStore(openStore(database), work, noteStoppedJob, mindDamage);

/** Does something with an open database after looking at it, and closes it whatever happens. */
export async function withStore<T>(
  store: Store,
  work: Work<T>,
  ...looks: readonly ((store: Store) => void)[]
): Promise<T> {
  try {
    for (const look of looks) look(store);
    return await work(store);
  } finally {
    store.close();
  }
}

/** A job that does not run cannot say so: whoever looks into what it collected is told on stderr, whatever they asked. */
function noteStoppedJob(store: Store): void {
  const age = jobStoppedFor(store, Date.now());
  if (age === null) return;
  process.stderr.write(
    `The job that collects papers has stopped: its last run ended ${inWords(age)} ago, and nothing was looked at since. See "boardtrail collect --status".\n`,
  );
}
