import type { Box } from '../../../../src/model/place.ts';
import type { Word } from '../../text/words.ts';

/** A cell of a table that was read from gaps. */
export interface SpacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly runs: readonly Word[];
}

/**
 * Cells so that each position of the grid is covered by one: those that begin at one position are one cell, a span ends
 * before the next cell begins, and where nothing stands there is an empty cell. From the top left, row by row.
 * @param xs bounds of the columns, `ys` of the rows; points
 */
export function fillGrid(
  cells: readonly SpacedCell[],
  rows: number,
  columns: number,
  xs: readonly number[],
  ys: readonly number[],
): readonly SpacedCell[] {
  const at = (row: number, column: number) => row * columns + column;
  const starts = startingCells(cells, at);
  const taken = new Set<number>();
  const filled: SpacedCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(at(row, column))) continue;
      const cell = starts.get(at(row, column));
      const isFree = (r: number, c: number) => c < columns && r < rows && !taken.has(at(r, c)) && !starts.has(at(r, c));
      const [rowSpan, columnSpan] = freeSpan(row, column, cell, isFree);
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) taken.add(at(r, c));
      const box: Box = [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0];
      filled.push({ row, column, rowSpan, columnSpan, box, runs: cell?.runs ?? [] });
    }
  }
  return filled;
}

/** The cells by where they begin; of several the one with all their runs and the widest span. */
function startingCells(
  cells: readonly SpacedCell[],
  at: (row: number, column: number) => number,
): ReadonlyMap<number, SpacedCell> {
  const starts = new Map<number, SpacedCell>();
  for (const cell of cells) {
    const same = starts.get(at(cell.row, cell.column));
    const joined: SpacedCell =
      same === undefined
        ? cell
        : {
            ...cell,
            rowSpan: Math.max(cell.rowSpan, same.rowSpan),
            columnSpan: Math.max(cell.columnSpan, same.columnSpan),
            runs: [...same.runs, ...cell.runs],
          };
    starts.set(at(cell.row, cell.column), joined);
  }
  return starts;
}

/** As much of a cell's span, first along its row and then down, as no other cell needs. */
function freeSpan(
  row: number,
  column: number,
  cell: SpacedCell | undefined,
  isFree: (row: number, column: number) => boolean,
): readonly [rowSpan: number, columnSpan: number] {
  if (cell === undefined) return [1, 1];
  let columnSpan = 1;
  while (columnSpan < cell.columnSpan && isFree(row, column + columnSpan)) columnSpan++;
  const isFreeRow = (r: number) => Array.from({ length: columnSpan }, (_, c) => column + c).every((c) => isFree(r, c));
  let rowSpan = 1;
  while (rowSpan < cell.rowSpan && isFreeRow(row + rowSpan)) rowSpan++;
  return [rowSpan, columnSpan];
}
