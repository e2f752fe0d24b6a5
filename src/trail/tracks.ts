import type { Plan } from '../model/plan.ts';
import type { EditionText, Line } from './edition-text.ts';
import { matchPlans, type PlanMatch, type PlanName, planName, shareToBeOne } from './plans.ts';
import { letters } from './wording.ts';

/** A plan through a service's papers, whatever each of them calls it. */
export interface Track {
  /** Unique in its service: the words that tell the plan from others, or `plan`. */
  readonly id: string;
  /** The names of its last reports, the latest last. */
  names: readonly PlanName[];
  /** The letters of its name as last printed. */
  printed: string;
  /** The edition that last reported on it, -1 before the first. */
  last: number;
}

/** A plan in one edition. `key` is what its entries say of their plan. */
export interface Heading {
  readonly key: string | null;
  readonly plan: Plan;
  readonly name: PlanName;
}

/**
 * The plans an edition reports on: those its first paper lists and its entries name, and what its other forms add.
 * A plan that is named and nothing said of (no entry, no statement, and it is not closed) is not reported on.
 */
export function headingsOf({ papers, lines }: EditionText, service: string | null): readonly Heading[] {
  const headings: Heading[] = [];
  const add = (key: string | null, plan: Plan, fromOtherForm: boolean) => {
    const name = planName(plan.name, service);
    const known = headings.findIndex(
      (heading) => heading.key === key || (fromOtherForm && matchPlans(heading.name, name) === 'same'),
    );
    const old = headings[known];
    if (old === undefined) headings.push({ key, plan, name });
    else if (plan.state === 'closed') headings[known] = { ...old, plan: { ...old.plan, state: 'closed' } };
  };
  for (const [form, paper] of papers.entries()) {
    for (const plan of paper.plans) add(plan.name, plan, form > 0);
  }
  const listed = headings.length > 0;
  for (const { record } of lines) {
    const { plan } = record.entry;
    if (headings.some(({ key }) => key === plan) || (plan === null && listed)) continue;
    add(plan, { name: plan ?? '', asAt: papers[0].paper.asAt, state: 'open' }, false);
  }
  const spokenOf = new Set(papers.flatMap(({ statements }) => statements.map(({ plan }) => letters(plan))));
  return headings.filter(
    (heading) =>
      heading.plan.state === 'closed' ||
      spokenOf.has(letters(heading.plan.name)) ||
      lines.some((line) => headingOf(headings, line) === heading),
  );
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
 * Which tracks a heading reports on, the one its new entries belong to first; empty where the plan is new. More than one
 * only where most entries of the others go on under it too.
 * @param shareGoingOn of the entries that a track had in its last report, how many stand under this heading (0 to 1)
 */
export function tracksUnder(
  heading: Heading,
  tracks: readonly Track[],
  shareGoingOn: (track: Track) => number,
): Track[] {
  const printed = letters(heading.plan.name);
  return tracks
    .map((track) => ({ track, match: matchTrack(track, heading), share: shareGoingOn(track) }))
    .filter(({ match, share }) => match === 'same' || share >= shareToBeOne[match])
    .toSorted(
      (a, b) =>
        closeness[b.match] - closeness[a.match] ||
        Number(b.track.printed === printed) - Number(a.track.printed === printed) ||
        b.share - a.share ||
        b.track.last - a.track.last,
    )
    .filter(({ share }, at) => at === 0 || share >= shareToBeOne.other)
    .map(({ track }) => track);
}

export function newTrackId({ name }: Heading, tracks: readonly Track[]): string {
  const words = [...name.words].sort().join('-') || 'plan';
  const alike = tracks.filter(({ id }) => id === words || id.startsWith(`${words}-`)).length;
  return alike === 0 ? words : `${words}-${alike + 1}`;
}
