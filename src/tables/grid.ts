import type { Cell, Table } from '../model/document.ts';

/** The cell that covers each position, row by row; a spanned cell stands at every position it covers. */
export type Grid = readonly (readonly (Cell | null)[])[];

/** Lays a table's cells out by position; positions that no cell covers are null. */
export function tableToGrid(table: Table): Grid {
  const grid: (Cell | null)[][] = Array.from({ length: table.rows }, () =>
    new Array<Cell | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row++) {
      for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, table.columns); column++) {
        const line = grid[row];
        if (line !== undefined) line[column] = cell;
      }
    }
  }
  return grid;
}

/** The different cells of a row in order of column, those that began in a row above included. */
export function distinctCells(row: readonly (Cell | null)[]): readonly Cell[] {
  return row.filter((cell, column): cell is Cell => cell !== null && (column === 0 || row[column - 1] !== cell));
}
