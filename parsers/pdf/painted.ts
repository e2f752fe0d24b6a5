import { intersection } from '../../src/lib/box.ts';
import type { Edges } from './edges.ts';
import type { Fill, TextRun } from './page-content.ts';
import { type RuledTable, readRuledTables } from './ruled.ts';
import { toTextRows } from './text-rows.ts';

type RuledCell = RuledTable['cells'][number];

/**
 * Tables whose cells are told by their fill alone: where no lines draw one, and no cell holds columns of its own.
 * @param edges lines and the sides of painted areas
 * @param drawn the tables that lines draw
 */
export function readPaintedTables(
  edges: Edges,
  fills: readonly Fill[],
  runs: readonly TextRun[],
  drawn: readonly RuledTable[],
): readonly RuledTable[] {
  return readRuledTables(edges, runs)
    .filter(({ box, grid }) => {
      const apart = !drawn.some((table) => intersection(table.box, box) !== null);
      return apart && grid.xs.length > 2 && grid.ys.length > 2;
    })
    .map((table) => ({ ...table, cells: table.cells.flatMap((cell) => splitUnpainted(cell, table, fills)) }))
    .filter(({ cells }) => {
      const filled = cells.filter((cell) => cell.runs.length > 0);
      const ownColumns = filled.some(
        ({ runs: words }) => toTextRows(words).filter((row) => row.chunks.length > 1).length > 1,
      );
      return filled.length >= 0.4 * cells.length && !ownColumns;
    });
}

/**
 * Every other row of a striped table is bare, so that nothing parts its cells: they are parted where the cells above
 * and below are, unless a word stands across.
 */
function splitUnpainted(cell: RuledCell, { grid }: RuledTable, fills: readonly Fill[]): readonly RuledCell[] {
  if (cell.columnSpan === 1) return [cell];
  const inner = grid.xs.slice(cell.column + 1, cell.column + cell.columnSpan);
  const crossed = cell.runs.some(({ box }) => inner.some((x) => box[0] < x - 1 && box[2] > x + 1));
  const painted = fills.some(({ box }) => box.every((side, index) => Math.abs(side - (cell.box[index] ?? 0)) < 4));
  if (crossed || painted) return [cell];
  return Array.from({ length: cell.columnSpan }, (_, offset): RuledCell => {
    const column = cell.column + offset;
    const [x0, x1] = [grid.xs[column] ?? 0, grid.xs[column + 1] ?? 0];
    const runs = cell.runs.filter(({ box }) => (box[0] + box[2]) / 2 >= x0 && (box[0] + box[2]) / 2 < x1);
    return { ...cell, column, columnSpan: 1, box: [x0, cell.box[1], x1, cell.box[3]], runs };
  });
}
