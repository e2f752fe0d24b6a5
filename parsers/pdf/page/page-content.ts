import type { Rgb } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';

/**
 * A word, or a piece of one where its looks change in the middle: never holds a space. Boxes are points from the top
 * left of the page as a reader sees it. Right-to-left runs are in the order people read them.
 */
export interface TextRun {
  readonly text: string;
  /** True where the file has a space, or a gap as wide as one, between the run drawn before and this one. */
  readonly spaceBefore: boolean;
  readonly box: Box;
  /** Height of the baseline from the top of the page, for an upright run; x of the baseline for a turned one. */
  readonly baseline: number;
  /** The font as the file holds it: two fonts of one name are two. */
  readonly font: string;
  readonly fontName: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly colour: Rgb;
  /** Degrees clockwise that the text is turned as the reader sees it: 0 reads left to right, 90 top to bottom. */
  readonly angle: 0 | 90 | 180 | 270;
  /** Around the whole of a run that stands at no quarter turn; null for any other. */
  readonly slant: Box | null;
  readonly rightToLeft: boolean;
  /** The marked-content id that ties the run to the structure tree. */
  readonly markedContent: string | null;
  /** True for a layout artifact (running header, page number) that the file itself marks as one. */
  readonly artifact: boolean;
}

/** A straight ruling line, horizontal or vertical, or the edge of a thin filled box. */
export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Points. */
  readonly width: number;
  readonly colour: Rgb;
}

/** An area painted in one colour. In painting order. */
export interface Fill {
  readonly box: Box;
  readonly colour: Rgb;
  /** True where the painted shape is the box itself, false for a disc, an arrow or any other shape inside it. */
  readonly whole: boolean;
}

/** A node of the structure tree; `content` are marked-content ids in reading order. */
export interface StructureNode {
  readonly role: string;
  readonly children: readonly (StructureNode | { readonly content: string })[];
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** One page of a PDF after pdf.js: all that later stages may know of it. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
  readonly images: readonly Box[];
  /** Boxes around strokes that are slanted or curved: plots and drawings, never tables. */
  readonly slants: readonly Box[];
  readonly structure: StructureNode | null;
  /** True where a part of the page's content could not be read. */
  readonly damaged: boolean;
  /** How many words lie under something that was painted over them. */
  readonly covered: number;
}
