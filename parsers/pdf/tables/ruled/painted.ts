import { intersection } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edges } from './edge.ts';
import type { RuledTable } from './ruled-table.ts';
import { readRuledTables } from './ruled-tables.ts';

/**
 * Tables whose cells are told by their fill alone, where no lines draw one.
 * @param edges lines and the sides of painted areas
 * @param drawn boxes of the tables that lines draw
 */
export function readPaintedTables(edges: Edges, runs: readonly Word[], drawn: readonly Box[]): readonly RuledTable[] {
  const rows = toTextRows(runs);
  return readRuledTables(edges, runs).filter(({ box, grid }) => {
    const apart = !drawn.some((other) => intersection(other, box) !== null);
    return apart && grid.xs.length > 2 && grid.ys.length > 2 && !goesOn(box, grid.xs, rows);
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
