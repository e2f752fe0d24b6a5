import { containsBox } from '../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import type { PaperWords } from '../../../src/lib/hyphens.ts';
import type { Cell, Table } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { beginsWithItem, composeCell, wrappingOf } from '../tables/cells/cell-text.ts';
import type { PageTable } from '../tables/cells/page-table.ts';
import { boxesSideBySide, isIn } from '../tables/on-page/side-by-side.ts';
import { toLines } from '../text/lines.ts';
import { type Placed, type Region, toRegions } from '../text/reading-order.ts';
import { textsApart } from '../text/texts-apart.ts';
import type { TextPage, Word } from '../text/words.ts';

import type { FlowItem } from './flow-item.ts';

/** Left and right edge of the text on pages of one width, points. */
export interface TextEdges {
  readonly left: number;
  readonly right: number;
}

/** A table, or all that stands in a text box: it takes its place among the lines as a whole. */
export interface PlacedItems extends Placed {
  readonly items: readonly FlowItem[];
}

/** The lines and tables of a page in reading order, by where they stand. */
export function layoutItems(
  page: TextPage,
  tables: readonly PageTable[],
  edges: TextEdges,
  paper: PaperWords,
): readonly FlowItem[] {
  const inTables = new Set(tables.flatMap((table) => table.cells.flatMap((cell) => cell.runs)));
  const runs = page.runs.filter((run) => !inTables.has(run));
  const placed = tables.map((table) =>
    placedAt(table.box, table.box[1], [{ kind: 'table', table: toTable(table, paper) }]),
  );
  const apart = textsApart(toLines(runs, page.number));
  const boxes = boxesSideBySide(page, runs);
  const boxed = boxes.map((box) => {
    const within = placed.filter(({ x0, x1, top, bottom }) => containsBox(box, [x0, top, x1, bottom], 1));
    const own = runs.filter((run) => isIn(run, box));
    return {
      within,
      own,
      whole: placedAt(
        withinLines(box),
        levelTop(box, boxes),
        uprightItems(page, own, within, { left: box[0], right: box[2] }, apart),
      ),
    };
  });
  const taken = new Set(boxed.flatMap(({ own }) => own));
  const inBoxes = new Set(boxed.flatMap(({ within }) => within));
  const rest = runs.filter((run) => !taken.has(run));
  const turned = ([90, 270, 180] as const).map((angle) => rest.filter((run) => run.angle === angle));
  return [
    ...uprightItems(
      page,
      rest.filter((run) => run.angle === 0),
      [...placed.filter((table) => !inBoxes.has(table)), ...boxed.map(({ whole }) => whole)],
      edges,
      apart,
    ),
    ...turned.flatMap((same) => flowItems(toRegions<PlacedItems>(toLines(same, page.number), []), null)),
  ];
}

function uprightItems(
  page: TextPage,
  runs: readonly Word[],
  placed: readonly PlacedItems[],
  edges: TextEdges | null,
  apart: ReadonlySet<Word>,
): readonly FlowItem[] {
  return flowItems(toRegions(toLines(runs, page.number), placed, apart), edges);
}

const placedAt = ([x0, , x1, bottom]: Box, top: number, items: readonly FlowItem[]): PlacedItems => ({
  x0,
  x1,
  top,
  bottom,
  items,
});

/** A box without its lines at the sides, which it may share with the boxes beside it. */
const withinLines = ([x0, top, x1, bottom]: Box): Box => [x0 + 2, top, x1 - 2, bottom];

/** Boxes that begin level but for a hair are in one row. */
const levelTop = (box: Box, boxes: readonly Box[]): number =>
  leastOf(boxes, (other) => (Math.abs(other[1] - box[1]) < 4 ? other[1] : box[1]));

/** @param edges edges of the page's text; null for turned text, which keeps to its own */
export function flowItems(regions: readonly Region<PlacedItems>[], edges: TextEdges | null): readonly FlowItem[] {
  return regions.flatMap(({ items, column }) => {
    const region = {};
    const left = column?.[0] ?? edges?.left ?? leastOf(items, (item) => item.x0);
    const right = column?.[1] ?? edges?.right ?? mostOf(items, (item) => item.x1);
    return items.flatMap((item): readonly FlowItem[] =>
      'words' in item ? [{ kind: 'line', line: item, left, right, region, unit: null, underlined: false }] : item.items,
    );
  });
}

/** A table of one page in the paper's own form; its places have empty paths. */
export function toTable(table: PageTable, paper: PaperWords): Table {
  const wrapping = wrappingOf(table.cells);
  const cells = table.cells.map(
    (cell): Cell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      header: cell.row < table.headerRows,
      text: composeCell(cell.runs, cell.box, paper, wrapping),
      bold: cell.bold,
      fill: cell.fill,
      ink: cell.ink,
      ...(beginsWithItem(cell.runs) ? { itemised: true } : {}),
      ...(cell.open === undefined ? {} : { open: cell.open }),
      places: [{ path: '', page: table.page, bbox: cell.box }],
    }),
  );
  return {
    kind: 'table',
    rows: table.rows,
    columns: table.columns,
    cells,
    headerRows: table.headerRows,
    caption: null,
    evidence: table.evidence,
    confidence: table.confidence,
    joins: [],
    places: [{ path: '', page: table.page, bbox: table.box }],
  };
}
