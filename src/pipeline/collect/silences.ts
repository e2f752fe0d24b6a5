import { expectationOf, stoppedFor } from '../../collect/rhythm.ts';
import { lateness } from '../../collect/silence.ts';
import type { Source } from '../../collect/source.ts';
import { dayLength } from '../../lib/calendar.ts';
import type { Condition } from '../../model/collected.ts';
import {
  daysBetweenRuns,
  emptiedAddresses,
  latestRunEnds,
  paperDays,
  planlessPapers,
  type Store,
} from '../../store/index.ts';
import { type Desk, timestampOf } from './desk.ts';

/**
 * What is amiss with what a source has given so far: it is late, or its papers are not read as plans any more.
 * @param cancelled days of its meetings that did not take place
 */
export function silencesOf(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  source: Source,
  cancelled: readonly string[] = [],
): readonly Condition[] {
  const today = timestampOf({ now }).slice(0, 10);
  const emptied = emptiedAddresses(store, source.name).map(({ address, entries }): Condition => {
    const message = `What is published at ${address} had ${entries} entries before and has none that can be read now. Look at it.`;
    return { source: source.name, code: 'paper/nothing-read', subject: address, message };
  });
  const late = lateness(
    source.name,
    source.address,
    expectationOf(paperDays(store, source.name), source.expected, today),
    cancelled,
  );
  const planless =
    isForPlans(source) && emptied.length === 0 ? planlessOf(source, planlessPapers(store, source.name)) : null;
  return [...emptied, late, planless].filter((condition) => condition !== null);
}

/** True where a source says which papers it wants, so that each meeting's are to hold a plan. */
const isForPlans = (source: Source): boolean =>
  source.titles !== null || (source.kind === 'moderngov' && source.search !== null);

function planlessOf(source: Source, papers: ReturnType<typeof planlessPapers>): Condition | null {
  if (papers === null) return null;
  const [first] = papers.addresses;
  if (first === undefined) return null;
  const subject = papers.date === null ? source.address : first;
  const which =
    papers.date === null
      ? `None of its ${papers.addresses.length} papers`
      : `Of what it published for ${papers.date} nothing`;
  const message = `${which} reads as a plan (${papers.addresses.slice(0, 3).join(', ')}). Look whether the layout is a new one; acknowledge this if there is no plan in it.`;
  return { source: source.name, code: 'paper/no-plan', subject, message };
}

/** By so many runs it is told how far apart they are. */
const runsLookedAt = 15;

/**
 * How long ago the last run of collecting ended, where the one after it should have ended by now; null where it need not
 * have.
 * @param now milliseconds since 1970
 */
export function jobStoppedFor(store: Store, now: number): number | null {
  const every = daysBetweenRuns(store);
  return stoppedFor(latestRunEnds(store, runsLookedAt), every === null ? null : every * dayLength, now);
}

/** What a run has to say of the runs before it that should have been and were not. */
export function missedRuns(store: Store, now: number): Condition | null {
  const [last] = latestRunEnds(store, 1);
  if (last === undefined || jobStoppedFor(store, now) === null) return null;
  const message = `Between ${last.slice(0, 16)}Z and now no run ended, though some should have: what was there for a while only, or was replaced more than once, was not seen. It runs again; see why it did not (machine off, timer, disk).`;
  return { source: null, code: 'job/was-stopped', subject: 'runs', message };
}
