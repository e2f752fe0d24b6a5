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

export function finishRun(store: Store, runId: number, { exitCode, ...counts }: RunCounts, now: Date): void {
  store.write(() => store.update('runs', runId, { ...counts, exit_code: exitCode, finished: now.toISOString() }));
}
