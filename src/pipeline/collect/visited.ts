import type { Source } from '../../collect/source.ts';
import { Trouble } from '../../collect/trouble.ts';
import type { Condition, Visit } from '../../model/collected.ts';
import { baselineOf, isFirstVisit, writeTelling, writeVisit } from '../../store/index.ts';
import { type Desk, type Receipt, timestampOf } from './desk.ts';
import { baselineTelling } from './news.ts';

/** What one thing that a source offers came to. */
export type Taken = 'unchanged' | 'added' | 'replaced';

export const takenAs = ({ what }: Receipt): Taken =>
  what === 'new' ? 'added' : what === 'replaced' ? 'replaced' : 'unchanged';

/** A visit by what it saw. @param amiss what is told of it; @param isListed false where nothing could be listed */
export const visitOf = (
  { name }: Source,
  isListed: boolean,
  amiss: readonly Condition[],
  counts: Omit<Visit, 'source' | 'outcome'>,
): Visit => ({
  source: name,
  outcome: isListed ? (amiss.length === 0 ? 'complete' : 'partial') : 'failed',
  ...counts,
});

/** Takes all that a source offers, one thing after another, and counts what it came to; what fails is noted. */
export async function takeAll<Thing>(
  things: readonly Thing[],
  take: (thing: Thing) => Promise<Taken>,
  note: (trouble: Trouble) => void,
) {
  const counts = { unchanged: 0, added: 0, replaced: 0, failed: 0 };
  for (const thing of things) {
    try {
      counts[await take(thing)] += 1;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      counts.failed += 1;
      note(error);
    }
  }
  return counts;
}

/**
 * Keeps what a visit was and what is amiss; at the end of the first one tells once what the source has, and that this is no
 * news.
 * @param wellListed as for `writeVisit`
 */
export function keepVisit(
  desk: Desk,
  { name, address }: Source,
  visit: Visit,
  amiss: readonly Condition[],
  wellListed: number | null,
): void {
  const { store, runId } = desk;
  const now = timestampOf(desk);
  const baseline = visit.outcome !== 'failed' && isFirstVisit(store, name) ? baselineOf(store, name) : null;
  if (baseline !== null && baseline.papers > 0)
    store.write(() => writeTelling(store, baselineTelling(name, address, baseline), now));
  writeVisit(store, runId, visit, amiss, wellListed, now);
}
