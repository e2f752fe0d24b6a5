import { joinWrapped, type PaperWords } from '../lib/hyphens.ts';
import { sentenceGoesOn } from '../vocabulary/small-words.ts';

/** A table's rows as plain text; every row has the same number of cells. */
export type TextRows = readonly (readonly string[])[];

/** The most letters a date, a status or a lead usually has. */
const shortValue = 70;

/**
 * Columns that nearly every row fills with something short that is no sentence: dates, statuses, leads. A row that
 * fills none of them is hardly a row of its own. Only rows that have something in their first column are counted; that
 * column itself never is one: it holds what the row is about.
 */
export function valueColumns(rows: TextRows): ReadonlySet<number> {
  const columns = rows[0]?.length ?? 0;
  const own = rows.filter(([first = '']) => first !== '' && !beginsSmall(first));
  const found = new Set<number>();
  for (let column = 1; column < columns; column += 1) {
    const filled = own.map((row) => row[column] ?? '').filter((text) => text !== '');
    const short = filled.filter((text) => text.length <= shortValue && !/[.;]$/.test(text));
    if (filled.length >= 0.6 * own.length && short.length >= 0.8 * filled.length) found.add(column);
  }
  return found;
}

/** True where a text begins in the middle of a sentence; the letter of a list (`a.`, `iv)`) is no such beginning. */
export const beginsSmall = (text: string): boolean =>
  /^[(“"'‘]?\p{Ll}/u.test(text) && !/^\(?[a-z]{1,4}[.)]\s/.test(text);

/** True where the first text stops within a sentence and the second goes on in small letters. */
export function goesOnInSmall(above: string, below: string): boolean {
  return above !== '' && beginsSmall(below) && !/[.!?:;]$/.test(above);
}

/**
 * Decides whether a row only continues the row above across a page break: "a row that only continues the row above
 * across a page break is part of that row".
 * @param edge true where a page ends between the rows, or a row in between was itself found to continue over that edge
 * @param values columns as `valueColumns` gives them for the whole table
 */
export function continuesRow(
  above: readonly string[],
  below: readonly string[],
  values: ReadonlySet<number>,
  edge: boolean,
): boolean {
  const filled = below.flatMap((text, column) => (text === '' ? [] : [column]));
  if (filled.length === 0) return false;
  const goesOn = (column: number) => goesOnInSmall(above[column] ?? '', below[column] ?? '');
  if (filled.some((column) => values.has(column) && !goesOn(column))) return false;
  if (filled.every(goesOn)) return true;
  if ((below[0] ?? '') !== '') return goesOn(0);
  return edge && (values.size > 0 || filled.some(goesOn));
}

/** Both halves of a cell as one text: on one line within a sentence, else one under the other. */
export function joinCut(above: string, below: string, words: PaperWords): string {
  if (above === '' || below === '') return above + below;
  const functionWord = sentenceGoesOn.test(above);
  if (!functionWord && !goesOnInSmall(above, below)) return `${above}\n${below}`;
  const [last = '', ...lines] = above.split('\n').reverse();
  const [first = '', ...rest] = below.split('\n');
  return [...lines.reverse(), joinWrapped([last, first], words), ...rest].join('\n');
}
