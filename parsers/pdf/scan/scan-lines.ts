import type { Picture } from '../page/open.ts';
import type { Segment } from '../page/page-content.ts';

/** Grey from here down is ink. */
const dark = 200;
/** Points: a stroke of ink is a ruling line from this length on and up to this thickness. */
const shortest = 24;
const thickest = 4;

/** A straight stroke of ink: `at` across it, from `from` to `to` along it, `deep` pixels thick. */
interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly deep: number;
}

/**
 * The ruling lines of a scanned page, and its picture without them: characters are recognised better where no line
 * touches them.
 * @param scale pixels to a point
 */
export function takeRules(
  picture: Picture,
  scale: number,
): { readonly segments: readonly Segment[]; readonly picture: Picture } {
  const { width, height } = picture;
  const across = strokes(height, width, (line, along) => picture.grey[line * width + along] ?? 255, scale);
  const down = strokes(width, height, (line, along) => picture.grey[along * width + line] ?? 255, scale);
  const grey = picture.grey.slice();
  for (const { at, from, to, deep } of across) {
    for (let y = at; y < at + deep; y++) grey.fill(255, y * width + from, y * width + to);
  }
  for (const { at, from, to, deep } of down) {
    for (let y = from; y < to; y++) grey.fill(255, y * width + at, y * width + at + deep);
  }
  return {
    segments: [
      ...across.map(({ at, from, to, deep }) => toSegment(from, at + deep / 2, to, at + deep / 2, deep, scale)),
      ...down.map(({ at, from, to, deep }) => toSegment(at + deep / 2, from, at + deep / 2, to, deep, scale)),
    ],
    picture: { width, height, grey },
  };
}

function toSegment(x0: number, y0: number, x1: number, y1: number, deep: number, scale: number): Segment {
  return { x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale, width: deep / scale, colour: [0, 0, 0] };
}

/** Long runs of ink line by line; runs on neighbouring lines that cover each other are one stroke, if it is thin. */
function strokes(
  lines: number,
  length: number,
  greyAt: (line: number, along: number) => number,
  scale: number,
): readonly Stroke[] {
  const least = shortest * scale;
  const open: { at: number; from: number; to: number; deep: number }[] = [];
  const done: Stroke[] = [];
  for (let line = 0; line < lines; line++) {
    for (const [from, to] of darkRuns(line, length, greyAt, least)) {
      const above = open.find((stroke) => stroke.at + stroke.deep === line && stroke.from < to && from < stroke.to);
      if (above === undefined) open.push({ at: line, from, to, deep: 1 });
      else {
        above.deep += 1;
        above.from = Math.min(above.from, from);
        above.to = Math.max(above.to, to);
      }
    }
    for (let index = open.length - 1; index >= 0; index--) {
      const stroke = open[index];
      if (stroke !== undefined && stroke.at + stroke.deep <= line) done.push(...open.splice(index, 1));
    }
  }
  return [...done, ...open].filter((stroke) => stroke.deep <= thickest * scale);
}

/** Stretches of ink on one line that are long enough; gaps of two pixels do not end one. */
function darkRuns(
  line: number,
  length: number,
  greyAt: (line: number, along: number) => number,
  least: number,
): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [];
  let start = -1;
  let last = -1;
  for (let along = 0; along <= length; along++) {
    if (along < length && greyAt(line, along) < dark) {
      if (start < 0) start = along;
      last = along;
    } else if (start >= 0 && along - last > 2) {
      if (last - start >= least) runs.push([start, last + 1]);
      start = -1;
    }
  }
  return runs;
}
