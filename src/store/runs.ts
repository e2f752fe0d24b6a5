import Sqlite from 'better-sqlite3';
import { codeOf } from '../lib/reason.ts';
import type { Store } from './store.ts';

/** What a run did, as its row in `runs` keeps it. */
export interface RunCounts {
  readonly files: number;
  readonly read: number;
  readonly known: number;
  readonly partial: number;
  readonly failed: number;
  readonly exitCode: number;
}

/** @returns the number of the new run, which stays unfinished until `finishRun` */
export function startRun(store: Store, command: string, extractor: string, now: Date): number {
  return store.write(() => store.insert('runs', { command, started: now.toISOString(), extractor }));
}

export function finishRun(store: Store, runId: number, counts: RunCounts, now: Date): void {
  store.write(() => store.update('runs', runId, { ...counts, finished: now.toISOString() }));
}

/** The right to be the only one. */
export interface RunLock {
  release(): void;
}

/**
 * Takes the right to be the only run of its kind at a database, without waiting. The system gives it back when the
 * process ends, however it ends: it is a lock on a file beside the database, and not the file.
 * @param file the database; `:memory:` has no others
 * @returns null where another process has it
 */
export function takeRunLock(file: string, kind: string): RunLock | null {
  if (file === ':memory:') return { release: () => undefined };
  const db = new Sqlite(`${file}.${kind}.lock`, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => void db.close() };
  } catch (error) {
    db.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
