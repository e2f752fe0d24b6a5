import { scriptBeside } from '../lib/compiling.ts';
import type { Entry } from '../model/plan.ts';
import { openPool, type PoolOptions } from './pool.ts';
import type { ReadingAnswer } from './reading.ts';

/** Entries of a paper as it was read before, with the ids they are stored under, and as it is read now. */
export interface PairTask {
  readonly before: readonly (Entry & { readonly id: string })[];
  readonly after: readonly Entry[];
}

/** An entry's id, and where it stands in the new reading, from 0; null where that does not have it. */
export type Pair = readonly [id: string, now: number | null];

const script = scriptBeside(import.meta, 'pairer');

/** Finds entries again in a process of its own, with the limits that readers have: what a paper says is compared with care. */
export function openPairing(limits: Pick<PoolOptions, 'timeout' | 'memory'>) {
  const pool = openPool<readonly Pair[], PairTask>({ ...limits, size: 1, script });
  return {
    pair: async (task: PairTask): Promise<ReadingAnswer<readonly Pair[]>> =>
      task.before.length === 0 || task.after.length === 0
        ? { ok: true, extraction: task.before.map(({ id }): Pair => [id, null]) }
        : pool.read(task),
    close: pool.close,
  };
}
