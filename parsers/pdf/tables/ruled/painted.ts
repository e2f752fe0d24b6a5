import { intersection } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill } from '../../page/page-content.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edges } from './edge.ts';
import { partedAtLabels } from './label-rows.ts';
import type { RuledTable } from './ruled-table.ts';
import { readRuledTables } from './ruled-tables.ts';

type RuledCell = RuledTable['cells'][number];

/**
 * Tables whose cells are told by their fill alone: where no lines draw one, and no cell holds columns of its own.
 * @param edges lines and the sides of painted areas
 * @param drawn boxes of the tables that lines draw
 */
export function readPaintedTables(
  edges: Edges,
  fills: readonly Fill[],
  runs: readonly Word[],
  drawn: readonly Box[],
): readonly RuledTable[] {
  const rows = toTextRows(runs);
  return readRuledTables(edges, runs)
    .filter(({ box, grid }) => {
      const apart = !drawn.some((other) => intersection(other, box) !== null);
      return apart && grid.xs.length > 2 && grid.ys.length > 2 && !goesOn(box, grid.xs, rows);
    })
    .map((table) => {
      const cells = table.cells.flatMap((cell) => splitUnpainted(cell, table, fills));
      return cells.length === table.cells.length ? table : partedAtLabels({ ...table, cells });
    })
    .filter(({ cells }) => {
      const filled = cells.filter((cell) => cell.runs.length > 0);
      const ownColumns = filled.some(
        ({ runs: words }) => toTextRows(words).filter((row) => row.chunks.length > 1).length > 1,
      );
      return filled.length >= 0.4 * cells.length && !ownColumns;
    });
}

/** True where rows of text right above or below stand in the same columns: the paint covers only a part of the table. */
function goesOn(box: Box, xs: readonly number[], rows: readonly TextRow[]): boolean {
  return rows.some((row) => {
    const beside = Math.min(Math.abs(row.top - box[3]), Math.abs(box[1] - row.bottom)) < 1.2 * row.size;
    const outside = row.top > box[3] - 1 || row.bottom < box[1] + 1;
    if (!beside || !outside || row.chunks.length < 2) return false;
    return xs.slice(1, -1).every((x) => !row.chunks.some((chunk) => chunk.x0 < x - 1 && chunk.x1 > x + 1));
  });
}

/**
 * Every other row of a striped table is bare, so that nothing parts its cells: they are parted where the cells above
 * and below are, unless words stand across.
 */
function splitUnpainted(cell: RuledCell, { grid }: RuledTable, fills: readonly Fill[]): readonly RuledCell[] {
  if (cell.columnSpan === 1) return [cell];
  const inner = grid.xs.slice(cell.column + 1, cell.column + cell.columnSpan);
  const chunks = toTextRows(cell.runs).flatMap((row) => row.chunks);
  const crossed = chunks.some((chunk) => inner.some((x) => chunk.x0 < x - 1 && chunk.x1 > x + 1));
  const painted = fills.some(({ box }) => box.every((side, index) => Math.abs(side - (cell.box[index] ?? 0)) < 4));
  if (crossed || (painted && chunks.length < 2)) return [cell];
  return Array.from({ length: cell.columnSpan }, (_, offset): RuledCell => {
    const column = cell.column + offset;
    const [x0, x1] = [grid.xs[column] ?? 0, grid.xs[column + 1] ?? 0];
    const runs = cell.runs.filter(({ box }) => (box[0] + box[2]) / 2 >= x0 && (box[0] + box[2]) / 2 < x1);
    return { ...cell, column, columnSpan: 1, box: [x0, cell.box[1], x1, cell.box[3]], runs };
  });
}
