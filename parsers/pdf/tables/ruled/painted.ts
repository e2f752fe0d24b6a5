import { intersection } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
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
export function readPaintedTables(edges: Edges, runs: readonly Word[], drawn: readonly Box[]): readonly RuledTable[] {
  const rows = toTextRows(runs);
  return readRuledTables(edges, runs)
    .filter(({ box, grid }) => {
      const apart = !drawn.some((other) => intersection(other, box) !== null);
      return apart && grid.xs.length > 2 && grid.ys.length > 2 && !goesOn(box, grid.xs, rows);
    })
    .map((table) => {
      const bounds = table.grid.ys.slice(1, -1).map((_, index) => index + 1);
      const inRows = bounds.reduce<readonly RuledCell[]>((parts, row) => partedAtRow(parts, row, table), table.cells);
      if (inRows.length === table.cells.length) return table;
      return partedAtLabels({ ...table, cells: inRows.toSorted((a, b) => a.row - b.row || a.column - b.column) });
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

/** Points by which lines of one row of cells differ in height at most. */
const sameHeight = 1;

/**
 * Where only some columns are painted (a rating beside each entry), the paint's sides part rows in them alone. Bare cells
 * are parted there too where a row begins in several of them: words above, and lines on one baseline right below. A text
 * that goes on across the bound, or between the lines of the others, holds for both rows.
 */
function partedAtRow(cells: readonly RuledCell[], row: number, { grid }: RuledTable): readonly RuledCell[] {
  const [y = 0, end = Infinity] = grid.ys.slice(row);
  const over = cells.flatMap((cell) => {
    if (cell.row >= row || row >= cell.row + cell.rowSpan || cell.runs.length === 0) return [];
    const lines = toTextRows(cell.runs);
    const below = lines.find(({ top, bottom }) => (top + bottom) / 2 >= y && (top + bottom) / 2 < end);
    const isCrossed = lines.some(({ top, bottom }) => top < y - 1 && bottom > y + 1);
    const begins = below !== undefined && below !== lines[0] && below.top - y <= below.size;
    return [{ cell, isCrossed, below: below?.baseline ?? null, begins: begins ? below.baseline : null }];
  });
  const isAt = (at: number) => (one: { readonly begins: number | null }) =>
    one.begins !== null && Math.abs(one.begins - at) <= sameHeight;
  const first = over.flatMap(({ begins }) => begins ?? []).find((at) => over.filter(isAt(at)).length > 1);
  if (first === undefined) return cells;
  const parted = new Set(
    over
      .filter((one) => !one.isCrossed && (one.below === null || isAt(first)({ begins: one.below })))
      .map(({ cell }) => cell),
  );
  return cells.flatMap((cell) => (parted.has(cell) ? cutAcross(cell, row, y) : [cell]));
}

/** The parts of a cell above and below a bound between rows. */
function cutAcross(cell: RuledCell, row: number, y: number): readonly RuledCell[] {
  const [x0, y0, x1, y1] = cell.box;
  const isAbove = ({ box }: Word) => (box[1] + box[3]) / 2 < y;
  return [
    { ...cell, rowSpan: row - cell.row, box: [x0, y0, x1, y], runs: cell.runs.filter(isAbove) },
    {
      ...cell,
      row,
      rowSpan: cell.row + cell.rowSpan - row,
      box: [x0, y, x1, y1],
      runs: cell.runs.filter((run) => !isAbove(run)),
    },
  ];
}
