import { foldPlain } from '../../src/lib/fold.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { months } from '../../src/vocabulary/months.ts';
import type { Slot } from '../records/model.ts';

/**
 * Of ratings in a column for each period (`RAG Q1`, `RAG Q2`, or `Sept`, `Nov` over colours) the one of the last period.
 * Quarters and months without a year go on into the next year: `Nov` is before `Jan`, and `Q4` before `Q1`.
 * @returns the index of its slot; null where no two rated slots name periods in one way
 */
export function newestRating(slots: readonly Slot[]): number | null {
  const named = slots.flatMap(({ label, values }, column) =>
    periods.some(({ read }) => read(label) !== null) ? [{ label, values, column }] : [],
  );
  if (named.length < 2) return null;
  const rated = named.filter(({ values }) => ratingsOf(values) >= leastRated);
  for (const { read, round } of periods) {
    const found = rated.flatMap(({ label, column }) => {
      const at = read(label);
      return at === null ? [] : [{ at, column }];
    });
    if (found.length > 1)
      return (
        found[
          newestOf(
            found.map(({ at }) => at),
            round,
          )
        ]?.column ?? null
      );
  }
  return null;
}

/** How a label names its period, as a number; after so many of them the numbers begin again, if ever. */
const periods: readonly { readonly read: (label: string) => number | null; readonly round: number | null }[] = [
  { read: dayOf, round: null },
  { read: quarterOf, round: 4 },
  { read: monthOf, round: 12 },
];

/** The share of a slot's texts that are ratings, or of its places that say what they say in colour alone. */
function ratingsOf(values: Slot['values']): number {
  const texts = values.map((value) => value?.text ?? '');
  const told = texts.filter((text) => /[\p{L}\p{N}]/u.test(text) || ragFromWords(text) !== null);
  const painted = values.filter((value) => value !== null && value.fill !== null && value.text.trim() === '').length;
  const words = told.filter((text) => ragFromWords(text) !== null).length;
  return Math.max(words / Math.max(1, told.length), painted / values.length);
}

const leastRated = 0.5;

function dayOf(label: string): number | null {
  const date = findDates(label)[0];
  return date === undefined ? null : Date.parse(date.span.end);
}

function quarterOf(label: string): number | null {
  const quarter = /\bq(?:uarter|tr)?\s?([1-4])\b/i.exec(label)?.[1];
  return quarter === undefined ? null : Number(quarter);
}

function monthOf(label: string): number | null {
  const names = foldPlain(label).split(/[^\p{L}]+/u);
  return names.map((name) => months.get(name)).find((month) => month !== undefined) ?? null;
}

/** The position of the latest number, where each is taken as the nearest one to the number before it. */
function newestOf(numbers: readonly number[], round: number | null): number {
  let at = 0;
  const ranks = numbers.map((number, index) => {
    const before = numbers[index - 1];
    at = before === undefined || round === null ? number : at + nearest(number - before, round);
    return at;
  });
  return ranks.indexOf(Math.max(...ranks));
}

/** A step on a round of numbers: forward up to half of it, else back. */
function nearest(step: number, round: number): number {
  const back = round / 2 - 1;
  return ((((step + back) % round) + round) % round) - back;
}
