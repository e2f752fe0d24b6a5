import { intersection, middleY } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { toTextRows } from '../../text/rows.ts';
import type { TextPage } from '../../text/words.ts';
import type { PageTable } from '../cells/page-table.ts';
import { toPageCell } from '../on-page/to-page-table.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { gridsOf } from '../ruled/ruled-tables.ts';

/** Points by which bounds of the same columns differ from page to page. */
const drift = 2;
/** Lines of a row over all columns; a frame around more of them is a card. */
const mostLines = 3;
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
    const head =
      last !== undefined && isOutermost(last, page, 'bottom') ? scrapLike(next, below, last, 'top') : undefined;
    const tail =
      first !== undefined && isOutermost(first, next, 'top') ? scrapLike(page, own, first, 'bottom') : undefined;
    if (head !== undefined) below.unshift(head);
    if (tail !== undefined) own.push(tail);
  });
  return all;
}

/** The outermost grid at an end of the page that is none of its tables and has another table's columns, or some as one. */
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
      columnsIn(grid, bounds) !== null &&
      !tables.some((table) => intersection(table.box, grid.box) !== null) &&
      isOutermost(grid, page, end),
  );
  return scrap === undefined ? undefined : toTable(scrap, bounds, page);
}

/** True where nothing stands between a table and that end of its page. */
const isOutermost = ({ box: own }: { readonly box: Box }, { runs }: TextPage, end: 'top' | 'bottom'): boolean =>
  !runs.some(({ box }) => (end === 'top' ? middleY(box) < own[1] : middleY(box) > own[3]));

/**
 * At which of a table's bounds those of a grid stand, from left to right; null where one stands at none, or where a
 * grid of fewer columns is no row of a few lines: a frame around text may be as wide as the next page's table.
 */
function columnsIn({ grid: { xs, ys }, cells }: RuledTable, bounds: readonly number[]): readonly number[] | null {
  const at = xs.map((x) => bounds.findIndex((bound) => Math.abs(x - bound) <= drift));
  const isWhole = at[0] === 0 && at.at(-1) === bounds.length - 1 && !at.includes(-1);
  const isRow = ys.length === 2 && cells.every(({ runs }) => runs.length > 0 && toTextRows(runs).length <= mostLines);
  return isWhole && (xs.length === bounds.length || isRow) ? at : null;
}

const boundsOf = ({ cells }: PageTable): readonly number[] =>
  [...cells.flatMap(({ box }) => [box[0], box[2]])]
    .toSorted((a, b) => a - b)
    .filter((x, index, sorted) => index === 0 || x - (sorted[index - 1] ?? 0) > drift);

function toTable(scrap: RuledTable, bounds: readonly number[], page: TextPage): PageTable {
  const at = columnsIn(scrap, bounds) ?? [];
  const cells = scrap.cells.map((cell) => {
    const column = at[cell.column] ?? 0;
    return { ...cell, column, columnSpan: (at[cell.column + cell.columnSpan] ?? bounds.length - 1) - column };
  });
  return {
    page: page.number,
    box: scrap.box,
    rows: scrap.grid.ys.length - 1,
    columns: bounds.length - 1,
    cells: cells.map((cell) => toPageCell(cell, page.fills)),
    headerRows: 0,
    evidence: 'ruled',
    confidence,
    angle: 0,
  };
}
