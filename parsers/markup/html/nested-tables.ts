import { childrenOf, type Element, type Node, textOf } from '../dom.ts';
import type { Styles } from './styles.ts';
import { type PlacedCell, placeCells, tableParts } from './tables.ts';

/** A cell that holds a table and nothing else, with the cells of that table. */
interface Nest {
  readonly outer: PlacedCell;
  readonly inner: readonly PlacedCell[];
  readonly rows: number;
  readonly columns: number;
}

/**
 * The cells of a table whose own cells hold tables of rows (the actions of a finding within the finding's row) as one grid:
 * each row is as many rows as the table within it has, its other cells span them, and a header that all inner tables have is
 * given once, below the table's own.
 */
export function withNestedRows(placed: readonly PlacedCell[], styles: Styles): readonly PlacedCell[] {
  const nests = placed.flatMap((cell) => nestOf(cell, styles) ?? []);
  const [first] = nests;
  if (first === undefined || nests.some(({ outer, columns }) => !isAlike(first, outer, columns))) return placed;
  const header = sharedHeader(nests);
  const top =
    header.length > 0
      ? placed.filter(({ inHead }) => inHead).reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0)
      : 0;
  const skipped = header.length > 0 ? 1 : 0;
  const rowAt = rowsAfter(nests, skipped, top);
  const wider = first.columns - 1;
  const columnAt = (column: number) => column + (column > first.outer.column ? wider : 0);
  const outers = new Set(nests.map(({ outer }) => outer));
  const moved = (cell: PlacedCell): PlacedCell => {
    const [row, column] = [rowAt(cell.row), columnAt(cell.column)];
    return {
      ...cell,
      row,
      column,
      rowSpan:
        (cell.row + cell.rowSpan === top
          ? top + (cell.column === first.outer.column ? 0 : skipped)
          : rowAt(cell.row + cell.rowSpan)) - row,
      columnSpan: columnAt(cell.column + cell.columnSpan) - column,
    };
  };
  const within = (cell: PlacedCell, row: number): PlacedCell => ({
    ...cell,
    row,
    column: first.outer.column + cell.column,
  });
  return [
    ...placed.filter((cell) => !outers.has(cell)).map(moved),
    ...header.map((cell) => ({ ...within(cell, top), inHead: true })),
    ...nests.flatMap(({ outer, inner }) =>
      inner
        .filter(({ row }) => row >= skipped)
        .map((cell) => ({ ...within(cell, rowAt(outer.row) + cell.row - skipped), inHead: false })),
    ),
  ].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** Where each row of a table stands once the rows with tables in them are as high as those. */
function rowsAfter(nests: readonly Nest[], skipped: number, top: number): (row: number) => number {
  const heights = new Map(nests.map(({ outer, rows }) => [outer.row, Math.max(1, rows - skipped)]));
  const last = nests.reduce((most, { outer }) => Math.max(most, outer.row), 0);
  const starts = [0];
  for (let row = 0; row <= last; row++) starts.push((starts[row] ?? 0) + (heights.get(row) ?? 1));
  const end = starts.length - 1;
  return (row) => (row <= end ? (starts[row] ?? 0) : (starts[end] ?? 0) + row - end) + (row >= top ? skipped : 0);
}

const isAlike = (first: Nest, { column, columnSpan }: PlacedCell, columns: number): boolean =>
  column === first.outer.column && columnSpan === 1 && columns === first.columns;

/** The table that is all that a cell holds, where it has several columns. */
function nestOf(outer: PlacedCell, styles: Styles): Nest | null {
  const held = childrenOf(outer.element).filter(saysSomething);
  const [only] = held;
  if (held.length !== 1 || only === undefined || !('name' in only) || only.name !== 'table') return null;
  const inner = placeCells(tableParts(only as Element, styles).rows, mostInner);
  if (inner === null) return null;
  const rows = inner.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  const columns = inner.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return columns < 2 ? null : { outer, inner, rows, columns };
}

const mostInner = 10_000;
const saysSomething = (node: Node): boolean => textOf(node).trim() !== '';

/** The first row of every inner table, where it is the same words each time or is marked as a header. */
function sharedHeader(nests: readonly Nest[]): readonly PlacedCell[] {
  const heads = nests.map(({ inner }) => inner.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1));
  const words = new Set(heads.map((cells) => cells.map(({ element }) => textOf(element).trim()).join('\n')));
  const [first = []] = heads;
  const isMarked = first.every(({ element, inHead }) => inHead || element.name === 'th');
  const isOver = nests.every(({ rows }) => rows > 1);
  return words.size === 1 && isOver && (isMarked || nests.length > 1) ? first : [];
}
