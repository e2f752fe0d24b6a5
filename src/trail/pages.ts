import { rememberByObject } from '../lib/remember.ts';
import { type Reported, reportedBy } from './compare-entries.ts';
import type { EditionText } from './edition-text.ts';
import type { Step } from './follow.ts';
import { evenly, likeness } from './likeness.ts';
import { letters, stems } from './wording.ts';

/** What one edition says as a whole. */
export interface Page {
  /** The fields it fills in any entry: a column that is not there cannot have been emptied. */
  readonly reported: Reported;
  /** The letters of its findings. */
  readonly findings: ReadonlySet<string>;
}

export const pageOf = rememberByObject(({ lines }: Pick<EditionText, 'lines'>): Page => {
  const entries = lines.map(({ record }) => record.entry);
  return { reported: reportedBy(entries), findings: new Set(entries.map(({ finding }) => letters(finding))) };
});

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
