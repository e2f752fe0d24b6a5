import type { Cell } from '../../src/model/document.ts';

/** The cells of a row of a table, column by column: one cell that spans several stands in each; null where there is none. */
export type Row = readonly (Cell | null)[];

/** What a row of a table is, told by its own cells, the labels of the paper and the header above it. */
export type RowShape =
  | { readonly kind: 'header'; readonly cells: Row }
  | { readonly kind: 'band'; readonly cells: readonly Cell[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [Cell, Cell | null])[]; readonly over?: Cell }
  | { readonly kind: 'label'; readonly cell: Cell }
  | { readonly kind: 'lines'; readonly cells: readonly Cell[] }
  | { readonly kind: 'data'; readonly cells: Row };

/** True for a cell with a letter, a number or a sign that says something. */
export const filled = (cell: Cell | null | undefined): cell is Cell =>
  cell != null && /[\p{L}\p{N}%£✓✔☑✗☒]/u.test(cell.text);
