import type { GridCell } from './grid.ts';
import type { RuledTable } from './ruled-table.ts';

/**
 * A grid as the frames that it really is: cards in lanes right beside each other share their sides, but each lane ends at a
 * height of its own, below which nothing is drawn, where a table's columns end level.
 */
export function asTouchingFrames(table: RuledTable): readonly RuledTable[] {
  if (!areLanes(table)) return [table];
  return table.cells
    .filter(({ runs }) => runs.length > 0)
    .map((cell) => {
      const [x0, y0, x1, y1] = cell.box;
      const alone = { ...cell, row: 0, column: 0, rowSpan: 1 };
      return {
        ...table,
        box: cell.box,
        cells: [alone],
        grid: { xs: [x0, x1], ys: [y0, y1], cells: [alone], drawn: 1 },
      };
    });
}

function areLanes({ cells, grid }: RuledTable): boolean {
  const rows = grid.ys.length - 1;
  if (grid.xs.length < 3 || cells.some(({ columnSpan }) => columnSpan > 1)) return false;
  const lowest = grid.xs
    .slice(1)
    .map((_, column) => cells.find((cell) => cell.column === column && endsAt(cell, rows)));
  const ends = lowest.map((cell) => (cell?.runs.length === 0 && cell.open?.bottom === true ? cell.row : rows));
  const isClosed = lowest.some((cell) => cell?.open?.bottom === false);
  return isClosed && ends.every((end, column) => end > 0 && end !== ends[column + 1]);
}

const endsAt = ({ row, rowSpan }: GridCell, end: number): boolean => row + rowSpan === end;
