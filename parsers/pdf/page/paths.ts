import { apply, type Matrix, scaleOf } from '../../../src/lib/matrix.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { Fill, Segment } from './page-content.ts';

type Point = readonly [x: number, y: number];

/** One stroke of the pen: its corners in order, whether it ends where it began, and whether any part is curved. */
interface Subpath {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** A line leaning by more than this many points is no ruling line. */
const straightness = 0.7;
/** A filled box no thicker than this many points is a ruling line drawn as a box. */
const thickestLine = 4;

/** A path of more shapes than this is a drawing, in which no frames are looked for. */
const mostFrames = 300;

/** pdf.js's drawing codes and how many numbers follow each. */
const moveTo = 0;
const lineTo = 1;
const curveTo = 2;
const quadraticTo = 3;

/** pdf.js's flat path buffer as corner points on the page as a reader sees it. */
export function readSubpaths(buffer: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const subpaths: Subpath[] = [];
  let points: Point[] = [];
  let curved = false;
  const finish = (closed: boolean) => {
    if (points.length > 1) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  const at = (index: number): Point => apply(matrix, buffer[index] ?? 0, buffer[index + 1] ?? 0);
  for (let i = 0; i < buffer.length; ) {
    const code = buffer[i];
    if (code === moveTo) {
      finish(false);
      points.push(at(i + 1));
      i += 3;
    } else if (code === lineTo) {
      points.push(at(i + 1));
      i += 3;
    } else if (code === curveTo || code === quadraticTo) {
      const last = code === curveTo ? i + 5 : i + 3;
      points.push(at(last));
      curved = true;
      i = last + 2;
    } else {
      const start = points[0];
      finish(true);
      if (start !== undefined) points.push(start);
      i += 1;
    }
  }
  finish(false);
  return subpaths;
}

/** What a path paints: areas, and ruling lines where an area is no thicker than a line. */
export interface Painted {
  readonly fills: readonly Fill[];
  readonly segments: readonly Segment[];
  /** Boxes around slanted or curved strokes. */
  readonly slants: readonly Box[];
}

/** What stroking these paths paints. `width` is the line width before the page's scale. */
export function strokedPath(subpaths: readonly Subpath[], width: number, matrix: Matrix, colour: Rgb): Painted {
  const lines: Segment[] = [];
  const slants: Box[] = [];
  const thickness = width * scaleOf(matrix);
  for (const { points, closed, curved } of subpaths) {
    if (curved && !isBoxLike(points)) {
      slants.push(boxAround(points));
      continue;
    }
    const corners = closed ? [...points, points[0]] : points;
    for (let i = 1; i < corners.length; i++) {
      const from = corners[i - 1];
      const to = corners[i];
      if (from === undefined || to === undefined) continue;
      const line = lineBetween(from, to, thickness, colour);
      if (line !== null) lines.push(line);
      else if (isSlanted(from, to)) slants.push(boxAround([from, to]));
    }
  }
  const isLine = (line: Segment) => line.width <= thickestLine;
  return {
    slants,
    segments: lines.filter(isLine),
    fills: lines.filter((line) => !isLine(line)).map((line) => ({ box: bandOf(line), colour, whole: true })),
  };
}

/** What filling these paths paints. A box inside a box, hardly smaller, is a frame of four lines. */
export function filledPath(subpaths: readonly Subpath[], colour: Rgb): Painted {
  const fills: Fill[] = [];
  const segments: Segment[] = [];
  const shapes = subpaths.map((subpath) => ({ box: boxAround(subpath.points), subpath }));
  const holes = new Set<number>();
  if (shapes.length <= mostFrames)
    shapes.forEach(({ box }, outer) => {
      const inner = shapes.findIndex((other, index) => index !== outer && isFrame(box, other.box));
      const hole = shapes[inner];
      if (hole === undefined) return;
      holes.add(outer).add(inner);
      segments.push(...frameSegments(box, hole.box, colour));
    });
  shapes.forEach(({ box, subpath }, index) => {
    if (holes.has(index)) return;
    const line = thinBoxAsLine(box, colour);
    if (line !== null) segments.push(line);
    else if (isArea(box)) fills.push({ box, colour, whole: coverage(subpath.points, box) > 0.93 });
  });
  return { fills, segments, slants: [] };
}

/** A box no thicker than a line as the line along its middle; null where it is an area or a dot. */
export function thinBoxAsLine(box: Box, colour: Rgb): Segment | null {
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  if (height <= thickestLine && width > height * 1.5) {
    const y = (box[1] + box[3]) / 2;
    return { x0: box[0], x1: box[2], y0: y, y1: y, width: height, colour };
  }
  if (width <= thickestLine && height > width * 1.5) {
    const x = (box[0] + box[2]) / 2;
    return { x0: x, x1: x, y0: box[1], y1: box[3], width, colour };
  }
  return null;
}

function lineBetween(from: Point, to: Point, width: number, colour: Rgb): Segment | null {
  const dx = Math.abs(to[0] - from[0]);
  const dy = Math.abs(to[1] - from[1]);
  if (dx < 0.01 && dy < 0.01) return null;
  const [x0, x1] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [y0, y1] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const line: Segment | null =
    dy <= straightness && dx >= dy
      ? { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2, width, colour }
      : dx <= straightness && dy > dx
        ? { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1, width, colour }
        : null;
  // A stroke shorter than it is thick is a bar drawn crosswise: its length runs along its width.
  return line !== null && width > 2 * Math.max(dx, dy) ? (thinBoxAsLine(bandOf(line), colour) ?? line) : line;
}

const isSlanted = (from: Point, to: Point): boolean =>
  Math.abs(to[0] - from[0]) > straightness && Math.abs(to[1] - from[1]) > straightness;

/** The area that a thick line covers. */
function bandOf(line: Segment): Box {
  const half = line.width / 2;
  return line.y0 === line.y1
    ? [line.x0, line.y0 - half, line.x1, line.y1 + half]
    : [line.x0 - half, line.y0, line.x1 + half, line.y1];
}

function boxAround(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
}

const isArea = (box: Box): boolean => box[2] - box[0] > 1 && box[3] - box[1] > 1;

/** True for the outline of a box with rounded corners: all its corners lie near the box's sides. */
function isBoxLike(points: readonly Point[]): boolean {
  const box = boxAround(points);
  return isArea(box) && coverage(points, box) > 0.93;
}

/** Share of its box that a closed shape covers (shoelace formula over its corners). */
function coverage(points: readonly Point[], box: Box): number {
  let doubled = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    doubled += x * nextY - nextX * y;
  });
  return Math.abs(doubled) / 2 / ((box[2] - box[0]) * (box[3] - box[1]));
}

/** The sides of a frame are no thicker than a line, but for one that can be a bar (the coloured head of a card). */
const thickestBar = 12;

/** True where the band between two boxes, one inside the other, is a line on every side but one, which can be a bar. */
function isFrame(outer: Box, inner: Box): boolean {
  const bands = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  const bars = bands.filter((band) => band > thickestLine);
  return bands.every((band) => band > 0 && band <= thickestBar) && bars.length < 2 && isArea(inner);
}

function frameSegments(outer: Box, inner: Box, colour: Rgb): readonly Segment[] {
  const sides: readonly Box[] = [
    [outer[0], outer[1], outer[2], inner[1]],
    [outer[0], inner[3], outer[2], outer[3]],
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
  ];
  return sides.map(([x0, y0, x1, y1]): Segment => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return x1 - x0 > y1 - y0
      ? { x0, x1, y0: y, y1: y, width: y1 - y0, colour }
      : { x0: x, x1: x, y0, y1, width: x1 - x0, colour };
  });
}
