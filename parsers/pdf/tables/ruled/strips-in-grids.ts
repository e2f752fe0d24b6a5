import { heightOf, overlap } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill } from '../../page/page-content.ts';
import type { Edge, Edges } from './edge.ts';
import { isWhite } from './edges.ts';

/** Points by which a line may miss the side of a painted area that it should meet. */
const reach = 3.5;

/**
 * The lines of a page, with the side of each painted strip at which a line between two columns ends: where the strip runs
 * from one upright line to another, it is a cell of its own over these columns.
 */
export function withStrips({ flat, upright }: Edges, fills: readonly Fill[]): Edges {
  const sides = fills
    .filter(({ whole, colour, box }) => whole && !isWhite(colour) && runsBetween(box, upright))
    .flatMap(({ box }) => [
      ...(upright.some((post) => isInside(post, box) && meets(post.to, box[1])) ? [sideAt(box, 1)] : []),
      ...(upright.some((post) => isInside(post, box) && meets(post.from, box[3])) ? [sideAt(box, 3)] : []),
    ])
    .filter((side) => !flat.some((line) => meets(line.at, side.at) && line.from <= side.from && line.to >= side.to));
  return sides.length === 0 ? { flat, upright } : { flat: [...flat, ...sides], upright };
}

const meets = (a: number, b: number): boolean => Math.abs(a - b) <= reach;

const sideAt = (box: Box, side: 1 | 3): Edge => ({ at: box[side], from: box[0], to: box[2] });

const isInside = ({ at }: Edge, box: Box): boolean => at > box[0] + reach && at < box[2] - reach;

/** True for an area whose left and right sides lie on upright lines, which end before a corner that is round. */
const runsBetween = (box: Box, upright: readonly Edge[]): boolean =>
  [box[0], box[2]].every((x) =>
    upright.some(({ at, from, to }) => meets(at, x) && overlap(from, to, box[1], box[3]) > 0.5 * heightOf(box)),
  );
