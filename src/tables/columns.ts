import { foldWords } from '../lib/fold.ts';
import type { Cell, Table } from '../model/document.ts';
import { type LongTable, toLongTable, traitsOfWhole, wholeTable } from './long-table.ts';
import { type TableTraits, traitsOf } from './traits.ts';

/** Two tables on one set of columns. */
export interface Aligned {
  readonly above: LongTable;
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
export function alignColumns(above: LongTable, below: Table): Aligned | null {
  const [upper, lower] = [traitsOfWhole(above), traitsOf(below)];
  const { columns } = above.open;
  if (below.columns === columns) return edgesAgree(upper, lower) ? { above, below } : null;
  const aligned = below.columns < columns ? spreadBelow(above, below, upper) : spreadAbove(above, below, lower);
  if (aligned !== null && partedAlike(aligned)) return aligned;
  if (below.columns > columns || below.columns < 2) return null;
  const map =
    mapByHeading(above.open, below) ?? mapByExtent(upper, lower, below.evidence === 'ruled' && below.rows > 1);
  return map === null ? null : { above, below: spreadByMap(below, map, columns) };
}

function edgesAgree(above: TableTraits, below: TableTraits): boolean {
  return above.columns.every(({ extent }, column) => {
    const other = below.columns[column]?.extent ?? null;
    if (extent === null || other === null) return true;
    const shared = Math.min(extent[1], other[1]) - Math.max(extent[0], other[0]);
    const narrower = Math.min(extent[1] - extent[0], other[1] - other[0]);
    const near = Math.abs(extent[0] - other[0]) <= drift && Math.abs(extent[1] - other[1]) <= drift;
    return near || shared >= 0.6 * narrower;
  });
}

function spreadBelow(above: LongTable, below: Table, upper: TableTraits): Aligned | null {
  const spread = spreadByEdges(below, upper);
  return spread === null ? null : { above, below: spread };
}

function spreadAbove(above: LongTable, below: Table, lower: TableTraits): Aligned | null {
  const spread = spreadByEdges(wholeTable(above), lower);
  return spread === null ? null : { above: toLongTable(spread, above.firstRows), below };
}

/** The table with fewer columns on the columns of the other one; null where an edge is none of the other's. */
function spreadByEdges(fewer: Table, more: TableTraits): Table | null {
  const edges = more.edges.filter((edge) => edge !== null);
  if (edges.length < more.edges.length) return null;
  const edgeAt = (x: number) => edges.findIndex((edge) => Math.abs(edge.x - x) <= drift);
  const cells = fewer.cells.map((cell): Cell | null => {
    const box = cell.places.at(-1)?.bbox;
    const from = box === undefined ? -1 : edgeAt(box[0]);
    const to = box === undefined ? -1 : edgeAt(box[2]);
    return from < 0 || to <= from ? null : { ...cell, column: from, columnSpan: to - from };
  });
  const whole = cells.filter((cell) => cell !== null);
  return whole.length < cells.length ? null : { ...fewer, columns: more.columns.length, cells: whole };
}

/** The last row above and the first one below have their cells in the same columns. */
function partedAlike({ above, below }: Aligned): boolean {
  const parts = (table: Table, row: number) =>
    table.cells
      .filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row)
      .map((cell) => `${cell.column}+${cell.columnSpan}`)
      .sort()
      .join(' ');
  return parts(above.open, above.open.rows - 1) === parts(below, 0);
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

/**
 * For each column below the one above that it lies in; null where one lies in none or in two.
 * @param isDrawn whether lines draw several rows below: each column then has the edges of the one above
 */
function mapByExtent(above: TableTraits, below: TableTraits, isDrawn: boolean): readonly number[] | null {
  return increasing(
    below.columns.map(({ extent }) => {
      if (extent === null) return -1;
      const middle = (extent[0] + extent[1]) / 2;
      const isWithin = ([from, to]: readonly [number, number]) => middle >= from - drift && middle <= to + drift;
      const isSame = ([from, to]: readonly [number, number]) =>
        Math.abs(from - extent[0]) <= drift && Math.abs(to - extent[1]) <= drift;
      return above.columns.findIndex(
        ({ extent: other }) => other !== null && (isDrawn ? isSame(other) : isWithin(other)),
      );
    }),
  );
}

const increasing = (map: readonly number[]): readonly number[] | null =>
  map.every((column, index) => column >= 0 && (index === 0 || column > (map[index - 1] ?? -1))) ? map : null;

function spreadByMap(table: Table, map: readonly number[], columns: number): Table {
  const cells = table.cells.map((cell): Cell => {
    const column = map[cell.column] ?? cell.column;
    const last = map[cell.column + cell.columnSpan - 1] ?? column;
    return { ...cell, column, columnSpan: last - column + 1 };
  });
  return { ...table, columns, cells };
}
