import type { Box } from '../../../../src/model/place.ts';
import type { Edge } from './edge.ts';

/** Sides of painted cells on one height, side by side: where a stripe begins or ends. */
interface Seam {
  readonly at: number;
  /** Bounds of its cells from left to right. */
  readonly xs: readonly number[];
  /** Height of the tallest cell. */
  readonly height: number;
}

/** Points by which the sides of cells that belong together differ at most. */
const tolerance = 1.5;
/** Times a stripe's height: bare rows between two of them are no higher. */
const highestGap = 3;

/**
 * The bounds between the columns of striped tables: every other row is bare, so the sides of the painted cells stop at
 * each stripe. Where the next stripe begins with cells of the same widths, their sides go on between the two.
 * @param areas boxes of painted areas
 */
export function bandPosts(areas: readonly Box[]): readonly Edge[] {
  const begins = toSeams(areas, 1);
  return toSeams(areas, 3).flatMap((end) => {
    const next = begins.find((begin) => begin.at > end.at - tolerance && hasSameBounds(begin, end));
    if (next === undefined || next.at - end.at > highestGap * Math.max(end.height, next.height)) return [];
    return end.xs.flatMap((at) => besideBands({ at, from: end.at, to: next.at }, areas));
  });
}

/** The boxes of rows of painted cells that touch each other. */
export const paintedRows = (areas: readonly Box[]): readonly Box[] =>
  toSeams(areas, 3).map(({ at, xs, height }): Box => [xs[0] ?? 0, at - height, xs.at(-1) ?? 0, at]);

/** The parts of a bound that stand beside areas painted across it, as the band of a heading over several columns is. */
function besideBands(post: Edge, areas: readonly Box[]): readonly Edge[] {
  const across = areas
    .filter(([left, , right]) => left < post.at - tolerance && right > post.at + tolerance)
    .filter(([, top, , bottom]) => top >= post.from - tolerance && bottom <= post.to + tolerance)
    .toSorted((a, b) => a[1] - b[1]);
  const tops = [...across.map(([, top]) => top), post.to];
  const bottoms = [post.from, ...across.map(([, , , bottom]) => bottom)];
  return bottoms
    .map((from, index): Edge => ({ ...post, from, to: tops[index] ?? post.to }))
    .filter(({ from, to }) => to > from);
}

/** Cells whose tops (`side` 1) or bottoms (3) lie on one height and that stand side by side, from the top down. */
function toSeams(areas: readonly Box[], side: 1 | 3): readonly Seam[] {
  const seams: Seam[] = [];
  for (const box of areas.toSorted((a, b) => a[side] - b[side] || a[0] - b[0])) {
    const height = box[3] - box[1];
    const index = seams.findLastIndex(
      ({ at, xs }) => Math.abs(at - box[side]) < tolerance && Math.abs((xs.at(-1) ?? 0) - box[0]) < tolerance,
    );
    const seam = seams[index];
    if (seam === undefined) seams.push({ at: box[side], xs: [box[0], box[2]], height });
    else seams[index] = { ...seam, xs: [...seam.xs, box[2]], height: Math.max(seam.height, height) };
  }
  return seams.filter(({ xs }) => xs.length > 2);
}

const hasSameBounds = (a: Seam, b: Seam): boolean =>
  a.xs.length === b.xs.length && a.xs.every((x, index) => Math.abs(x - (b.xs[index] ?? 0)) < tolerance);
