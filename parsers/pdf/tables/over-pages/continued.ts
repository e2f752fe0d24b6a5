import type { TextRow } from '../../text/rows.ts';
import { farthestRow } from '../spaced/strip-rows.ts';
import { repeatedHeader, standingOf } from './known-columns.ts';
import type { OpenTable } from './open-table.ts';

/**
 * The rows at the top of a page that go on with the table that ended the page before: those that keep to its columns,
 * down to the first that does not, to a heading or to a header. Where no lines are drawn, rows too few or too sparsely
 * filled to show a table by themselves are told by its columns. Words in the first column alone are taken only in front
 * of clear rows.
 */
export function continuedRows(rows: readonly TextRow[], open: OpenTable): readonly TextRow[] {
  const header = repeatedHeader(rows, open);
  let taken = header;
  for (let index = header; index < rows.length; index++) {
    const [above, row] = [rows[index - 1], rows[index]];
    if (row === undefined) break;
    const step = above === undefined ? 0 : row.baseline - above.baseline;
    const standing = standingOf(row, open);
    if (step > farthestRow * open.size || standing === 'out' || standing === 'header') break;
    if (standing === 'clear') taken = index + 1;
  }
  return taken > header ? rows.slice(0, taken) : [];
}

/**
 * The rows at the end of a page that the table at the top of the next one goes on with, told in the same way from the
 * last row upwards. Where the next page begins with a header, it must be found here too: it is what the rows stand under.
 */
export function precedingRows(rows: readonly TextRow[], open: OpenTable, headed: boolean): readonly TextRow[] {
  let first = rows.length;
  for (let index = rows.length - 1; index >= 0; index--) {
    const [row, below] = [rows[index], rows[index + 1]];
    if (row === undefined || (below !== undefined && below.baseline - row.baseline > farthestRow * open.size)) break;
    const standing = standingOf(row, open);
    if (headed && repeatedHeader(rows.slice(index), open) > 0) return first < rows.length ? rows.slice(index) : [];
    if (standing === 'out' || standing === 'header') break;
    if (standing === 'clear') first = index;
  }
  return headed ? [] : rows.slice(first);
}
