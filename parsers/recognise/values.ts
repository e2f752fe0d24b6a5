import type { Cell } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';

/** A cell's text as a value; null where it holds no letter and no digit. */
export function cellValue(cell: Cell | null | undefined): RawValue | null {
  if (cell === null || cell === undefined || !/[\p{L}\p{N}✓✔☑]/u.test(cell.text)) return null;
  return { text: cell.text.trim(), places: cell.places };
}

/** Two parts of one text: joined in one line where the first ends inside a sentence, else one a line. */
export function joinValues(first: RawValue | null | undefined, second: RawValue | null | undefined): RawValue | null {
  if (first === null || first === undefined) return second ?? null;
  if (second === null || second === undefined) return first;
  const inSentence = !/[.!?:;]["')\]]?$/.test(first.text) || /^\p{Ll}/u.test(second.text);
  return {
    text: `${first.text}${inSentence ? ' ' : '\n'}${second.text}`,
    places: [...first.places, ...second.places],
  };
}

/** True where a text ends inside a sentence that the next one, in small letters, goes on with. */
export function runsOn(first: string, second: string): boolean {
  return /^\p{Ll}/u.test(second) && !/[.!?]["')\]]?$/.test(first) && !/^[a-z][.)]\s/.test(second);
}
