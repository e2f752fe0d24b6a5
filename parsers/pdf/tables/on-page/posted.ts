import { containsPoint, middleX, middleY } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge, Edges } from '../ruled/edge.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { findColumns } from '../spaced/columns.ts';
import { regionIn } from '../spaced/regions.ts';
import { layOut, type SpacedTable } from '../spaced/spaced-tables.ts';

/** Points: how far a line may be from where it is looked for; how far the lines go on beyond a row without them. */
const near = 3;
const farthestPiece = 45;

/**
 * Tables with lines between their columns and none between their rows nor around them, at most one under the heading.
 * The lines may be broken by rows that run over all columns. What lines draw is their columns; spacing parts their rows.
 * @returns these tables, and the ruled tables that are not of this kind
 */
export function takePosted(
  ruled: readonly RuledTable[],
  edges: Edges,
  runs: readonly Word[],
): { readonly posted: readonly SpacedTable[]; readonly ruled: readonly RuledTable[] } {
  const posted: SpacedTable[] = [];
  let rest = ruled;
  for (const table of ruled) {
    if (!rest.includes(table) || !hasPostsOnly(table)) continue;
    const xs = table.grid.xs.slice(1, -1);
    const box = withFurtherPieces(table.box, xs, edges.upright);
    const rows = toTextRows(runs.filter((run) => containsPoint(box, middleX(run.box), middleY(run.box), 1)));
    const posts = xs.map((at) => ({ at, from: box[1], to: box[3] }));
    const columns = rows.length < 2 ? [] : findColumns(rows, posts);
    if (columns.length < xs.length + 1) continue;
    const flats = edges.flat.filter((flat) => flat.at > box[1] - near && flat.at < box[3] + near);
    const read = layOut(regionIn(rows, flats, posts), columns);
    if (xs.length === 1 && !isPlainly(read)) continue;
    posted.push(read);
    rest = rest.filter((other) => !containsPoint(box, middleX(other.box), middleY(other.box)));
  }
  return { posted, ruled: rest };
}

/** True for at most one line across, not at the foot, and lines between the columns but not at the sides. */
function hasPostsOnly({ box, grid, edges }: RuledTable): boolean {
  const [left, top, right, bottom] = box;
  const rows = grid.ys.length - 1;
  const isFramed = edges.upright.some((post) => post.at < left + near || post.at > right - near);
  const hasFoot = rows > 1 && edges.flat.some((flat) => flat.at > bottom - near && flat.at > top + near);
  return rows <= 2 && grid.xs.length >= 3 && !isFramed && !hasFoot;
}

/** One line between two columns stands between columns of prose too: short cells side by side in most rows speak for a table. */
const isPlainly = ({ signs }: SpacedTable): boolean =>
  signs.bodyRows >= 3 && signs.fullRows >= 0.7 * signs.bodyRows && signs.words <= 8;

/** A box with the pieces above and below in which the same upright lines go on. */
function withFurtherPieces(box: Box, xs: readonly number[], uprights: readonly Edge[]): Box {
  const same = uprights.filter((post) => xs.some((at) => Math.abs(at - post.at) < near));
  let [, top, , bottom] = box;
  for (let grown = true; grown; ) {
    grown = false;
    const next = same.filter((post) => post.from < bottom + farthestPiece && post.to > bottom + 1 && post.from > top);
    const before = same.filter((post) => post.to > top - farthestPiece && post.from < top - 1 && post.to < bottom);
    if (next.length > 0) [bottom, grown] = [mostOf(next, (post) => post.to), true];
    if (before.length > 0) [top, grown] = [leastOf(before, (post) => post.from), true];
  }
  return [box[0], top, box[2], bottom];
}
