import { foldWords } from '../lib/fold.ts';
import type { Cell, Table } from '../model/document.ts';

/** Left and right edge of a column, points. */
type Extent = readonly [left: number, right: number];

/** Points by which a column's edges may move from page to page. */
const drift = 6;

/**
 * The second table laid on the first one's columns; null where they do not match. Same number of columns: their edges
 * must agree where both tables have boxes. Fewer columns below: one was lost, as when nothing stands in it on that page;
 * each must then lie within one column above, or repeat its heading.
 */
export function alignColumns(above: Table, below: Table): Table | null {
  if (below.columns === above.columns) return edgesAgree(above, below) ? below : null;
  if (below.columns > above.columns || below.columns < 2) return null;
  const map = mapByHeading(above, below) ?? mapByExtent(above, below);
  return map === null ? null : spread(below, map, above.columns);
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

/** Where the columns stand on the page, by their cells that cover one column. */
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

function spread(table: Table, map: readonly number[], columns: number): Table {
  const cells = table.cells.map((cell): Cell => {
    const column = map[cell.column] ?? cell.column;
    const last = map[cell.column + cell.columnSpan - 1] ?? column;
    return { ...cell, column, columnSpan: last - column + 1 };
  });
  return { ...table, columns, cells };
}
