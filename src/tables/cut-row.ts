import type { Cell, Table } from '../model/document.ts';

/** Points below a cell's last line that still count as the row's end; a line and a half of small print. */
const nearEnd = 18;

/**
 * True where the first row below goes on with the last row above, which the page's end cut in the middle. Every filled
 * cell below must have a filled one above; then either a sentence breaks off above and goes on in small letters below,
 * or the row below leaves blank what every row has (the first column of the table, or a short value such as a date that
 * stood whole on the page above) and the text above breaks off or fills its row to the end.
 */
export function isCutRow(above: Table, below: Table): boolean {
  const last = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rows);
  const first = below.cells.filter((cell) => cell.row === 0);
  const pairs = first
    .filter((cell) => cell.text !== '')
    .map((lower) => ({ lower, upper: last.find((cell) => cell.column === lower.column) }));
  if (pairs.length === 0 || above.rows <= above.headerRows) return false;
  const matched = pairs.filter((pair): pair is { lower: Cell; upper: Cell } => (pair.upper?.text ?? '') !== '');
  if (matched.length < pairs.length) return false;
  if (matched.some(({ upper, lower }) => !isSameStyle(upper, lower))) return false;
  const broken = matched.filter(({ upper, lower }) => breaksOff(upper.text) && /^[\p{Ll}(&]/u.test(lower.text));
  if (broken.length > 0 && !usesSmallLetters(above)) return true;
  const blank = first.filter((cell) => cell.text === '' && filled(last, cell.column));
  if (blank.length === 0) return false;
  return matched.every(({ upper }) => breaksOff(upper.text) || isLong(upper, last));
}

/** A cell cut in two keeps its width, weight and paint. */
function isSameStyle(upper: Cell, lower: Cell): boolean {
  return (
    upper.columnSpan === lower.columnSpan && upper.bold === lower.bold && String(upper.fill) === String(lower.fill)
  );
}

const filled = (cells: readonly Cell[], column: number): boolean =>
  cells.some((cell) => cell.column === column && cell.text !== '');

const breaksOff = (text: string): boolean => !/[.:;!?]["”’)]?$/u.test(text) && text.length > 3;

/** The longest cell of its row: the one whose text fills the row to its end. */
function isLong(cell: Cell, row: readonly Cell[]): boolean {
  const lines = (other: Cell) => other.text.length / Math.max(20, widthOf(other));
  return row.every((other) => other === cell || lines(other) <= lines(cell) + 0.05) && cell.text.length > nearEnd * 2;
}

function widthOf(cell: Cell): number {
  const box = cell.places.at(-1)?.bbox;
  return box === undefined ? 100 : box[2] - box[0];
}

/** True for a table whose cells often begin with small letters: there one says nothing about a cut. */
function usesSmallLetters(table: Table): boolean {
  const texts = table.cells.filter((cell) => cell.row >= table.headerRows && cell.text !== '').map((cell) => cell.text);
  const small = texts.filter((text) => /^\p{Ll}/u.test(text)).length;
  return texts.length >= 6 && small > 0.3 * texts.length;
}
