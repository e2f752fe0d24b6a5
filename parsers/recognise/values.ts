import type { Cell } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { statusSign } from '../../src/vocabulary/status-signs.ts';

/** A letter, a digit, a tick, an arrow or a coloured sign. */
const telling = /[\p{L}\p{N}✓✔☑↑↓←→↔↗↘⬆⬇⬅➡🔴🟥🟠🟡🟧🟨🟢🟩🔵🟦⚪⬜]/u;

/** True for a text that has more than marks of print: words, numbers, or signs that can stand for a status. */
export const saysSomething = (text: string): boolean => telling.test(text) || statusSign.test(text);

/** A cell's text as a value; null where it says nothing. */
export function cellValue(cell: Cell | null | undefined): RawValue | null {
  if (cell === null || cell === undefined || !saysSomething(cell.text)) return null;
  return { text: cell.text.trim(), places: cell.places };
}

/** Two parts of one text: joined in one line where the first ends inside a sentence, else one a line. */
export function joinValues(first: RawValue | null | undefined, second: RawValue | null | undefined): RawValue | null {
  if (first === null || first === undefined) return second ?? null;
  if (second === null || second === undefined) return first;
  const inSentence =
    !listItem.test(second.text) && (!/[.!?:;]["')\]]?$/.test(first.text) || /^\p{Ll}/u.test(second.text));
  return {
    ...first,
    text: `${first.text}${inSentence ? ' ' : '\n'}${second.text}`,
    places: [...first.places, ...second.places],
  };
}

const listItem = /^\(?(?:\d{1,2}|[a-z])[.)]\s/;

/** True where a text of two numbered items or more is gone on with by the item that comes next: `3.` after `1.` and `2.`. */
export function isNextItem(list: string, text: string): boolean {
  const numbers = [...list.matchAll(/^\(?(\d{1,2})[.)]\s/gm)].map(([, number]) => Number(number));
  const next = /^\(?(\d{1,2})[.)]\s/.exec(text)?.[1];
  return numbers.length > 1 && Number(next) === (numbers.at(-1) ?? 0) + 1;
}

/** True where a text ends inside a sentence that the next one, in small letters, goes on with. */
export function runsOn(first: string, second: string): boolean {
  return /^\p{Ll}/u.test(second) && !/[.!?]["')\]]?$/.test(first) && !/^[a-z][.)]\s/.test(second);
}
