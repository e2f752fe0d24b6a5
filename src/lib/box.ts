import type { Box } from '../model/place.ts';

export const widthOf = (box: Box): number => box[2] - box[0];
export const heightOf = (box: Box): number => box[3] - box[1];
export const areaOf = (box: Box): number => Math.max(0, widthOf(box)) * Math.max(0, heightOf(box));
export const middleX = (box: Box): number => (box[0] + box[2]) / 2;
export const middleY = (box: Box): number => (box[1] + box[3]) / 2;

/** The part two boxes share; null where they share none. */
export function intersection(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] <= box[2] && box[1] <= box[3] ? box : null;
}

/** The smallest box around both. */
export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The smallest box around all that stands in boxes; null for none. */
export function unionAll(items: readonly { readonly box: Box }[]): Box | null {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  // By index, as in `extremes.ts`: a `for … of` makes an object a step, and this is asked for every word again and again.
  for (let index = 0; index < items.length; index++) {
    const box = items[index]?.box;
    if (box === undefined) continue;
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
  }
  return x0 === Infinity ? null : [x0, y0, x1, y1];
}

/** True where the point lies in the box or within `slack` points of it. */
export function containsPoint(box: Box, x: number, y: number, slack = 0): boolean {
  return x >= box[0] - slack && x <= box[2] + slack && y >= box[1] - slack && y <= box[3] + slack;
}

/** True where `inner` lies in `outer`, give or take `slack` points. */
export function containsBox(outer: Box, inner: Box, slack = 0): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

/** How much of `a` lies in `b`, 0 to 1; 0 for a box without area. */
export function shareInside(a: Box, b: Box): number {
  const shared = intersection(a, b);
  const area = areaOf(a);
  return shared === null || area === 0 ? 0 : areaOf(shared) / area;
}

/** Length that two stretches [a0, a1] and [b0, b1] share; negative is the gap between them. */
export function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.min(a1, b1) - Math.max(a0, b0);
}
