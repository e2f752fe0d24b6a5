import type { Cell, Table } from '../model/document.ts';
import { cellGoesOn } from '../vocabulary/small-words.ts';
import { beginsSmall } from './continuation.ts';
import { lastRow, type TableTraits } from './traits.ts';

/** Share of a table's rows that have something in a column which every entry is expected to fill. */
const regularShare = 0.7;

/**
 * True where the first row below goes on with the last row above, which the page's end cut in the middle. A cell that is
 * filled on both sides must look the same on both, and none beside a filled first column may have a value of one form on
 * both (`2.7` over `2.8`, `10/07/2026` over `08/03/2025`): each of them is whole. Then one of these must hold:
 * - a sentence breaks off above and goes on in small letters below, or breaks off after a word that cannot be its last;
 * - the row below leaves blank its first column and another one that all entries fill (a date, a status), as they stood
 *   whole on the page above;
 * - the two rows fill different columns, but for a sentence that goes on, and neither would be an entry by itself;
 * - the row below leaves its first column blank, and every text that goes on breaks off above.
 * A row that only repeats a blank first column beside a date of its own is another entry of the row above.
 * @param traits what all of the cells above tell; of the table itself the cells that reach its end are enough
 */
export function isCutRow(above: Table, below: Table, traits: TableTraits): boolean {
  if (above.rows <= above.headerRows) return false;
  const upper = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rows && cell.text !== '');
  const lower = below.cells.filter((cell) => cell.row === 0 && cell.text !== '');
  if (upper.length === 0 || lower.length === 0) return false;
  const regular = regularColumns(above, traits);
  const missing = (cells: readonly Cell[]) => regular.filter((column) => !cells.some((cell) => covers(cell, column)));
  const pairs = lower.flatMap((cell) => {
    const over = upper.find((other) => other.column === cell.column);
    return over === undefined ? [] : [{ upper: over, lower: cell }];
  });
  if (pairs.some((pair) => !isSameStyle(pair.upper, pair.lower))) return false;
  if (lower.some(({ column }) => column === 0) && pairs.some(isWholeTwice)) return false;
  const goesOn = ({ upper: { text }, lower: { text: rest } }: (typeof pairs)[number]) =>
    endsOpen(text) || (breaksOff(text) && (beginsSmall(rest) || rest.startsWith('&')));
  if (pairs.length < lower.length) {
    const parts = missing(upper).length > 0 && missing(lower).length > 0 && missing([...upper, ...lower]).length === 0;
    return parts && pairs.every(goesOn);
  }
  const runsOn = pairs.some(goesOn);
  if (runsOn && !usesSmallLetters(traits)) return true;
  const blank = missing(lower).filter((column) => upper.some((cell) => covers(cell, column)));
  if (lower.some((cell) => cell.column === 0)) return false;
  if (blank.some((column) => column > 0) && lower.every((cell) => isProse(traits, cell.column))) return true;
  return blank.includes(0) && pairs.every((pair) => breaksOff(pair.upper.text));
}

const covers = (cell: Cell, column: number): boolean => column >= cell.column && column < cell.column + cell.columnSpan;

/** True for two values with digits, each a single word, of one form: digits and letters stand at the same places. */
function isWholeTwice({ upper, lower }: { readonly upper: Cell; readonly lower: Cell }): boolean {
  const [above, below] = [upper.text, lower.text].map((text) => text.replace(/\d/g, '0').replace(/\p{L}/gu, 'a'));
  return above === below && /^\S{3,}$/.test(upper.text) && /\d/.test(upper.text);
}

/** A cell cut in two keeps its width, weight and paint. */
function isSameStyle(upper: Cell, lower: Cell): boolean {
  return (
    upper.columnSpan === lower.columnSpan && upper.bold === lower.bold && String(upper.fill) === String(lower.fill)
  );
}

const endsOpen = (text: string): boolean => cellGoesOn.test(text);

/** Not "Yes", "No" or "TBC", and no sentence's end. */
const breaksOff = (text: string): boolean => !/[.:;!?]["”’)]?$/u.test(text) && (text.length > 3 || endsOpen(text));

/** Columns that nearly all rows fill. */
function regularColumns(table: Table, { columns, titles }: TableTraits): readonly number[] {
  const last = lastRow(table);
  const rows = Math.max(1, last - table.headerRows - titles);
  return columns.flatMap(({ filled }, column) => (filled >= regularShare * rows ? [column] : []));
}

/** Columns that hold sentences rather than dates, names or marks. */
function isProse({ columns }: TableTraits, column: number): boolean {
  const { texts = 0, letters = 0 } = columns[column] ?? {};
  return letters > 35 * texts;
}

/** True for a table whose cells often begin with small letters: there one says nothing about a cut. */
export const usesSmallLetters = ({ texts, small }: TableTraits): boolean => texts >= 6 && small > 0.3 * texts;
