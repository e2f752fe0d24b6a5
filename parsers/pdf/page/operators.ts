import { identity, type Matrix, multiply, toMatrix } from '../../../src/lib/matrix.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { numberAt, readBox } from './arguments.ts';
import { meanColour, onWhite, readColour } from './colours.ts';
import { drawPath } from './draw-path.ts';
import type { Glyph } from './glyphs.ts';
import { type GraphicsState, initialState, transform, transformedBox } from './graphics-state.ts';
import { groupedPlaces, repeatedPlaces } from './image-places.ts';
import type { Fill, Segment, TextRun } from './page-content.ts';
import { thinBoxAsLine } from './paths.ts';
import { OPS } from './pdfjs.ts';
import { changeTextState } from './text-state.ts';
import {
  clip,
  type Mark,
  newWalk,
  type PageSurroundings,
  paint,
  paintImage,
  restore,
  save,
  unitSquare,
  unmarked,
  type Walk,
} from './walk.ts';

/** pdf.js's list of drawing operations for one page. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface Drawing {
  readonly runs: readonly TextRun[];
  readonly invisibleRuns: readonly TextRun[];
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
  readonly images: readonly Box[];
  readonly slants: readonly Box[];
  /** Opaque areas, and how many of `runs` were drawn before each: those in it are hidden. */
  readonly covers: readonly { readonly box: Box; readonly runs: number }[];
}

/** Walks a page's operations once, in painting order. */
export function readOperators({ fnArray, argsArray }: OperatorList, around: PageSurroundings): Drawing {
  const walk = newWalk(around);
  for (let index = 0; index < fnArray.length; index++) {
    const operation = fnArray[index] ?? 0;
    const given = argsArray[index];
    const args: readonly unknown[] = Array.isArray(given) ? given : [];
    const carryOut = operations[operation];
    if (carryOut === undefined) changeTextState(walk.state, operation, args, around.fontOf);
    else carryOut(walk, args);
  }
  walk.text.break();
  const { text, segments, fills, images, slants } = walk;
  const covers = walk.covers.map(({ box, begun }) => ({ box, runs: text.countOf(begun) }));
  return { runs: text.runs, invisibleRuns: text.invisibleRuns, segments, fills, images, slants, covers };
}

/** Carries one operation out. */
type Operation = (walk: Walk, args: readonly unknown[]) => void;

/** An operation that paints: nothing in a layer that is switched off. */
const painting =
  (carryOut: Operation): Operation =>
  (walk, args) => {
    if (!walk.mark.hidden) carryOut(walk, args);
  };

const setClip: Operation = (walk) => {
  walk.pendingClip = true;
};

const beginMark: Operation = (walk, args) => {
  walk.marks.push(walk.mark);
  walk.mark = readMark(walk.mark, args, walk.around);
};

const endMark: Operation = (walk) => {
  walk.mark = walk.marks.pop() ?? unmarked;
};

const image: Operation = painting((walk) => paintImage(walk, walk.state.matrix));
const repeatedImages: Operation = painting((walk, args) => paintImages(walk, repeatedPlaces(args)));
const groupedImages: Operation = painting((walk, args) => paintImages(walk, groupedPlaces(args)));

/** What each operation does, by its number in pdf.js; those of text state alone are not here. */
const operations: readonly (Operation | undefined)[] = byNumber([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, ({ state }, args) => transform(state, toMatrix(args) ?? identity)],
  [OPS.setGState, ({ state, around }, args) => applyGraphicsState(state, args[0], around)],
  [OPS.setLineWidth, setLineWidth],
  [OPS.setFillRGBColor, ({ state }, args) => fillWith(state, readColour(args[0], args[1], args[2]), true)],
  [OPS.setStrokeRGBColor, setStroke],
  [OPS.setFillColorN, ({ state, around }, args) => fillWith(state, patternColour(args, around), false)],
  [OPS.setFillTransparent, ({ state }) => fillWith(state, null, state.fillSolid)],
  [OPS.clip, setClip],
  [OPS.eoClip, setClip],
  [OPS.constructPath, constructPath],
  [OPS.shadingFill, painting(fillWithShading)],
  [OPS.showText, painting(showText)],
  [OPS.beginMarkedContent, beginMark],
  [OPS.beginMarkedContentProps, beginMark],
  [OPS.endMarkedContent, endMark],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginGroup, save],
  [OPS.endGroup, restore],
  [OPS.beginAnnotation, beginAnnotation],
  [OPS.endAnnotation, endAnnotation],
  [OPS.paintImageXObject, image],
  [OPS.paintInlineImageXObject, image],
  [OPS.paintImageMaskXObject, image],
  [OPS.paintSolidColorImageMask, painting(fillSquare)],
  [OPS.paintImageXObjectRepeat, repeatedImages],
  [OPS.paintImageMaskXObjectRepeat, repeatedImages],
  [OPS.paintImageMaskXObjectGroup, groupedImages],
  [OPS.paintInlineImageXObjectGroup, groupedImages],
]);

function byNumber(pairs: readonly (readonly [number, Operation])[]): readonly (Operation | undefined)[] {
  const known = new Map(pairs);
  return Array.from({ length: Math.max(...known.keys()) + 1 }, (_, number) => known.get(number));
}

function setLineWidth({ state }: Walk, args: readonly unknown[]): void {
  state.lineWidth = numberAt(args, 0);
}

function setStroke({ state }: Walk, args: readonly unknown[]): void {
  state.stroke = readColour(args[0], args[1], args[2]);
}

function constructPath(walk: Walk, args: readonly unknown[]): void {
  const [buffer] = Array.isArray(args[1]) ? args[1] : [];
  if (buffer instanceof Float32Array && !walk.mark.hidden) {
    paint(walk, drawPath(walk.state, numberAt(args, 0), buffer));
  }
  if (walk.pendingClip) clip(walk, readBox(args[2]));
  walk.pendingClip = false;
}

function fillWithShading({ around, state, fills }: Walk, args: readonly unknown[]): void {
  const colour = meanColour(around.shadingColours(String(args[0])));
  if (colour !== null) fills.push({ box: state.clip, colour: onWhite(colour, state.fillAlpha), whole: true });
}

function showText({ text, state, mark }: Walk, args: readonly unknown[]): void {
  if (Array.isArray(args[0])) text.show(state, args[0] as (Glyph | number)[], mark);
}

function beginForm(walk: Walk, args: readonly unknown[]): void {
  save(walk);
  transform(walk.state, toMatrix(args[0]) ?? identity);
  clip(walk, readBox(args[1]));
}

function beginAnnotation(walk: Walk, args: readonly unknown[]): void {
  walk.text.break();
  save(walk);
  walk.state = initialState(walk.around.toPage, walk.around.view);
  clip(walk, readBox(args[1]));
  transform(walk.state, toMatrix(args[2]) ?? identity);
  transform(walk.state, toMatrix(args[3]) ?? identity);
}

function endAnnotation(walk: Walk): void {
  walk.text.break();
  restore(walk);
}

function paintImages(walk: Walk, places: readonly Matrix[]): void {
  for (const place of places) paintImage(walk, multiply(walk.state.matrix, place));
}

/** A mask of one colour all over is a box in that colour. */
function fillSquare(walk: Walk): void {
  const { state } = walk;
  const box = transformedBox(state.matrix, unitSquare);
  const colour = onWhite(state.fill, state.fillAlpha);
  const line = thinBoxAsLine(box, colour);
  if (line === null) paint(walk, { fills: [{ box, colour, whole: true }], segments: [], slants: [] });
  else paint(walk, { fills: [], segments: [line], slants: [] });
}

/** @param colour null where what is filled has no one colour */
function fillWith(state: GraphicsState, colour: Rgb | null, solid: boolean): void {
  state.fillKnown = colour !== null;
  state.fillSolid = solid;
  if (colour !== null) state.fill = colour;
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
