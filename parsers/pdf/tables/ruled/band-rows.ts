import { middleY } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { RuledTable } from './ruled-table.ts';

type RuledCell = RuledTable['cells'][number];

/**
 * Parts the one row of a table, or the one below its head, where the lines part its columns alone: at the white bands across
 * all columns.
 */
export function partedAtBands(table: RuledTable): RuledTable {
  const rows = table.grid.ys.length - 1;
  const columns = table.grid.xs.length - 1;
  if (columns < 3) return table;
  const cellsOf = (row: number) => table.cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
  const plain = Array.from({ length: rows }, (_, row) => isPlain(cellsOf(row), columns));
  let parted = table;
  for (let row = rows - 1; row >= 0; row--) {
    const underHead = plain[row - 1] !== true || isBold(cellsOf(row - 1));
    if (plain[row] !== true || plain[row + 1] === true || !underHead) continue;
    const cuts = cutsAtBands(cellsOf(row));
    if (cuts.length > 0) parted = withCuts(parted, row, cuts);
  }
  return parted;
}

/** True for a row of one cell a column. */
const isPlain = (cells: readonly RuledCell[], columns: number): boolean =>
  cells.length === columns && cells.every((cell) => cell.rowSpan === 1);

const isBold = (cells: readonly RuledCell[]): boolean => cells.every(({ runs }) => runs.every(({ bold }) => bold));

/** Share of the columns that have words in every row of a table. */
const mostlyFilled = 0.5;

/**
 * Where white bands higher than the space between lines cross all columns at once, from the top down: each row has words
 * in the first column and in most others, wherever in its height they are set.
 */
function cutsAtBands(cells: readonly RuledCell[]): readonly number[] {
  const across = cells.toSorted((a, b) => a.column - b.column);
  const lines = toTextRows(across.flatMap((cell) => cell.runs));
  const bands = toBands(lines, linePitch(lines));
  const isRow = (band: readonly TextRow[]) => {
    const words = new Set(band.flatMap((line) => line.runs));
    const filled = across.filter((cell) => cell.runs.some((run) => words.has(run)));
    return filled[0] === across[0] && filled.length >= mostlyFilled * across.length;
  };
  if (!bands.every(isRow)) return [];
  return bands.slice(1).map((band, index) => {
    const above = bands[index] ?? [];
    return (mostOf(above, (line) => line.bottom) + leastOf(band, (line) => line.top)) / 2;
  });
}

/** The table with one of its rows cut into several at these heights. */
function withCuts(table: RuledTable, row: number, cuts: readonly number[]): RuledTable {
  const ys = [...table.grid.ys.slice(0, row + 1), ...cuts, ...table.grid.ys.slice(row + 1)];
  const parts = (cell: RuledCell): readonly RuledCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + cuts.length }];
    if (cell.row < row) return [cell];
    return [...cuts, 0].map((_, index) => {
      const [top = 0, bottom = 0] = [ys[row + index], ys[row + index + 1]];
      const box: Box = [cell.box[0], top, cell.box[2], bottom];
      const runs = cell.runs.filter((run) => {
        const y = middleY(run.box);
        return (index === 0 || y >= top) && (index === cuts.length || y < bottom);
      });
      return { ...cell, row: row + index, box, runs, open: null };
    });
  };
  const cells = table.cells.flatMap(parts);
  return { ...table, cells, grid: { ...table.grid, ys, cells } };
}
