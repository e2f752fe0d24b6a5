import type { Box } from '../../../src/model/place.ts';
import type { PageContent, Segment, TextRun } from './page-content.ts';

export type Turn = 90 | 180 | 270;

/** A page turned so that text of one direction reads from left to right, and the way back. */
export interface TurnedPage<Run extends TextRun> {
  readonly page: PageContent & { readonly runs: readonly Run[] };
  /** The run of the page as a reader sees it that a turned run was made of. */
  original(run: Run): Run;
  /** A box of the turned page on the page as a reader sees it. */
  boxBack(box: Box): Box;
}

/** Turns a page by so many degrees against the clock: text at that angle comes to read from left to right. */
export function turnPage<Run extends TextRun>(
  page: PageContent & { readonly runs: readonly Run[] },
  angle: Turn,
): TurnedPage<Run> {
  const { width, height } = page;
  const there = (x: number, y: number): readonly [number, number] =>
    angle === 90 ? [y, width - x] : angle === 270 ? [height - y, x] : [width - x, height - y];
  const back = (x: number, y: number): readonly [number, number] =>
    angle === 90 ? [width - y, x] : angle === 270 ? [y, height - x] : [width - x, height - y];
  const originals = new Map<Run, Run>();
  const turnRun = (run: Run): Run => {
    const lies = run.angle === 0 || run.angle === 180;
    const [x, y] = lies ? there(0, run.baseline) : there(run.baseline, 0);
    const turned: Run = {
      ...run,
      box: turnBox(run.box, there),
      baseline: lies === (angle === 180) ? y : x,
      angle: turnedAngle(run.angle, angle),
    };
    originals.set(turned, run);
    return turned;
  };
  const turnSegment = (segment: Segment): Segment => {
    const [x0, y0, x1, y1] = turnBox([segment.x0, segment.y0, segment.x1, segment.y1], there);
    return { ...segment, x0, y0, x1, y1 };
  };
  return {
    page: {
      ...page,
      width: angle === 180 ? width : height,
      height: angle === 180 ? height : width,
      runs: page.runs.map(turnRun),
      segments: page.segments.map(turnSegment),
      fills: page.fills.map((fill) => ({ ...fill, box: turnBox(fill.box, there) })),
      images: page.images.map((box) => turnBox(box, there)),
      slants: page.slants.map((box) => turnBox(box, there)),
    },
    original: (run) => originals.get(run) ?? run,
    boxBack: (box) => turnBox(box, back),
  };
}

function turnedAngle(angle: TextRun['angle'], by: Turn): TextRun['angle'] {
  const turned = (angle - by + 360) % 360;
  return turned === 90 ? 90 : turned === 180 ? 180 : turned === 270 ? 270 : 0;
}

function turnBox(box: Box, turn: (x: number, y: number) => readonly [number, number]): Box {
  const [ax, ay] = turn(box[0], box[1]);
  const [bx, by] = turn(box[2], box[3]);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
