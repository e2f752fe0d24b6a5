import type { Entry } from '../model/plan.ts';
import type { Known } from './features.ts';
import { link } from './link.ts';
import { letters } from './wording.ts';

interface Read extends Entry {
  readonly id: string;
}

const said = (entry: Entry): string =>
  [entry.ref, entry.finding, entry.action, entry.progress, ...entry.updates.map(({ text }) => text)]
    .map((text) => letters(text ?? null))
    .join('|');

const known = (entries: readonly Read[]): readonly Known[] =>
  entries.map((entry, index) => ({ entry, rank: index / Math.max(1, entries.length - 1) }));

/**
 * Which entry of a paper's new reading is which of the reading before: the same words, else the most alike.
 * @returns for the id of each entry of `before` its id now, null where the new reading does not have it
 */
export function sameReading(before: readonly Read[], after: readonly Read[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>(before.map(({ id }) => [id, null]));
  const free = new Map(after.map((entry) => [entry.id, entry]));
  const pair = (from: Read, to: Read | undefined) => {
    if (to === undefined || !free.delete(to.id)) return;
    names.set(from.id, to.id);
  };
  const left = () => before.filter(({ id }) => names.get(id) === null);
  const byWords = Map.groupBy(after, said);
  for (const entry of before)
    pair(
      entry,
      byWords.get(said(entry))?.find(({ id }) => free.has(id)),
    );
  const [rows, columns] = [left(), [...free.values()]];
  const { same } = link({
    rows: known(rows).map((row) => ({ known: row, present: true })),
    columns: known(columns),
    relation: () => ({ plan: 'same', verdict: null }),
  });
  for (const { row, column } of same) {
    const [from, to] = [rows[row], columns[column]];
    if (from !== undefined) pair(from, to);
  }
  return names;
}
