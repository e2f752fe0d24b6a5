import type { Cell, Table } from '../model/document.ts';

/** A table without some of its rows, given by their numbers from 0; no cell of theirs may reach into another row. */
export function withoutRows(table: Table, rows: ReadonlySet<number>): Table {
  const before = (row: number) => [...rows].filter((other) => other < row).length;
  const cells = table.cells
    .filter(({ row }) => !rows.has(row))
    .map((cell): Cell => ({ ...cell, row: cell.row - before(cell.row) }));
  const joins = table.joins.map((join) => ({ ...join, row: join.row - before(join.row) }));
  return {
    ...table,
    rows: table.rows - rows.size,
    headerRows: table.headerRows - before(table.headerRows),
    cells,
    joins,
  };
}
