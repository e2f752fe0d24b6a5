import { rememberByObject } from '../lib/remember.ts';
import type { RecordedEntry } from '../model/thread.ts';
import { letters, stems } from './wording.ts';

/** All that an entry says, for telling whether two papers say the same; made once for each entry and kept. */
export const saying = rememberByObject(({ entry }: RecordedEntry) => {
  const said = [entry.finding, entry.action, entry.progress, ...entry.updates.map(({ text }) => text), entry.future]
    .filter((text) => text !== null)
    .join(' ');
  return { letters: letters(said), stems: new Set(stems(said)) };
});

/** When an entry is due, how it stands and who leads it, for telling whether two papers say the same of it. */
export const terms = ({ entry }: RecordedEntry): string =>
  [entry.timescale?.end ?? entry.timescale?.raw, entry.status?.value ?? entry.status?.raw, entry.lead]
    .map((text) => letters(text ?? null))
    .join('|');

/** How alike two entries of one edition must be: a corrected word is allowed, a new sentence is not. */
const twinLikeness = 0.93;

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return a.size + b.size === 0 ? 1 : (2 * both) / (a.size + b.size);
}

/** For each entry of `a` the index of its twin in `b`, or null; one to one, equal words before alike ones. */
export function twins(a: readonly RecordedEntry[], b: readonly RecordedEntry[]): readonly (number | null)[] {
  const found: (number | null)[] = a.map(() => null);
  const free = new Set(b.keys());
  const [said, saidThere] = [a, b].map((entries) => entries.map(saying));
  const take = (i: number, fits: (j: number) => boolean) => {
    if (found[i] !== null) return;
    const j = free.values().find(fits);
    if (j === undefined) return;
    found[i] = j;
    free.delete(j);
  };
  const sameWords = (i: number) => (j: number) => said?.[i]?.letters === saidThere?.[j]?.letters;
  const sameTerms = (i: number, j: number) => {
    const [x, y] = [a[i], b[j]];
    return x !== undefined && y !== undefined && terms(x) === terms(y);
  };
  const alike = (i: number) => (j: number) =>
    overlap(said?.[i]?.stems ?? new Set(), saidThere?.[j]?.stems ?? new Set()) >= twinLikeness;
  for (const i of a.keys()) take(i, (j) => sameWords(i)(j) && sameTerms(i, j));
  for (const i of a.keys()) take(i, sameWords(i));
  for (const i of a.keys()) take(i, alike(i));
  return found;
}
