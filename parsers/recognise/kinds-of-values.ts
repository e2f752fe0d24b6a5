import { foldPlain } from '../../src/lib/fold.ts';
import type { Cell } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';

/** True for more words than a fact has. */
export const isLong = (text: string): boolean => text.split(/\s+/).length > longestFact;
const longestFact = 6;

/** How far the cells of each line are of one kind, 0 to 1: the mean share of the most frequent kind. */
export function likeness(lines: readonly (readonly Cell[])[]): number {
  const shares = lines.flatMap((cells) => {
    const kinds = cells.flatMap(({ text }) => (text.trim() === '' ? [] : [kindOfValue(text)]));
    const counts = [...Map.groupBy(kinds, (kind) => kind).values()].map(({ length }) => length);
    return kinds.length === 0 ? [] : [Math.max(...counts) / kinds.length];
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** What a value shows that it is by itself. */
export function kindOfValue(text: string): string {
  const plain = foldPlain(text);
  if (isRef(text)) return 'reference';
  if (isLong(text)) return 'text';
  if (isStatusWords(text) || ragFromWords(text) !== null) return 'status';
  if (findDates(text).length > 0 || noDateWords.has(plain)) return 'date';
  if (rolePhrase.test(plain)) return 'post';
  return /^[\d.,%£\s]+k?$/.test(plain) ? 'number' : 'words';
}

/** The text that stands in a list most often; '' where it is empty. */
export function commonest(texts: readonly string[]): string {
  const counts = [...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => ({ text, length }));
  return counts.toSorted((a, b) => b.length - a.length)[0]?.text ?? '';
}
