import { expectationOf } from '../collect/rhythm.ts';
import { firstFew } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { jobStoppedFor } from '../pipeline/collect/silences.ts';
import {
  collectSources,
  lastCollectRun,
  openConditions,
  paperDays,
  pausedAddresses,
  type Store,
} from '../store/index.ts';
import { inWords } from './dates.ts';
import { describeCondition } from './describe-collect.ts';

/** How collecting stands: the last run, each source and when its next paper is due, what is amiss, what is put aside. */
export type CollectStatus = ReturnType<typeof collectStatus>;

/** Addresses put aside that are listed. */
const mostListed = 20;

/** @param now ISO 8601 */
export function collectStatus(store: Store, now: string) {
  return {
    lastRun: lastCollectRun(store),
    /** Milliseconds since the last run ended, where the next should have ended by now: the job has stopped. */
    stoppedFor: jobStoppedFor(store, Date.parse(now)),
    sources: collectSources(store).map((source) => ({
      ...source,
      ...expectationOf(paperDays(store, source.source), source.expected, now.slice(0, 10)),
    })),
    conditions: openConditions(store),
    putAside: pausedAddresses(store, now).map(({ address, failures, notBefore, trouble }) => ({
      address,
      failures,
      notBefore,
      trouble,
    })),
  };
}

function describePaused({ address, failures, notBefore, trouble }: CollectStatus['putAside'][number]): string {
  const told = `${printable(address)}: failed in ${failures} runs, asked again after ${notBefore}`;
  return `${told}\n  ${printable(trouble?.message ?? '')}\n`;
}

/** The same for people. */
export function describeCollectStatus(status: CollectStatus): string {
  const { lastRun, sources, conditions, putAside } = status;
  const open = conditions.filter(({ acknowledged }) => acknowledged === null);
  const known = conditions.filter(({ acknowledged }) => acknowledged !== null);
  return [
    lastRun === null
      ? 'Nothing was collected yet.\n'
      : `Last run ${lastRun.id}: ${lastRun.started}, ${lastRun.finished === null ? 'not finished' : `exit code ${lastRun.exitCode}`}\n`,
    ...sources.map(({ source, last, next, late }) => {
      const expected = next === null ? '' : `, next about ${next}${late > 0 ? `: LATE by ${late} days` : ''}`;
      return `${printable(source)}: ${last === null ? 'no paper yet' : `last paper appeared ${last}`}${expected}\n`;
    }),
    ...(status.stoppedFor === null
      ? []
      : [`\nThe job has STOPPED: the last run ended ${inWords(status.stoppedFor)} ago.\n`]),
    ...(open.length > 0
      ? ['\nAmiss:\n', ...open.map(describeCondition)]
      : status.stoppedFor === null
        ? ['\nNothing is amiss.\n']
        : []),
    ...(known.length === 0 ? [] : ['\nAmiss and acknowledged:\n', ...known.map(describeCondition)]),
    ...(putAside.length === 0 ? [] : ['\nPut aside (collect --retry asks at once):\n']),
    ...firstFew(putAside.map(describePaused), mostListed, (more) => `… and ${more} more (table addresses)\n`),
  ].join('');
}
