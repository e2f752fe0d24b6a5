import { heightOf, overlap, union, widthOf } from '../../../../src/lib/box.ts';
import { mostOf } from '../../../../src/lib/extremes.ts';
import type { Segment } from '../../page/page-content.ts';
import type { TextPage, Word } from '../../text/words.ts';
import type { PageCell, PageTable } from '../cells/page-table.ts';

/** Distance from one line of a cell to the next, in line heights, over which the text still goes on. */
const nextLine = 0.7;

/**
 * Browsers cut a table at the page's end without a bottom line: the text of a cell over several rows may then stand
 * below the last line that is drawn. Such text, right under the words of a cell that no line closes, goes to the cell.
 */
export function claimOverflow(tables: readonly PageTable[], page: TextPage): readonly PageTable[] {
  const held = new Set(tables.flatMap((table) => table.cells.flatMap((cell) => cell.runs)));
  const loose = page.runs.filter((run) => run.angle === 0 && !held.has(run));
  return tables.map((table) => (table.evidence === 'ruled' ? withOverflow(table, loose, page.segments) : table));
}

function withOverflow(table: PageTable, loose: readonly Word[], segments: readonly Segment[]): PageTable {
  const bottom = table.box[3];
  const below = loose.filter((run) => run.box[3] > bottom && run.box[1] < bottom + 4 * run.size);
  if (table.angle !== 0 || below.length === 0) return table;
  const cells = table.cells.map((cell): PageCell => {
    const isLast = cell.row + cell.rowSpan === table.rows;
    return isLast && cell.runs.length > 0 && !isClosed(cell, segments) ? grown(cell, below) : cell;
  });
  return { ...table, cells, box: cells.map((cell) => cell.box).reduce(union, table.box) };
}

/** True where a ruling line runs under the cell. */
function isClosed({ box }: PageCell, segments: readonly Segment[]): boolean {
  const under = segments.filter((line) => Math.abs(line.y0 - line.y1) < 1 && Math.abs(line.y0 - box[3]) <= 3);
  const covered = under.reduce((sum, line) => sum + Math.max(0, overlap(line.x0, line.x1, box[0], box[2])), 0);
  return covered > 0.5 * widthOf(box);
}

/** The cell with the lines that follow its own from one to the next. */
function grown(cell: PageCell, below: readonly Word[]): PageCell {
  const runs = [...cell.runs];
  let end = mostOf(runs, (run) => run.box[3]);
  for (const run of below.toSorted((a, b) => a.baseline - b.baseline)) {
    const within = run.box[0] >= cell.box[0] - 1 && run.box[2] <= cell.box[2] + 1;
    if (!within || run.box[1] - end > nextLine * heightOf(run.box)) continue;
    runs.push(run);
    end = Math.max(end, run.box[3]);
  }
  return { ...cell, runs, box: runs.map((run) => run.box).reduce(union, cell.box) };
}
