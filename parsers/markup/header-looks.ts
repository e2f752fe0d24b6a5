import type { Cell } from '../../src/model/document.ts';

/**
 * Marks the cells that head a row or column by their looks, where the markup does not say: a row all of whose words are
 * bold, or all painted in one colour that the row below is not, heads what follows; so does a first column of bold words
 * beside plain ones. Where markup or tags mark any header cell, they are believed and nothing is changed.
 */
export function withHeadersByLooks(cells: readonly Cell[]): readonly Cell[] {
  if (cells.some((cell) => cell.header)) return cells;
  const rows = Map.groupBy(cells, (cell) => cell.row);
  const headerRows = new Set(
    [...rows].filter(([row, own]) => headsColumns(own, rows.get(row + 1))).map(([row]) => row),
  );
  const body = cells.filter((cell) => !headerRows.has(cell.row));
  const labels = body.filter((cell) => cell.column === 0 && cell.text !== '');
  const values = body.filter((cell) => cell.column > 0 && cell.text !== '');
  const labelColumn = labels.length > 0 && values.length > 0 && labels.every(isBold) && !values.every(isBold);
  return cells.map((cell) => {
    const header = headerRows.has(cell.row) || (labelColumn && cell.column === 0 && cell.text !== '');
    return header ? { ...cell, header } : cell;
  });
}

const isBold = (cell: Cell): boolean => cell.bold;

function headsColumns(row: readonly Cell[], below: readonly Cell[] | undefined): boolean {
  const worded = row.filter((cell) => cell.text !== '');
  if (below === undefined || worded.length < 2) return false;
  const wordedBelow = below.filter((cell) => cell.text !== '');
  if (worded.every(isBold)) return !wordedBelow.every(isBold) || wordedBelow.length === 0;
  const paint = String(worded[0]?.fill ?? '');
  return (
    paint !== '' &&
    row[0]?.row === 0 &&
    worded.every((cell) => String(cell.fill ?? '') === paint) &&
    wordedBelow.every((cell) => String(cell.fill ?? '') !== paint)
  );
}

/** How many of the first rows are made of header cells alone; one over the whole width below them heads the first group of rows. */
export function countHeaderRows(cells: readonly Cell[], rows: number): number {
  const byRow = Map.groupBy(cells, (cell) => cell.row);
  let count = 0;
  while (count < rows) {
    const own = byRow.get(count) ?? [];
    const isCovered = () => cells.some((cell) => cell.row < count && cell.row + cell.rowSpan > count && cell.header);
    if (!own.every((cell) => cell.header) || (own.length === 0 && !isCovered())) break;
    if (isBandBelow(own, byRow.get(count - 1))) break;
    count += 1;
  }
  return count < rows ? count : 0;
}

const isBandBelow = (row: readonly Cell[], above: readonly Cell[] = []): boolean => {
  const [band, ...others] = row;
  const columns = above.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  return band !== undefined && others.length === 0 && above.length > 1 && band.columnSpan === columns;
};
