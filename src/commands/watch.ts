import type { StoredCondition } from '../model/collected.ts';
import { lastFinishedRun, openConditions, type PutAside, papersPutAside, type Store } from '../store/index.ts';
import { inWords } from './dates.ts';

/** What a monitor asks: does the job still run, and is anything amiss. */
export interface Watch {
  /** When the last run ended, ISO 8601; null where none did. */
  readonly lastRun: string | null;
  /** Milliseconds since. */
  readonly age: number | null;
  /** True where that is longer than it may be, or none ran at all. */
  readonly isStale: boolean;
  /** What is amiss and not acknowledged. */
  readonly conditions: readonly StoredCondition[];
  readonly putAside: readonly PutAside[];
}

/**
 * @param now milliseconds since 1970
 * @param maxAge milliseconds that may pass between the ends of two runs
 */
export function watchOf(store: Store, now: number, maxAge: number): Watch {
  const lastRun = lastFinishedRun(store);
  const age = lastRun === null ? null : now - Date.parse(lastRun);
  return {
    lastRun,
    age,
    isStale: age === null || age > maxAge,
    conditions: openConditions(store).filter(({ acknowledged }) => acknowledged === null),
    putAside: papersPutAside(store),
  };
}

/** Whether the last run is too old, in a sentence. */
export function describeAge({ lastRun, age, isStale }: Watch, maxAge: number): string {
  if (lastRun === null || age === null) return 'No run has ended yet.';
  const ago = `The last run ended ${inWords(age)} ago (${lastRun.slice(0, 16)}Z)`;
  return isStale ? `${ago}, and may be ${inWords(maxAge)} old at most: the job has stopped.` : `${ago}.`;
}

/** One line and an exit code as monitoring plugins have them (monitoring-plugins.org, Plugin API): 0 to 3. */
export function pluginAnswer(watch: Watch, maxAge: number): { readonly line: string; readonly exitCode: 0 | 1 | 2 } {
  const amiss = watch.conditions.length + watch.putAside.length;
  const exitCode = watch.isStale ? 2 : amiss > 0 ? 1 : 0;
  const word = (['OK', 'WARNING', 'CRITICAL'] as const)[exitCode];
  const codes = [...new Set([...watch.conditions, ...watch.putAside].map(({ code }) => code))].join(', ');
  const state = amiss === 0 ? 'nothing is amiss' : `${amiss} amiss: ${codes}`;
  const age = watch.age === null ? '' : `age=${Math.round(watch.age / 1000)}s;;${Math.round(maxAge / 1000)} `;
  const said = `${describeAge(watch, maxAge).replace(/\.$/, '')}; ${state}`;
  return { line: `BOARDTRAIL ${word} - ${said} | ${age}amiss=${amiss};0`, exitCode };
}
