import type { Entry } from '../model/plan.ts';
import { type Reported, reportedBy } from './compare-entries.ts';
import type { Run, Step } from './follow.ts';
import { evenly, likeness } from './likeness.ts';
import type { Track } from './tracks.ts';
import { letters, stems } from './wording.ts';

/** What an issue says of one plan as a whole. */
export interface Page {
  readonly reported: Reported;
  /** The letters of its findings. */
  readonly findings: ReadonlySet<string>;
}

/** Looks up (and keeps) what each issue says of each plan. */
export function pagesOf(runs: readonly Run[]): (issue: number, track: Track) => Page {
  const steps = Map.groupBy(
    runs.flatMap((run) => run.steps),
    ({ issue, track }) => `${issue}/${track.id}`,
  );
  const pages = new Map<string, Page>();
  return (issue, track) => {
    const key = `${issue}/${track.id}`;
    const known = pages.get(key);
    if (known !== undefined) return known;
    const entries: readonly Entry[] = (steps.get(key) ?? []).map(({ line }) => line.record.entry);
    const made = { reported: reportedBy(entries), findings: new Set(entries.map(({ finding }) => letters(finding))) };
    pages.set(key, made);
    return made;
  };
}

/** Two findings that share less than this of their words are two, not one reworded. */
const otherFinding = 0.5;

/** True where the entry now stands under another finding or plan, and the two are known to be two. */
export function hasMoved(before: Step, after: Step, old: Page, now: Page): boolean {
  if (before.track !== after.track) return true;
  const [was, is] = [before.line.record.entry.finding, after.line.record.entry.finding];
  if (was === null || is === null || letters(was) === letters(is)) return false;
  if (!old.findings.has(letters(is)) && !now.findings.has(letters(was))) return false;
  const bag = evenly();
  return likeness(bag(stems(was)), bag(stems(is))) < otherFinding;
}
