import { intersection, middleY } from '../../../../src/lib/box.ts';
import type { TextPage } from '../../text/words.ts';
import type { PageTable } from '../cells/page-table.ts';
import { toPageCell } from '../on-page/choose.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { gridsOf } from '../ruled/ruled-tables.ts';

/** Points by which bounds of the same columns differ from page to page. */
const drift = 2;
/** A grid that shows too little by itself is a table for certain where it goes on with one. */
const confidence = 0.8;

/**
 * The tables of successive pages with the scraps that a page's end leaves of them: a last or first row in lines, with
 * words in one cell perhaps, is no table by itself, but it is where the table of the next or the last page has its columns.
 * @param tables as each page shows them by itself
 */
export function withScraps(
  pages: readonly TextPage[],
  tables: readonly (readonly PageTable[])[],
): readonly (readonly PageTable[])[] {
  const all = tables.map((own) => [...own]);
  pages.forEach((page, index) => {
    const [next, own, below] = [pages[index + 1], all[index], all[index + 1]];
    if (next === undefined || own === undefined || below === undefined || next.number !== page.number + 1) return;
    const [last, first] = [own.at(-1), below[0]];
    const head = last === undefined ? undefined : scrapLike(next, below, last, 'top');
    const tail = first === undefined ? undefined : scrapLike(page, own, first, 'bottom');
    if (head !== undefined) below.unshift(head);
    if (tail !== undefined) own.push(tail);
  });
  return all;
}

/** The outermost grid at an end of the page that is none of its tables and has another table's columns. */
function scrapLike(
  page: TextPage,
  tables: readonly PageTable[],
  like: PageTable,
  end: 'top' | 'bottom',
): PageTable | undefined {
  if (like.evidence !== 'ruled' || like.angle !== 0) return undefined;
  const bounds = boundsOf(like);
  const scrap = gridsOf(page).find(
    (grid) =>
      grid.grid.xs.length === bounds.length &&
      grid.grid.xs.every((x, index) => Math.abs(x - (bounds[index] ?? 0)) <= drift) &&
      !tables.some((table) => intersection(table.box, grid.box) !== null) &&
      !page.runs.some(({ box }) => (end === 'top' ? middleY(box) < grid.box[1] : middleY(box) > grid.box[3])),
  );
  return scrap === undefined ? undefined : toTable(scrap, page);
}

const boundsOf = ({ cells }: PageTable): readonly number[] =>
  [...cells.flatMap(({ box }) => [box[0], box[2]])]
    .toSorted((a, b) => a - b)
    .filter((x, index, sorted) => index === 0 || x - (sorted[index - 1] ?? 0) > drift);

const toTable = ({ box, grid, cells }: RuledTable, page: TextPage): PageTable => ({
  page: page.number,
  box,
  rows: grid.ys.length - 1,
  columns: grid.xs.length - 1,
  cells: cells.map((cell) => toPageCell(cell, page.fills)),
  headerRows: 0,
  evidence: 'ruled',
  confidence,
  angle: 0,
});
