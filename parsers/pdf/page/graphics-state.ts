import { intersection } from '../../../src/lib/box.ts';
import { apply, identity, type Matrix, multiply } from '../../../src/lib/matrix.ts';
import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import { black } from './colours.ts';

/** What of a pdf.js font matters for reading. */
export interface Font {
  /** Unlike its name, no other font of the file has it. */
  readonly id: string;
  readonly name: string;
  readonly bold: boolean;
  /** Glyph units to text units: 0.001 for all but Type 3 fonts. */
  readonly unit: number;
  /** Size of the em in text units at font size 1: 1 for all but Type 3 fonts. */
  readonly em: number;
  readonly vertical: boolean;
}

/** The graphics state of the PDF imaging model (ISO 32000-2, 8.4), as far as reading needs it. */
export interface GraphicsState {
  matrix: Matrix;
  /** Box around what the clipping path leaves, on the page as a reader sees it. */
  clip: Box;
  fill: Rgb;
  stroke: Rgb;
  /** False while a pattern without one colour is set. */
  fillKnown: boolean;
  /** False while fills are patterns or shadings, which may let through what lies under them. */
  fillSolid: boolean;
  /** True while paint blends with what lies under it (a blend mode or a soft mask). */
  blends: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  textMatrix: Matrix;
  /** Pen and start of line, in the text matrix's own space. */
  penX: number;
  penY: number;
  lineX: number;
  lineY: number;
}

const noFont: Font = { id: '', name: '', bold: false, unit: 0.001, em: 1, vertical: false };

export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    fill: black,
    stroke: black,
    fillKnown: true,
    fillSolid: true,
    blends: false,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    font: noFont,
    fontSize: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    textMatrix: identity,
    penX: 0,
    penY: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** Puts a further transformation under the state. */
export function transform(state: GraphicsState, matrix: Matrix): void {
  state.matrix = multiply(state.matrix, matrix);
}

/** Narrows the clip to a box given in the state's own space. */
export function clipTo(state: GraphicsState, box: Box): void {
  const around = transformedBox(state.matrix, box);
  // Nothing left: an empty box at the corner, in which no point lies.
  state.clip = intersection(state.clip, around) ?? [around[0], around[1], around[0], around[1]];
}

/** The box around a transformed box. */
export function transformedBox(matrix: Matrix, box: Box): Box {
  const corners = [
    apply(matrix, box[0], box[1]),
    apply(matrix, box[2], box[1]),
    apply(matrix, box[2], box[3]),
    apply(matrix, box[0], box[3]),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
