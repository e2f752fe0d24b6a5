import type { Box } from '../../../src/model/place.ts';
import type { Picture } from '../page/open.ts';
import type { Segment } from '../page/page-content.ts';

/** Grey from here down is ink; a hairline that was straightened is a pale one. */
const dark = 215;
/** Pixels: gaps that such a line may have. */
const widestGap = 2;
/** Points: no row of letters is as long without a gap, for there is a blank between words. */
const longerThanWords = 72;
/** Beside a shorter line at most this share is ink so many points away; the rows of letters have more, on one side at least. */
const mostBeside = 0.3;
const beside = 0.8;
/** Pixels around a line that are grey with it. */
const blur = 2;
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
  const { grey: shown } = picture;
  const across = strokes(
    height,
    width,
    (line, along) => Math.min(shown[line * width + along] ?? 255, shown[(line + 1) * width + along] ?? 255),
    scale,
  );
  const down = strokes(
    width,
    height,
    (line, along) => Math.min(shown[along * width + line] ?? 255, shown[along * width + line + 1] ?? 255),
    scale,
  );
  const grey = shown.slice();
  const wipe = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++) {
      grey.fill(255, y * width + Math.max(0, x0), y * width + Math.min(width, x1));
    }
  };
  for (const { at, from, to, deep } of across) wipe(from - blur, at - blur, to + blur, at + deep + 1 + blur);
  for (const { at, from, to, deep } of down) wipe(at - blur, from - blur, at + deep + 1 + blur, to + blur);
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
  const open: { at: number; from: number; to: number; deep: number }[] = [];
  const done: Stroke[] = [];
  for (let line = 0; line < lines; line++) {
    for (const [from, to] of darkRuns(line, length, greyAt, scale)) {
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
  const inkAt = (line: number, { from, to }: Stroke): number => {
    let ink = 0;
    for (let along = from; along < to; along++) if (greyAt(line, along) < dark) ink += 1;
    return ink / (to - from);
  };
  const away = Math.ceil(beside * scale);
  return [...done, ...open].filter((stroke) => {
    if (stroke.deep > thickest * scale) return false;
    if (stroke.to - stroke.from >= longerThanWords * scale) return true;
    return [stroke.at - away, stroke.at + stroke.deep + away].every((line) => inkAt(line, stroke) <= mostBeside);
  });
}

/** Stretches of ink on one line that are long enough; small gaps do not end one. */
function darkRuns(
  line: number,
  length: number,
  greyAt: (line: number, along: number) => number,
  scale: number,
): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [];
  let [start, last] = [-1, -1];
  for (let along = 0; along <= length; along++) {
    if (along < length && greyAt(line, along) < dark) {
      if (start < 0) start = along;
      last = along;
    } else if (start >= 0 && along - last > widestGap) {
      if (last - start >= shortest * scale) runs.push([start, last + 1]);
      start = -1;
    }
  }
  return runs;
}

/** Points between a ruling line's end and the field that it leads into. */
const reach = 4;

/**
 * The lines that a dark field hides: its upper and lower edge and, across it, every upright line that leads up or down
 * to it where none of its letters stand.
 * @param fields in points
 * @param picture with the fields lightened
 */
export function linesOfFields(
  segments: readonly Segment[],
  fields: readonly Box[],
  picture: Picture,
  scale: number,
): readonly Segment[] {
  return fields.flatMap(([left, top, right, bottom]) => {
    const line = (x0: number, y0: number, x1: number, y1: number): Segment => ({
      ...{ x0, y0, x1, y1 },
      width: 0.5,
      colour: [0, 0, 0],
    });
    const isFree = (x: number) => {
      const at = Math.round(x * scale);
      for (let y = Math.round(top * scale); y < bottom * scale; y++) {
        for (let beside = at - 1; beside <= at + 1; beside++) {
          if ((picture.grey[y * picture.width + beside] ?? 255) < dark / 2) return false;
        }
      }
      return true;
    };
    const leading = segments.filter(
      ({ x0, x1, y0, y1 }) =>
        Math.abs(x1 - x0) < 1 &&
        x0 >= left - reach &&
        x0 <= right + reach &&
        (Math.abs(y0 - bottom) <= reach || Math.abs(y1 - top) <= reach || (y0 < top && y1 > bottom)),
    );
    const across = leading.filter(({ x0 }) => isFree(x0)).map(({ x0 }) => line(x0, top, x0, bottom));
    return [line(left, top, right, top), line(left, bottom, right, bottom), ...across];
  });
}
