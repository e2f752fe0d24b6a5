import { expect, test } from 'vitest';
import { connectedEdges, edgesToGrid } from '../../parsers/pdf/tables/ruled/grid.ts';
import { withRoundedCorners } from '../../parsers/pdf/tables/ruled/rounded-corners.ts';
import type { Box } from '../../src/model/place.ts';

/** The lines of a frame that stop short of its corners, and the bends in these, each in two pieces. */
function roundedFrame([x0, y0, x1, y1]: Box, radius: number) {
  const half = radius / 2;
  const [left, right, top, bottom] = [x0 + radius, x1 - radius, y0 + radius, y1 - radius];
  return {
    flat: [y0, y1].map((at) => ({ at, from: left, to: right })),
    upright: [x0, x1].map((at) => ({ at, from: top, to: bottom })),
    bends: [
      [x0, y0 + half, x0 + half, top],
      [x0 + half, y0, left, y0 + half],
      [right, y0, right + half, y0 + half],
      [right + half, y0 + half, x1, top],
      [x0, bottom, x0 + half, bottom + half],
      [x0 + half, bottom + half, left, y1],
      [right, bottom + half, right + half, y1],
      [right + half, bottom, x1, bottom + half],
    ] satisfies Box[],
  };
}

/** The boxes that some frames close, with the bends that are drawn. */
function closed(frames: readonly ReturnType<typeof roundedFrame>[], isBent = true): readonly Box[] {
  const edges = { flat: frames.flatMap(({ flat }) => flat), upright: frames.flatMap(({ upright }) => upright) };
  const whole = withRoundedCorners(edges, isBent ? frames.flatMap(({ bends }) => bends) : []);
  return connectedEdges(whole).flatMap((group) => edgesToGrid(group, () => true).cells.map(({ box }) => box));
}

test('cards with rounded corners side by side are a frame each', () => {
  const boxes: readonly Box[] = [
    [34, 270, 293, 473],
    [302, 270, 561, 473],
  ];
  expect(closed(boxes.map((box) => roundedFrame(box, 8)))).toEqual(boxes);
});

test('lines that no bend joins do not meet', () => {
  expect(closed([roundedFrame([34, 270, 293, 473], 8)], false)).toEqual([]);
});
