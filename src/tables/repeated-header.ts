import { foldWords } from '../lib/fold.ts';
import type { Cell, Table } from '../model/document.ts';

/**
 * How many of the first rows below repeat the header above: word for word, or, in a row that looks like the header (bold
 * or painted alike), in mostly the same words ("Progress (continued)"). A header of several rows comes back whole; where
 * it is not known how many they are, further ones must look like a header: an entry may read as the one before it.
 */
export function repeatedHeaderRows(above: Table, below: Table): number {
  const known = Math.max(above.headerRows, below.headerRows);
  const limit = Math.min(known > 0 ? known : mostHeaderRows, above.rows, below.rows);
  const mayRepeat = (row: number) => row === 0 || known > 0 || looksAlike(rowCells(above, row), rowCells(below, row));
  let rows = 0;
  while (rows < limit && mayRepeat(rows) && repeatsRow(above, below, rows)) rows += 1;
  return rows < above.headerRows && rows < below.headerRows ? 0 : rows;
}

/** A header of which it is not known how many rows it has is looked for in so many. */
export const mostHeaderRows = 6;

function repeatsRow(above: Table, below: Table, row: number): boolean {
  const upper = rowCells(above, row);
  const lower = rowCells(below, row);
  const texts = lower.map((cell) => foldWords(cell.text));
  if (texts.every((text) => text === '')) return false;
  const same = lower.filter((cell, index) => textAt(upper, cell.column) === texts[index]).length;
  if (same === lower.length && upper.length === lower.length) return true;
  if (row >= Math.max(above.headerRows, 1) || !looksAlike(upper, lower)) return false;
  const alike = lower.filter((cell, index) => inOtherWords(textAt(upper, cell.column), texts[index] ?? '')).length;
  return alike >= Math.max(1, 0.5 * lower.length) && lower.length >= 2;
}

/**
 * True where the part below is another table: it has a header of its own, in other words than the one above, or it is
 * the next form.
 * @param repeated how many of its first rows repeat those above
 */
export function startsAnew(above: Table, below: Table, repeated: number): boolean {
  return (
    isNextForm(above, below, repeated) || isNextStack(above, below) || (repeated === 0 && hasOtherHeader(above, below))
  );
}

function hasOtherHeader(above: Table, below: Table): boolean {
  if (below.headerRows === 0) return false;
  const header = rowCells(below, 0);
  if (above.headerRows > 0) return true;
  const first = rowCells(above, 0);
  return header.length > 1 && looksAlike(first, header) && header.every((cell) => cell.text !== '');
}

/**
 * The two labels that a form begins with come back, one of them with another value. In a table of entries one may begin
 * as the first one does, but hardly two that follow each other.
 */
function isNextForm(above: Table, below: Table, repeated: number): boolean {
  const rows = [repeated, repeated + 1].map((row) => [rowCells(above, row), rowCells(below, row)] as const);
  const labels = rows.map(([upper]) => textAt(upper, 0));
  const isAgain = rows.every(([, lower], index) => lower.length > 1 && textAt(lower, 0) === labels[index]);
  const hasOther = rows.some(([upper, lower]) =>
    lower.some((cell) => foldWords(cell.text) !== textAt(upper, cell.column)),
  );
  return isAgain && hasOther && !labels.includes('') && labels[0] !== labels[1];
}

/**
 * Labels over values, each across the whole width: two labels come back, with another value between them. A title that comes
 * back above a table has the same header below it each time.
 */
function isNextStack(above: Table, below: Table): boolean {
  const [label, value, next] = [0, 1, 2].map((row) => [rowCells(above, row), rowCells(below, row)] as const);
  const isAcross = ([upper = [], lower = []]: readonly (readonly Cell[])[] = []) =>
    upper.length === 1 && lower.length === 1 && lower[0]?.columnSpan === below.columns;
  const isSame = ([upper = [], lower = []]: readonly (readonly Cell[])[] = []) =>
    textAt(upper, 0) !== '' && textAt(upper, 0) === textAt(lower, 0);
  return isAcross(label) && isAcross(next) && isSame(label) && isSame(next) && !isSame(value);
}

export const rowCells = (table: Table, row: number): readonly Cell[] => table.cells.filter((cell) => cell.row === row);

const textAt = (cells: readonly Cell[], column: number): string =>
  foldWords(cells.find((cell) => cell.column === column)?.text ?? '');

/** All bold above and below, or on the same paint. */
export function looksAlike(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const bold = (cells: readonly Cell[]) => cells.every((cell) => cell.bold || cell.text === '' || cell.header);
  const paint = (cells: readonly Cell[]) => {
    const fills = new Set(cells.map((cell) => String(cell.fill)));
    return fills.size === 1 ? [...fills][0] : null;
  };
  const shade = paint(upper);
  return (bold(upper) && bold(lower)) || (shade !== 'null' && shade !== null && shade === paint(lower));
}

/** Half of the words of the shorter text stand in the other one too. */
function inOtherWords(a: string, b: string): boolean {
  const first = new Set(a.split(' ').filter((word) => word !== ''));
  const second = new Set(b.split(' ').filter((word) => word !== ''));
  if (first.size === 0 || second.size === 0) return first.size === second.size;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= 0.5 * Math.min(first.size, second.size);
}
