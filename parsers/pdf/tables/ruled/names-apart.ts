import { middleY } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { toTextRows } from '../../text/rows.ts';
import type { RuledTable } from './ruled-table.ts';

type RuledCell = RuledTable['cells'][number];

/** Parts the names of columns, in bold, from each other and from the row under them, where no line lies between. */
export function partedUnderNames(table: RuledTable): RuledTable {
  const cells = table.cells.filter(({ row }) => row === 0);
  const lines = toTextRows(cells.flatMap(({ runs }) => runs));
  const end = lines.findIndex(({ words }) => !words.every(({ bold }) => bold));
  const names = lines.slice(0, Math.max(0, end));
  const isPlain = cells.length === table.grid.xs.length - 1 && cells.every((cell) => cell.rowSpan === 1);
  if (!isPlain || !names.some(({ chunks }) => chunks.length > 1)) return table;
  const bands = [...toBands(names, linePitch(lines)), lines.slice(end)];
  const cuts = bands.slice(1).map((band, index) => {
    const above = mostOf(bands[index] ?? [], (line) => line.bottom);
    return (above + leastOf(band, (line) => line.top)) / 2;
  });
  return withFirstRowCut(table, cuts);
}

/** The table with its first row cut into several at these heights. */
function withFirstRowCut(table: RuledTable, cuts: readonly number[]): RuledTable {
  const ys = [...table.grid.ys.slice(0, 1), ...cuts, ...table.grid.ys.slice(1)];
  const parts = (cell: RuledCell): readonly RuledCell[] => {
    if (cell.row > 0) return [{ ...cell, row: cell.row + cuts.length }];
    return [...cuts, 0].map((_, row) => {
      const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
      const box: Box = [cell.box[0], top, cell.box[2], bottom];
      const runs = cell.runs.filter((run) => {
        const y = middleY(run.box);
        return (row === 0 || y >= top) && (row === cuts.length || y < bottom);
      });
      return { ...cell, row, box, runs, open: null };
    });
  };
  const cells = table.cells.flatMap(parts);
  return { ...table, cells, grid: { ...table.grid, ys, cells } };
}
