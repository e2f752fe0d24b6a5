import type { Cell, Table } from '../model/document.ts';
import { bothTraits, noTraits, type TableTraits, traitsOf } from './traits.ts';

/**
 * A table that grows from page to page. So that a table over hundreds of pages is not gone through anew for each, only
 * the cells that a further part is laid beside are at hand: those of the first rows, and those that reach its end.
 */
export interface LongTable {
  /** The table with these cells alone. */
  readonly open: Table;
  /** How many of the first rows are at hand. */
  readonly firstRows: number;
  /** The other cells, part by part; no further part changes them. */
  readonly settled: readonly (readonly Cell[])[];
  readonly settledTraits: TableTraits;
}

/** A table as one that may grow. */
export function toLongTable(table: Table, firstRows: number): LongTable {
  return settle({ open: table, firstRows, settled: [], settledTraits: noTraits(table.columns) });
}

/** Puts aside what a part that was just joined no longer leaves at the table's end. */
export function settle(long: LongTable): LongTable {
  const { open, firstRows, settled, settledTraits } = long;
  const isOpen = (cell: Cell) => cell.row < firstRows || cell.row + cell.rowSpan >= open.rows;
  const done = open.cells.filter((cell) => !isOpen(cell));
  if (done.length === 0) return long;
  return {
    open: { ...open, cells: open.cells.filter(isOpen) },
    firstRows,
    settled: [...settled, done],
    settledTraits: bothTraits(settledTraits, traitsOf({ ...open, cells: done })),
  };
}

/** The table with all its cells, in order of rows and columns. */
export function wholeTable({ open, settled }: LongTable): Table {
  return { ...open, cells: [...settled.flat(), ...open.cells].toSorted(byPosition) };
}

/** What all of the table's cells tell of it. */
export const traitsOfWhole = ({ open, settledTraits }: LongTable): TableTraits =>
  bothTraits(settledTraits, traitsOf(open));

/** True where any cell does; the table's end is asked first. */
export function someCell({ open, settled }: LongTable, holds: (cell: Cell) => boolean): boolean {
  return open.cells.some(holds) || settled.findLast((cells) => cells.some(holds)) !== undefined;
}

export const byPosition = (a: Cell, b: Cell): number => a.row - b.row || a.column - b.column;
