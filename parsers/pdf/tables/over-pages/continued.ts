import type { TextRow } from '../../text/rows.ts';
import { textOf } from '../../text/words.ts';
import { farthestRow } from '../spaced/strip-rows.ts';
import { repeatedHeader, standingOf } from './known-columns.ts';
import type { OpenTable } from './open-table.ts';

/** Ems from one line to the next of the same cell. */
const nextLine = 1.5;

/**
 * The rows at the top of a page that go on with the table that ended the page before: those that keep to its columns,
 * down to the first that does not, to a heading or to a header. Where no lines are drawn, rows too few or too sparsely
 * filled to show a table by themselves are told by its columns. Words in the first column alone are taken only in front
 * of clear rows, or as the last lines of one.
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
    if (standing === 'clear' || standing === 'labelled') {
      if (taken === header && index > header && !isCellEnd(rows.slice(header, index), open)) break;
      taken = index + 1;
    } else if (taken === index && taken > header && step <= nextLineStep(open)) taken = index + 1;
  }
  return taken > header ? rows.slice(0, taken) : [];
}

/**
 * The rows at the end of a page that the table at the top of the next one goes on with, told in the same way from the
 * last row upwards. Where the next page begins with a header, it must be found here too: it is what the rows stand under.
 * Above a header that only this page has there may be labels with what holds for all of the table.
 */
export function precedingRows(rows: readonly TextRow[], open: OpenTable, headed: boolean): readonly TextRow[] {
  let first = rows.length;
  let named = false;
  for (let index = rows.length - 1; index >= 0; index--) {
    const [row, below] = [rows[index], rows[index + 1]];
    if (row === undefined || (below !== undefined && below.baseline - row.baseline > farthestRow * open.size)) break;
    const standing = standingOf(row, open);
    if (headed && repeatedHeader(rows.slice(index), open) > 0) return first < rows.length ? rows.slice(index) : [];
    if (standing === 'out' || (named && standing === 'clear')) break;
    if (standing === 'header') {
      if (headed || first > index + 1) break;
      named = true;
    }
    if (standing !== 'doubtful') first = index;
  }
  return headed ? [] : rows.slice(first);
}

/** True where one row follows another as the lines of one cell do. */
export const goesOnBelow = (above: TextRow | undefined, below: TextRow | undefined, open: OpenTable): boolean =>
  above !== undefined && below !== undefined && below.baseline - above.baseline <= nextLineStep(open);

const nextLineStep = ({ pitch, size }: OpenTable): number => (pitch > 0 ? 1.15 * pitch : nextLine * size);

/**
 * True for rows in front of the first clear one that are the end of a cell rather than a paragraph: they go on in small
 * letters, or were broken where the column's width made them.
 */
function isCellEnd(rows: readonly TextRow[], open: OpenTable): boolean {
  const [first] = rows;
  if (first === undefined) return true;
  if (/^[(“"'‘]?\p{Ll}/u.test(textOf(first.words))) return true;
  const width = open.columns[0]?.x1 ?? 0;
  return rows.slice(1).some((row, index) => {
    const [word] = row.words;
    return word !== undefined && (rows[index]?.x1 ?? 0) + 0.25 * row.size + word.box[2] - word.box[0] > width + 1;
  });
}
