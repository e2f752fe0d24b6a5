import type { Plan } from '../model/plan.ts';
import type { EditionText, Line } from './edition-text.ts';
import { matchPlans, type PlanMatch, type PlanName, planName, shareToBeOne } from './plans.ts';

/** A plan through a service's papers, whatever each of them calls it. */
export interface Track {
  /** Unique in its service: the words that tell the plan from others, or `plan`. */
  readonly id: string;
  /** The names of its last reports, the latest last. */
  names: readonly PlanName[];
  /** The edition that last reported on it, -1 before the first. */
  last: number;
}

/** A plan in one edition. `key` is what its entries say of their plan. */
export interface Heading {
  readonly key: string | null;
  readonly plan: Plan;
  readonly name: PlanName;
}

/** The plans an edition reports on: those it lists, and those that only its entries name. */
export function headingsOf({ papers, lines }: EditionText, service: string | null): readonly Heading[] {
  const plans = new Map<string | null, Plan>();
  for (const plan of papers.flatMap((paper) => paper.plans)) {
    const closed = plan.state === 'closed' || plans.get(plan.name)?.state === 'closed';
    plans.set(plan.name, { ...plan, state: closed ? 'closed' : 'open' });
  }
  const listed = plans.size;
  for (const { record } of lines) {
    const { plan } = record.entry;
    if (plans.has(plan) || (plan === null && listed > 0)) continue;
    plans.set(plan, { name: plan ?? '', asAt: papers[0].paper.asAt, state: 'open' });
  }
  return [...plans].map(([key, plan]) => ({ key, plan, name: planName(plan.name, service) }));
}

/** The heading a line stands under; a line without a plan belongs to the paper's first. */
export const headingOf = (headings: readonly Heading[], line: Line): Heading | undefined =>
  headings.find(({ key }) => key === line.record.entry.plan) ?? headings[0];

const closeness: Readonly<Record<PlanMatch, number>> = { same: 3, years: 2, part: 1, other: 0 };

/** How close a heading is to any of the names a track went by lately. */
export function matchTrack(track: Track, { name }: Heading): PlanMatch {
  let best: PlanMatch = 'other';
  for (const known of track.names) {
    const match = matchPlans(known, name);
    if (closeness[match] > closeness[best]) best = match;
  }
  return best;
}

/**
 * Which tracks a heading reports on, the one its new entries belong to first; empty where the plan is new.
 * @param shareGoingOn of the entries that a track had in its last report, how many stand under this heading (0 to 1)
 */
export function tracksUnder(
  heading: Heading,
  tracks: readonly Track[],
  shareGoingOn: (track: Track) => number,
): readonly Track[] {
  return tracks
    .map((track) => ({ track, match: matchTrack(track, heading), share: shareGoingOn(track) }))
    .filter(({ match, share }) => match === 'same' || share >= shareToBeOne[match])
    .toSorted((a, b) => closeness[b.match] - closeness[a.match] || b.share - a.share || b.track.last - a.track.last)
    .map(({ track }) => track);
}

export function newTrackId({ name }: Heading, tracks: readonly Track[]): string {
  const words = [...name.words].sort().join('-') || 'plan';
  const alike = tracks.filter(({ id }) => id === words || id.startsWith(`${words}-`)).length;
  return alike === 0 ? words : `${words}-${alike + 1}`;
}
