import type { Cell, Table } from '../../src/model/document.ts';
import { distinctCells, type Grid } from '../../src/tables/grid.ts';

/** Rows that say more of the row above each of them, across the table. */
export interface CommentRows {
  /** What the header says over them, '' where it says nothing. */
  readonly label: string;
  /** By the index of the row above: the comment. */
  readonly below: ReadonlyMap<number, Cell>;
  /** The rows of comments, and the row of the header that names them. */
  readonly rows: ReadonlySet<number>;
}

/** A comment is a text; a shorter row across the table is a band over those that follow. */
const leastWords = 6;
/** The name of what the comments are; a longer text in the header's place is over the rows below it. */
const longestName = 8;
/** So many of the rows of facts have their comment. */
const most = 0.6;

/**
 * A table of records of two rows each, facts in columns and below them a comment across the table: told by following nearly every
 * row of facts, the first too, where a band would stand before it. Where the header names the comment, each row has one or a blank row.
 */
export function commentRows(table: Table, grid: Grid, headers: ReadonlySet<number>): CommentRows | null {
  const across = grid.map((cells, row) => acrossCell(cells, row, table));
  const first = Math.max(-1, ...headers) + 1;
  const label = across.findIndex(
    (cell, row) =>
      cell !== null &&
      cell.text.split(/\s+/).length <= longestName &&
      row > 0 &&
      row <= first &&
      (headers.has(row) || cell.header || (cell.bold && across[row + 2]?.bold === false)),
  );
  const start = label < first ? first : label + 1;
  if (headers.size === 0 || across[start] !== null) return null;
  const below = new Map<number, Cell>();
  let facts = 0;
  let fitting = 0;
  for (let row = start; row < grid.length; row++) {
    if (across[row] !== null || isBlank(grid[row] ?? [], row)) continue;
    facts += 1;
    const comment = across[row + 1];
    if (comment != null || isBlank(grid[row + 1] ?? [], row + 1)) fitting += 1;
    if (comment != null && (label >= 0 || comment.text.split(/\s+/).length >= leastWords)) below.set(row, comment);
  }
  const isNamed = label >= 0 && below.size > 0 && fitting === facts;
  if (!isNamed && (below.size < 2 || below.size < most * facts)) return null;
  const rows = new Set([...below.keys()].map((row) => row + 1));
  return { label: label < 0 ? '' : (across[label]?.text ?? ''), below, rows: label < 0 ? rows : rows.add(label) };
}

/** The one cell that a row has of its own, where it goes across the table but for cells that stand once for both rows. */
function acrossCell(cells: Grid[number], row: number, table: Table): Cell | null {
  const own = distinctCells(cells).filter((cell) => cell.row === row);
  const [only] = own;
  return only !== undefined &&
    own.length === 1 &&
    only.columnSpan > 1 &&
    only.columnSpan >= table.columns - 2 &&
    only.text.trim() !== ''
    ? only
    : null;
}

const isBlank = (cells: Grid[number], row: number): boolean =>
  !distinctCells(cells).some((cell) => cell.row === row && cell.text.trim() !== '');
