import type { Cell, Table } from '../model/document.ts';
import { beginsSmall } from './continuation.ts';

/** Share of a table's rows that have something in a column which every entry is expected to fill. */
const regularShare = 0.7;

/**
 * True where the first row below goes on with the last row above, which the page's end cut in the middle. A cell that is
 * filled on both sides must look the same on both. Then one of these must hold:
 * - a sentence breaks off above and goes on in small letters below, or breaks off after a word that cannot be its last;
 * - the row below leaves blank its first column and another one that all entries fill (a date, a status), as they stood
 *   whole on the page above;
 * - the two rows fill different columns, but for a sentence that goes on, and neither would be an entry by itself;
 * - the row below leaves its first column blank, and every text that goes on breaks off above.
 * A row that only repeats a blank first column beside a date of its own is another entry of the row above.
 */
export function isCutRow(above: Table, below: Table): boolean {
  if (above.rows <= above.headerRows) return false;
  const upper = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rows && cell.text !== '');
  const lower = below.cells.filter((cell) => cell.row === 0 && cell.text !== '');
  if (upper.length === 0 || lower.length === 0) return false;
  const regular = regularColumns(above);
  const missing = (cells: readonly Cell[]) => regular.filter((column) => !cells.some((cell) => covers(cell, column)));
  const pairs = lower.flatMap((cell) => {
    const over = upper.find((other) => other.column === cell.column);
    return over === undefined ? [] : [{ upper: over, lower: cell }];
  });
  if (pairs.some((pair) => !isSameStyle(pair.upper, pair.lower))) return false;
  const goesOn = ({ upper: { text }, lower: { text: rest } }: (typeof pairs)[number]) =>
    endsOpen(text) || (breaksOff(text) && (beginsSmall(rest) || rest.startsWith('&')));
  if (pairs.length < lower.length) {
    const parts = missing(upper).length > 0 && missing(lower).length > 0 && missing([...upper, ...lower]).length === 0;
    return parts && pairs.every(goesOn);
  }
  const runsOn = pairs.some(goesOn);
  if (runsOn && !usesSmallLetters(above)) return true;
  const blank = missing(lower).filter((column) => upper.some((cell) => covers(cell, column)));
  if (lower.some((cell) => cell.column === 0)) return false;
  if (blank.some((column) => column > 0) && lower.every((cell) => isProse(above, cell.column))) return true;
  return blank.includes(0) && pairs.every((pair) => breaksOff(pair.upper.text));
}

const covers = (cell: Cell, column: number): boolean => column >= cell.column && column < cell.column + cell.columnSpan;

/** A cell cut in two keeps its width, weight and paint. */
function isSameStyle(upper: Cell, lower: Cell): boolean {
  return (
    upper.columnSpan === lower.columnSpan && upper.bold === lower.bold && String(upper.fill) === String(lower.fill)
  );
}

/** After a comma or one of these words a sentence must go on. */
const endsOpen = (text: string): boolean =>
  /(?:,|\b(?:an?|the|to|of|and|or|for|with|by|from|into|our|their|its|which|that|is|are|was|were|be|been|has|have))$/iu.test(
    text,
  );

/** Not "Yes", "No" or "TBC", and no sentence's end. */
const breaksOff = (text: string): boolean => !/[.:;!?]["”’)]?$/u.test(text) && (text.length > 3 || endsOpen(text));

/**
 * Columns that nearly all rows fill; cells over several rows fill each of them. The last row may be cut, so where there
 * are others it does not count, nor do rows with cells over several columns: titles, and labels with what they say of all.
 */
function regularColumns(table: Table): readonly number[] {
  const last = Math.max(table.headerRows + 1, table.rows - 1);
  const spanned = new Set(
    table.cells.filter((cell) => cell.columnSpan > 1 && cell.rowSpan === 1).map((cell) => cell.row),
  );
  const titles = [...spanned].filter((row) => row >= table.headerRows && row < last).length;
  const rows = Math.max(1, last - table.headerRows - titles);
  return Array.from({ length: table.columns }, (_, column) => column).filter((column) => {
    const filled = bodyCells(table).filter(
      (cell) => covers(cell, column) && cell.row < last && !(cell.rowSpan === 1 && spanned.has(cell.row)),
    );
    return filled.reduce((sum, cell) => sum + cell.rowSpan, 0) >= regularShare * rows;
  });
}

/** Columns that hold sentences rather than dates, names or marks. */
function isProse(table: Table, column: number): boolean {
  const texts = bodyCells(table).filter((cell) => cell.column === column);
  const letters = texts.reduce((sum, cell) => sum + cell.text.length, 0);
  return letters > 35 * texts.length;
}

const bodyCells = (table: Table): readonly Cell[] =>
  table.cells.filter((cell) => cell.row >= table.headerRows && cell.text !== '');

/** True for a table whose cells often begin with small letters: there one says nothing about a cut. */
export function usesSmallLetters(table: Table): boolean {
  const texts = bodyCells(table).map((cell) => cell.text);
  const small = texts.filter(beginsSmall).length;
  return texts.length >= 6 && small > 0.3 * texts.length;
}
