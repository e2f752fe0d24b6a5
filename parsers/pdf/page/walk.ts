import { intersection } from '../../../src/lib/box.ts';
import type { Matrix } from '../../../src/lib/matrix.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { RunCollector } from './glyphs.ts';
import { clipTo, type Font, type GraphicsState, initialState, transformedBox } from './graphics-state.ts';
import type { Marking } from './open-run.ts';
import type { Fill, Segment } from './page-content.ts';
import { type Painted, thinBoxAsLine } from './paths.ts';

/** What the walk needs to know beside the list. */
export interface PageSurroundings {
  /** From PDF space to points from the top left as a reader sees the page. */
  readonly toPage: Matrix;
  readonly view: Box;
  readonly fontOf: (id: string) => Font;
  /** Colour stops of a shading; empty where it has none. */
  readonly shadingColours: (id: string) => readonly Rgb[];
  /** Whether a group of optional content (a layer) is switched on. */
  readonly isVisible: (group: unknown) => boolean;
}

/** An opaque area, and how many of the page's runs were begun before it: those in it are hidden. */
export interface Cover {
  readonly box: Box;
  readonly begun: number;
}

/** Marked content that is open: its tie to the structure tree, and whether a layer that is switched off hides it. */
export interface Mark extends Marking {
  readonly hidden: boolean;
}

/** A walk through a page's operations: the state that they change, and what they have drawn so far. */
export interface Walk {
  readonly around: PageSurroundings;
  readonly text: RunCollector;
  readonly segments: Segment[];
  readonly fills: Fill[];
  readonly images: Box[];
  readonly slants: Box[];
  readonly covers: Cover[];
  readonly saved: GraphicsState[];
  readonly marks: Mark[];
  /** The mark that was opened last. */
  mark: Mark;
  state: GraphicsState;
  /** True between an operation that makes the next path the clip, and that path. */
  pendingClip: boolean;
}

export const unmarked: Mark = { markedContent: null, artifact: false, hidden: false };
export const unitSquare: Box = [0, 0, 1, 1];

export function newWalk(around: PageSurroundings): Walk {
  return {
    around,
    text: new RunCollector(),
    segments: [],
    fills: [],
    images: [],
    slants: [],
    covers: [],
    saved: [],
    marks: [],
    mark: unmarked,
    state: initialState(around.toPage, around.view),
    pendingClip: false,
  };
}

export function save(walk: Walk): void {
  walk.saved.push({ ...walk.state });
}

export function restore(walk: Walk): void {
  walk.state = walk.saved.pop() ?? walk.state;
}

/** Narrows the clip to a box of the state's own space; null leaves it as it is. */
export function clip({ state }: Walk, extent: Box | null): void {
  if (extent !== null) clipTo(state, extent);
}

/** Points to either side from which on a painted area is more than a hair, and from which on a hair is seen. */
const hair = 1;
const thinnest = 0.2;

/** Adds what of a painted path shows within the clip: of a box all but one side cut off, as borders are drawn, a line. */
export function paint(walk: Walk, { fills, segments, slants }: Painted): void {
  const { state, text } = walk;
  for (const box of slants) if (intersection(box, state.clip) !== null) walk.slants.push(box);
  for (const area of fills) {
    const box = intersection(area.box, state.clip);
    if (box === null) continue;
    const thickness = Math.min(box[2] - box[0], box[3] - box[1]);
    if (thickness <= hair) {
      const line = thickness < thinnest ? null : thinBoxAsLine(box, area.colour);
      if (line !== null) walk.segments.push(line);
      continue;
    }
    walk.fills.push({ ...area, box });
    const hides = area.whole && state.fillSolid && !state.blends && state.fillAlpha >= 1;
    if (hides && text.begun > 0) walk.covers.push({ box, begun: text.begun });
  }
  for (const line of segments) {
    const shown = intersection([line.x0, line.y0, line.x1, line.y1], grown(state.clip, line.width));
    if (shown !== null) walk.segments.push({ ...line, x0: shown[0], y0: shown[1], x1: shown[2], y1: shown[3] });
  }
}

/** Adds an image that fills the unit square of a matrix; one no thicker than a line is a ruling line. */
export function paintImage({ state, segments, images }: Walk, matrix: Matrix): void {
  const box = intersection(transformedBox(matrix, unitSquare), state.clip);
  if (box === null) return;
  const line = thinBoxAsLine(box, state.fill);
  if (line === null) images.push(box);
  else segments.push(line);
}

function grown(box: Box, by: number): Box {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}
