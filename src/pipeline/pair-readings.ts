import path from 'node:path';
import type { Entry } from '../model/plan.ts';
import { type Reader, type ReaderOptions, startReader } from './reader-process.ts';
import type { ReadingAnswer } from './reading.ts';

/** Entries of a paper as it was read before, with the ids they are stored under, and as it is read now. */
export interface PairTask {
  readonly before: readonly (Entry & { readonly id: string })[];
  readonly after: readonly Entry[];
}

/** An entry's id, and where it stands in the new reading, from 0; null where that does not have it. */
export type Pair = readonly [id: string, now: number | null];

/** Finds entries again in a process of its own, with the limits that readers have: what a paper says is compared with care. */
export interface Pairing {
  pair(task: PairTask): Promise<ReadingAnswer<readonly Pair[]>>;
  end(): void;
}

const script = new URL(`./pairer${path.extname(import.meta.filename)}`, import.meta.url);

/** The process starts with the first entries to pair; one that broke down is replaced. */
export function openPairing(limits: Pick<ReaderOptions, 'timeout' | 'memory'>): Pairing {
  let reader: Reader<readonly Pair[], PairTask> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = async (task: PairTask, before: Promise<unknown>) => {
    await before;
    if (reader === null || !reader.alive()) reader = startReader({ ...limits, script });
    return reader.read(task);
  };
  return {
    pair: async (task) => {
      if (task.before.length === 0 || task.after.length === 0)
        return { ok: true, extraction: task.before.map(({ id }): Pair => [id, null]) };
      const answer = inTurn(task, turn);
      turn = answer;
      return answer;
    },
    end: () => reader?.end(),
  };
}
