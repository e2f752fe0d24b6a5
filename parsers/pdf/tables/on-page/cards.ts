import { containsBox } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { toTextRows } from '../../text/rows.ts';
import type { TextPage } from '../../text/words.ts';
import type { PageTable } from '../cells/page-table.ts';
import { gridsOf } from '../ruled/ruled-tables.ts';
import { boxesApart, isIn } from './side-by-side.ts';

/** A box that is read by itself, and the tables in it. */
export interface Card {
  readonly box: Box;
  readonly tables: readonly PageTable[];
}

/** Fewer lines show no table. */
const fewestRows = 2;
/** A box of fewer lines, and without a table in it, may be the cell of one. */
const fewestLines = 4;

/**
 * The boxes side by side that hold many lines or tables of their own, such as labels beside their values on cards: read
 * across the page, rows of one would run into those of the next.
 * @param read the tables of a page, as of what stands in one box
 */
export function cardsOf(page: TextPage, read: (part: TextPage) => readonly PageTable[]): readonly Card[] {
  const grids = gridsOf(page).filter(({ cells }) => cells.length > 1);
  return boxesApart(page, page.runs)
    .filter((box) => !grids.some((grid) => containsBox(grid.box, box, 1)))
    .map((box) => {
      const part = partIn(page, box);
      return { box, part, tables: read(part).filter(({ rows }) => rows >= fewestRows) };
    })
    .filter(({ part, tables }) => tables.length > 0 || toTextRows(part.runs).length >= fewestLines);
}

/** What stands in a box: without its frame and its ground. */
function partIn(page: TextPage, box: Box): TextPage {
  return {
    ...page,
    runs: page.runs.filter((run) => isIn(run, box)),
    segments: page.segments.filter(({ x0, y0, x1, y1 }) => containsBox(box, [x0, y0, x1, y1], -insideFrame)),
    fills: page.fills.filter((fill) => containsBox(box, fill.box, 1) && !containsBox(fill.box, box, 1)),
  };
}

/** Points from a frame's lines to what stands in it. */
const insideFrame = 1.5;

/** A page without what stands in some boxes. */
export const besideCards = (page: TextPage, cards: readonly Card[]): TextPage =>
  cards.length === 0 ? page : { ...page, runs: page.runs.filter((run) => !cards.some(({ box }) => isIn(run, box))) };
