import { foldWords } from '../lib/fold.ts';
import type { Cell, Table } from '../model/document.ts';

/** Left and right edge of a column, points. */
type Extent = readonly [left: number, right: number];

/** Two tables on one set of columns. */
export interface Aligned {
  readonly above: Table;
  readonly below: Table;
}

/** Points by which a column's edges may move from page to page. */
const drift = 6;

/**
 * Lays two tables on one set of columns; null where theirs do not match.
 * - As many columns: their edges must agree.
 * - Edges of one among the edges of the other, as when all cells on one page span several columns: the cells of the one
 *   with fewer are spread out, if the rows at the page's end and at the next page's start are parted alike.
 * - Fewer below: a column was lost, as when nothing stands in it on that page; each must lie within one column above or
 *   repeat its heading.
 */
export function alignColumns(above: Table, below: Table): Aligned | null {
  if (below.columns === above.columns) return edgesAgree(above, below) ? { above, below } : null;
  const spread = below.columns < above.columns ? spreadByEdges(below, above) : spreadByEdges(above, below);
  if (spread !== null) {
    const aligned = below.columns < above.columns ? { above, below: spread } : { above: spread, below };
    if (partedAlike(aligned)) return aligned;
  }
  if (below.columns > above.columns || below.columns < 2) return null;
  const map = mapByHeading(above, below) ?? mapByExtent(above, below);
  return map === null ? null : { above, below: spreadByMap(below, map, above.columns) };
}

function edgesAgree(above: Table, below: Table): boolean {
  const upper = extents(above);
  const lower = extents(below);
  return upper.every((extent, column) => {
    const other = lower[column];
    if (extent === null || other == null) return true;
    const shared = Math.min(extent[1], other[1]) - Math.max(extent[0], other[0]);
    const narrower = Math.min(extent[1] - extent[0], other[1] - other[0]);
    const near = Math.abs(extent[0] - other[0]) <= drift && Math.abs(extent[1] - other[1]) <= drift;
    return near || shared >= 0.6 * narrower;
  });
}

/** The table with fewer columns on the columns of the other one; null where an edge is none of the other's. */
function spreadByEdges(fewer: Table, more: Table): Table | null {
  const edges = columnEdges(more);
  if (edges === null) return null;
  const edgeAt = (x: number) => edges.findIndex((edge) => Math.abs(edge - x) <= drift);
  const cells = fewer.cells.map((cell): Cell | null => {
    const box = cell.places.at(-1)?.bbox;
    const from = box === undefined ? -1 : edgeAt(box[0]);
    const to = box === undefined ? -1 : edgeAt(box[2]);
    return from < 0 || to <= from ? null : { ...cell, column: from, columnSpan: to - from };
  });
  const whole = cells.filter((cell) => cell !== null);
  return whole.length < cells.length ? null : { ...fewer, columns: more.columns, cells: whole };
}

/** The lines between columns, one more than columns; null where the cells leave one open. */
function columnEdges(table: Table): readonly number[] | null {
  const edges: number[] = [];
  for (const cell of table.cells) {
    const box = cell.places.at(-1)?.bbox;
    if (box === undefined) continue;
    edges[cell.column] ??= box[0];
    edges[cell.column + cell.columnSpan] ??= box[2];
  }
  const whole = Array.from({ length: table.columns + 1 }, (_, index) => edges[index]);
  const known = whole.filter((edge) => edge !== undefined);
  return known.length < whole.length ? null : known;
}

/** The last row above and the first one below have their cells in the same columns. */
function partedAlike({ above, below }: Aligned): boolean {
  const parts = (table: Table, row: number) =>
    table.cells
      .filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row)
      .map((cell) => `${cell.column}+${cell.columnSpan}`)
      .sort()
      .join(' ');
  return parts(above, above.rows - 1) === parts(below, 0);
}

/** For each column below the one above whose heading it repeats; null where one has none. */
function mapByHeading(above: Table, below: Table): readonly number[] | null {
  const headings = (table: Table) =>
    Array.from({ length: table.columns }, (_, column) =>
      foldWords(table.cells.find((cell) => cell.row === 0 && cell.column === column)?.text ?? ''),
    );
  const upper = headings(above);
  return increasing(headings(below).map((heading) => (heading === '' ? -1 : upper.indexOf(heading))));
}

/** For each column below the one above that it lies in; null where one lies in none or in two. */
function mapByExtent(above: Table, below: Table): readonly number[] | null {
  const upper = extents(above);
  return increasing(
    extents(below).map((extent) => {
      if (extent === null) return -1;
      const middle = (extent[0] + extent[1]) / 2;
      return upper.findIndex((other) => other !== null && middle >= other[0] - drift && middle <= other[1] + drift);
    }),
  );
}

const increasing = (map: readonly number[]): readonly number[] | null =>
  map.every((column, index) => column >= 0 && (index === 0 || column > (map[index - 1] ?? -1))) ? map : null;

/** Where the columns stand on the table's pages, by their cells that cover one column. */
function extents(table: Table): readonly (Extent | null)[] {
  return Array.from({ length: table.columns }, (_, column) => {
    const boxes = table.cells
      .filter((cell) => cell.column === column && cell.columnSpan === 1)
      .flatMap((cell) => cell.places.map((place) => place.bbox).filter((box) => box !== undefined));
    return boxes.length === 0
      ? null
      : [Math.min(...boxes.map((box) => box[0])), Math.max(...boxes.map((box) => box[2]))];
  });
}

function spreadByMap(table: Table, map: readonly number[], columns: number): Table {
  const cells = table.cells.map((cell): Cell => {
    const column = map[cell.column] ?? cell.column;
    const last = map[cell.column + cell.columnSpan - 1] ?? column;
    return { ...cell, column, columnSpan: last - column + 1 };
  });
  return { ...table, columns, cells };
}
