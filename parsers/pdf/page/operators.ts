import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { intersection } from '../../../src/lib/box.ts';
import { identity, type Matrix, toMatrix } from '../../../src/lib/matrix.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { numberAt, readBox } from './arguments.ts';
import { meanColour, onWhite, readColour } from './colours.ts';
import { drawPath } from './draw-path.ts';
import { type Glyph, type Marking, RunCollector } from './glyphs.ts';
import { clipTo, type Font, type GraphicsState, initialState, transform, transformedBox } from './graphics-state.ts';
import { groupedPlaces, repeatedPlaces } from './image-places.ts';
import type { Fill, Segment, TextRun } from './page-content.ts';
import { type Painted, thinBoxAsLine } from './paths.ts';
import { changeTextState } from './text-state.ts';

/** pdf.js's list of drawing operations for one page. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

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

export interface Drawing {
  readonly runs: readonly TextRun[];
  readonly invisibleRuns: readonly TextRun[];
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
  readonly images: readonly Box[];
  readonly slants: readonly Box[];
  readonly covers: readonly Cover[];
}

/** An opaque area, and how many of the page's runs were drawn before it: those in it are hidden. */
export interface Cover {
  readonly box: Box;
  readonly runs: number;
}

interface Mark extends Marking {
  readonly hidden: boolean;
}

const unmarked: Mark = { markedContent: null, artifact: false, hidden: false };
const unitSquare: Box = [0, 0, 1, 1];

/** Walks a page's operations once, in painting order. */
export function readOperators(list: OperatorList, around: PageSurroundings): Drawing {
  const text = new RunCollector();
  const segments: Segment[] = [];
  const fills: Fill[] = [];
  const images: Box[] = [];
  const slants: Box[] = [];
  const covers: Cover[] = [];
  const saved: GraphicsState[] = [];
  const marks: Mark[] = [unmarked];
  let state = initialState(around.toPage, around.view);
  let pendingClip = false;

  const mark = () => marks.at(-1) ?? unmarked;
  const paint = ({ fills: areas, segments: lines, slants: slanted }: Painted) => {
    for (const box of slanted) if (intersection(box, state.clip) !== null) slants.push(box);
    for (const area of areas) {
      const box = intersection(area.box, state.clip);
      if (box === null || box[2] - box[0] <= 1 || box[3] - box[1] <= 1) continue;
      fills.push({ ...area, box });
      const hides = area.whole && state.fillSolid && !state.blends && state.fillAlpha >= 1;
      if (hides && text.count > 0) covers.push({ box, runs: text.count });
    }
    for (const line of lines) {
      const shown = intersection([line.x0, line.y0, line.x1, line.y1], grown(state.clip, line.width));
      if (shown !== null) segments.push({ ...line, x0: shown[0], y0: shown[1], x1: shown[2], y1: shown[3] });
    }
  };
  const image = (matrix: Matrix) => {
    const box = intersection(transformedBox(matrix, unitSquare), state.clip);
    if (box === null) return;
    const line = thinBoxAsLine(box, state.fill);
    if (line === null) images.push(box);
    else segments.push(line);
  };
  const save = () => {
    saved.push({ ...state });
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };

  for (let i = 0; i < list.fnArray.length; i++) {
    const operation = list.fnArray[i];
    const given = list.argsArray[i];
    const args: readonly unknown[] = Array.isArray(given) ? given : [];
    switch (operation) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        transform(state, toMatrix(args) ?? identity);
        break;
      case OPS.setGState:
        applyGraphicsState(state, args[0], around);
        break;
      case OPS.setLineWidth:
        state.lineWidth = numberAt(args, 0);
        break;
      case OPS.setFillRGBColor:
        state.fill = readColour(args[0], args[1], args[2]);
        state.fillKnown = state.fillSolid = true;
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = readColour(args[0], args[1], args[2]);
        break;
      case OPS.setFillColorN: {
        const colour = patternColour(args, around);
        state.fillKnown = colour !== null;
        state.fillSolid = false;
        if (colour !== null) state.fill = colour;
        break;
      }
      case OPS.setFillTransparent:
        state.fillKnown = false;
        break;
      case OPS.clip:
      case OPS.eoClip:
        pendingClip = true;
        break;
      case OPS.constructPath: {
        const [buffer] = Array.isArray(args[1]) ? args[1] : [];
        if (buffer instanceof Float32Array && !mark().hidden) paint(drawPath(state, numberAt(args, 0), buffer));
        if (pendingClip) {
          const extent = readBox(args[2]);
          if (extent !== null) clipTo(state, extent);
          pendingClip = false;
        }
        break;
      }
      case OPS.shadingFill: {
        const colour = meanColour(around.shadingColours(String(args[0])));
        if (colour !== null && !mark().hidden) {
          fills.push({ box: state.clip, colour: onWhite(colour, state.fillAlpha), whole: true });
        }
        break;
      }
      case OPS.showText:
        if (Array.isArray(args[0]) && !mark().hidden) text.show(state, args[0] as (Glyph | number)[], mark());
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marks.push(readMark(mark(), args, around));
        break;
      case OPS.endMarkedContent:
        if (marks.length > 1) marks.pop();
        break;
      case OPS.paintFormXObjectBegin: {
        save();
        transform(state, toMatrix(args[0]) ?? identity);
        const extent = readBox(args[1]);
        if (extent !== null) clipTo(state, extent);
        break;
      }
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        restore();
        break;
      case OPS.beginGroup:
        save();
        break;
      case OPS.beginAnnotation: {
        text.break();
        save();
        state = { ...initialState(around.toPage, around.view) };
        const extent = readBox(args[1]);
        if (extent !== null) clipTo(state, extent);
        transform(state, toMatrix(args[2]) ?? identity);
        transform(state, toMatrix(args[3]) ?? identity);
        break;
      }
      case OPS.endAnnotation:
        text.break();
        restore();
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        if (!mark().hidden) image(state.matrix);
        break;
      case OPS.paintSolidColorImageMask:
        if (!mark().hidden) {
          const box = transformedBox(state.matrix, unitSquare);
          const colour = onWhite(state.fill, state.fillAlpha);
          const line = thinBoxAsLine(box, colour);
          paint(
            line === null
              ? { fills: [{ box, colour, whole: true }], segments: [], slants: [] }
              : { fills: [], segments: [line], slants: [] },
          );
        }
        break;
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        if (!mark().hidden) for (const matrix of repeatedPlaces(args)) image(multiplied(state, matrix));
        break;
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintInlineImageXObjectGroup:
        if (!mark().hidden) for (const place of groupedPlaces(args)) image(multiplied(state, place));
        break;
      default:
        changeTextState(state, operation, args, around.fontOf);
    }
  }
  text.break();
  return { runs: text.runs, invisibleRuns: text.invisibleRuns, segments, fills, images, slants, covers };
}

function applyGraphicsState(state: GraphicsState, entries: unknown, around: PageSurroundings): void {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries as readonly (readonly unknown[])[]) {
    if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
    else if (key === 'ca' && typeof value === 'number') state.fillAlpha = value;
    else if (key === 'BM') state.blends = value !== 'source-over';
    else if (key === 'SMask') state.blends = value !== false;
    else if (key === 'CA' && typeof value === 'number') state.strokeAlpha = value;
    else if (key === 'Font' && Array.isArray(value)) {
      state.font = around.fontOf(String(value[0]));
      state.fontSize = Number(value[1]);
    }
  }
}

/** The one colour a pattern looks like from afar; null where it has none. */
function patternColour(args: readonly unknown[], around: PageSurroundings): Rgb | null {
  if (args[0] === 'Shading') return meanColour(around.shadingColours(String(args[1])));
  return args[0] === 'TilingPattern' && typeof args[1] === 'string' ? readColour(args[1]) : null;
}

function readMark(outer: Mark, args: readonly unknown[], around: PageSurroundings): Mark {
  const [tag, properties] = args;
  const name = typeof tag === 'string' ? tag : String((tag as { name?: unknown } | null)?.name ?? '');
  if (name === 'OC') return { ...outer, hidden: outer.hidden || !around.isVisible(properties) };
  if (name === 'Artifact') return { ...outer, artifact: true, markedContent: null };
  return typeof properties === 'number' ? { ...outer, markedContent: String(properties) } : outer;
}

function grown(box: Box, by: number): Box {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

function multiplied(state: GraphicsState, matrix: Matrix): Matrix {
  const copy = { ...state };
  transform(copy, matrix);
  return copy.matrix;
}
