import type { Cell } from '../model/document.ts';

/** Where a cell stands in a table, by its top-left position, and how many rows and columns it covers. */
export type Spot = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/** A cell that holds a table and nothing else, with the cells of that table. */
export interface Nest<C extends Spot> {
  readonly outer: C;
  readonly inner: readonly C[];
}

/**
 * The cells of a table whose own cells hold tables of rows (the actions of a finding within the finding's row) as one grid:
 * each row is as many rows as the table within it has, and its other cells span them.
 * @param header the first row of an inner table, which all of them have; it is given once, below the table's own header
 * @param headerRows rows of the table's own header
 * @param height rows of the grid for each row, where not all inner tables are known; else as many as each has
 * @returns the cells in their new places; as they were where the inner tables do not fit under each other
 */
export function withNested<C extends Spot>(
  placed: readonly C[],
  nests: readonly Nest<C>[],
  header: readonly C[],
  headerRows: number,
  height: number | null = null,
): readonly C[] {
  const [first] = nests;
  if (first === undefined || nests.some((nest) => !isAlike(first, nest))) return placed;
  const skipped = header.length > 0 ? 1 : 0;
  const headEnd = skipped * headerRows;
  const startOf = height === null ? rowStarts(nests, skipped) : (row: number) => row * height;
  const top = startOf(headEnd);
  const rowAt = (row: number) => startOf(row) + (row >= headEnd ? skipped : 0);
  const columnAt = (column: number) => column + (column > first.outer.column ? widthOf(first.inner) - 1 : 0);
  const outers = new Set(nests.map(({ outer }) => outer));
  const moved = (cell: C): C => {
    const [row, column] = [rowAt(cell.row), columnAt(cell.column)];
    const end =
      cell.row + cell.rowSpan === headEnd
        ? top + (cell.column === first.outer.column ? 0 : skipped)
        : rowAt(cell.row + cell.rowSpan);
    return { ...cell, row, column, rowSpan: end - row, columnSpan: columnAt(cell.column + cell.columnSpan) - column };
  };
  const within = (cell: C, row: number): C => ({ ...cell, row, column: first.outer.column + cell.column });
  return [
    ...placed.filter((cell) => !outers.has(cell)).map(moved),
    ...header.map((cell) => within(cell, top)),
    ...nests.flatMap(({ outer, inner }) =>
      inner.filter(({ row }) => row >= skipped).map((cell) => within(cell, rowAt(outer.row) + cell.row - skipped)),
    ),
  ].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** How many columns cells stand in. */
export const widthOf = (cells: readonly Spot[]): number =>
  cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0);

/** How many rows cells stand in. */
export const heightOf = (cells: readonly Spot[]): number =>
  cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);

/** Where each row of a table begins once the rows with tables in them are as high as those. */
function rowStarts(nests: readonly Nest<Spot>[], skipped: number): (row: number) => number {
  const heights = new Map(nests.map(({ outer, inner }) => [outer.row, Math.max(1, heightOf(inner) - skipped)]));
  const last = nests.reduce((most, { outer }) => Math.max(most, outer.row), 0);
  const starts = [0];
  for (let row = 0; row <= last; row++) starts.push((starts[row] ?? 0) + (heights.get(row) ?? 1));
  const end = starts.length - 1;
  return (row) => (row <= end ? (starts[row] ?? 0) : (starts[end] ?? 0) + row - end);
}

const isAlike = (first: Nest<Spot>, { outer, inner }: Nest<Spot>): boolean =>
  outer.column === first.outer.column && outer.columnSpan === 1 && widthOf(inner) === widthOf(first.inner);
