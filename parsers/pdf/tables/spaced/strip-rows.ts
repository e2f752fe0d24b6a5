import { overlap } from '../../../../src/lib/box.ts';
import { leastOf } from '../../../../src/lib/extremes.ts';
import { median, type TextRow } from '../../text/rows.ts';

/** Ems: the least white strip between two columns; the farthest two rows of one table may be apart. */
const leastStrip = 0.24;
export const farthestRow = 4;

/**
 * The first of the rows right above one that stand beyond a strip: the end of a cell from the page before, or the upper
 * line of a column's name.
 */
export function carriedOver(rows: readonly TextRow[], free: number, start: number, right: number): number {
  let first = start;
  for (let above = rows[first - 1]; above !== undefined && first > free; above = rows[first - 1]) {
    const distance = (rows[first]?.baseline ?? 0) - above.baseline;
    if ((above.x0 < right - 1 && !isRaisedName(above, rows[first])) || distance > 2.4 * above.size) break;
    first--;
  }
  return first;
}

/** True for the bold first line of a column's name that stands half a line above the names of one line. */
function isRaisedName(above: TextRow, below: TextRow | undefined): boolean {
  if (below === undefined || above.chunks.length > 1 || below.baseline - above.baseline > 0.8 * above.size)
    return false;
  const apart = below.chunks.every((chunk) => overlap(chunk.x0, chunk.x1, above.x0, above.x1) < 0);
  return apart && [...above.runs, ...below.runs].every((run) => run.bold);
}

/** Rows from one on downwards that leave a strip white. */
export function rowsAlongStrip(
  rows: readonly TextRow[],
  start: number,
  strip: { readonly from: number; readonly to: number },
): readonly TextRow[] {
  const kept: TextRow[] = [];
  let { from, to } = strip;
  for (let index = start; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined) break;
    const above = kept.at(-1);
    if (above !== undefined && row.baseline - above.baseline > farthestRow * Math.max(row.size, above.size)) break;
    const middle = (from + to) / 2;
    if (above !== undefined && runsAcross(row, middle, to)) break;
    let left = from;
    let right = to;
    const narrow = (x0: number, x1: number) => {
      if ((x0 + x1) / 2 < middle) left = Math.max(left, x1);
      else right = Math.min(right, x0);
    };
    for (const chunk of row.chunks) {
      // As a whole where it stands on one side of the strip, word by word where it covers the strip.
      if (chunk.x0 > from || chunk.x1 < to) narrow(chunk.x0, chunk.x1);
      else for (const { box } of chunk.words) narrow(box[0], box[2]);
    }
    if (right - left < leastStrip * row.size) break;
    from = left;
    to = right;
    kept.push(row);
  }
  while ((kept.at(-1)?.chunks.length ?? 2) < 2 && (kept.at(-1)?.x1 ?? 0) < from + 1 && standsAlone(kept)) kept.pop();
  return kept;
}

/** True for a line of text over a strip that happens to have one of its blanks there. */
function runsAcross(row: TextRow, middle: number, right: number): boolean {
  const [only] = row.chunks;
  if (row.chunks.length !== 1 || only === undefined || only.x0 > middle || only.x1 < right) return false;
  const after = row.words.findIndex(({ box }) => box[0] > middle);
  const gap = (row.words[after]?.box[0] ?? 0) - (row.words[after - 1]?.box[2] ?? 0);
  return after > 0 && row.words.length > 3 && gap <= 1.3 * row.blank;
}

/** Rows up to the first, beyond the top, that stands alone at the left in larger type: the next heading. */
export function beforeHeading(rows: readonly TextRow[]): readonly TextRow[] {
  const usual = median(rows.map((row) => row.size));
  const left = leastOf(rows, (row) => row.x0);
  const heading = rows.findIndex(
    (row, index) =>
      index > 0 &&
      row.chunks.length === 1 &&
      row.x0 < left + row.size &&
      (row.size > 1.12 * usual || (row.size > 1.04 * usual && row.runs.every((run) => run.bold))),
  );
  return heading === -1 ? rows : rows.slice(0, heading);
}

/** True where the last row is parted from the one before it by more than a line's space: a heading that follows. */
function standsAlone(rows: readonly TextRow[]): boolean {
  const [above, last] = [rows.at(-2), rows.at(-1)];
  return above !== undefined && last !== undefined && last.baseline - above.baseline > 1.5 * last.size;
}
