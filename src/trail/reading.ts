import type { Entry } from '../model/plan.ts';
import { knownOf } from './edition-text.ts';
import { alikeAmong } from './link.ts';
import { letters } from './wording.ts';

interface Read extends Entry {
  readonly id: string;
}

const said = (entry: Entry): string =>
  [entry.ref, entry.finding, entry.action, entry.progress, ...entry.updates.map(({ text }) => text)]
    .map((text) => letters(text ?? null))
    .join('|');

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
  for (const { row, column } of alikeAmong(knownOf(rows), knownOf(columns))) {
    const [from, to] = [rows[row], columns[column]];
    if (from !== undefined) pair(from, to);
  }
  return names;
}
