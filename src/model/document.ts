import type { Issue } from './issue.ts';
import type { Box, Place } from './place.ts';
import type { FormatName } from './values.ts';

export type { FormatName } from './values.ts';

/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A file as it came in. `sha256` is the lower-case hex digest of `bytes` and the paper's id. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What a table's cells were read from: the file's own markup or structure tree, lines, bands of fill, or gaps. */
export type TableEvidence = 'markup' | 'tagged' | 'ruled' | 'banded' | 'spaced' | 'text';

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the document's title or highest heading. */
  readonly level: number;
  readonly text: string;
  readonly places: readonly Place[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** True where the whole paragraph is set in bold: often a label or a heading that is not marked as one. */
  readonly bold: boolean;
  /** The words at its front that are set in bold, where what follows them is not. */
  readonly lead?: string;
  readonly places: readonly Place[];
}

export interface ListItem {
  readonly text: string;
  /** The marker as printed where it carries meaning (`1.`, `a)`), null for a plain bullet. */
  readonly label: string | null;
  /** Depth of nesting, 0 is the outermost. */
  readonly level: number;
  /** The words at its front that are set in bold, where what follows them is not. */
  readonly lead?: string;
  readonly places: readonly Place[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly places: readonly Place[];
}

/** Sides of a cell at the edges of its page on which no ruling line closes it, though lines draw its table. */
export interface OpenSides {
  readonly top: boolean;
  readonly bottom: boolean;
}

/**
 * A cell at its top-left position (`row` and `column` count from 0). Paragraphs and bullets inside it are one a line
 * (`\n`), bullets without their glyph. A cell cut by a page break has a place on both pages.
 */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** True where markup, tag, repetition or looks say that the cell heads its column or row. */
  readonly header: boolean;
  readonly text: string;
  /** True where all of the cell's text is bold. */
  readonly bold: boolean;
  /** What is painted behind the text; null where nothing is, or where it is plain white. */
  readonly fill: Rgb | null;
  /** Colour of the text where it is neither black nor a shade of grey nor white. */
  readonly ink: Rgb | null;
  /** True where the text begins with an item of a list, as it may where a page's end cuts the cell. */
  readonly itemised?: boolean;
  /** Known where ruling lines draw the table: a cell that a page's end cuts is often left open there. */
  readonly open?: OpenSides;
  readonly places: readonly Place[];
}

/** Why the part of a table from `row` on, which stands on a further page, was taken to continue the part before. */
export interface Join {
  readonly row: number;
  readonly page: number;
  readonly reason: 'same-columns' | 'repeated-header' | 'cut-row' | 'structure-tree';
}

export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** How many of the first rows name the columns; 0 where none is known to. */
  readonly headerRows: number;
  readonly caption: string | null;
  readonly evidence: TableEvidence;
  /** 0 to 1: how sure the reader is that this is a table with these cells. */
  readonly confidence: number;
  readonly joins: readonly Join[];
  readonly places: readonly Place[];
}

export type Block = Heading | Paragraph | List | Table;

/** A page as it was seen, drawn for a person to look at. */
export interface DrawnPage {
  /** Counted from 1. */
  readonly number: number;
  readonly svg: string;
}

/** A running header, footer or page number: repeated over pages, so not content, but it may name the paper. */
export interface Furniture {
  readonly text: string;
  readonly places: readonly Place[];
}

export interface Page {
  readonly number: number;
  /** Points, as a reader sees the page. */
  readonly width: number;
  readonly height: number;
  readonly text: 'layer' | 'ocr' | 'none';
  /** The words of a page read by optical character recognition, each with how sure the reader is of it. */
  readonly words?: readonly RecognisedWord[];
}

/** A word read from an image. */
export interface RecognisedWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Points from the top left of the page. */
  readonly bbox: Box;
}

/** What the file says about itself (PDF info and XMP, DOCX core properties, HTML title and meta elements). */
export interface FileMeta {
  readonly title: string | null;
  readonly author: string | null;
  /** ISO 8601, as the file gives it. */
  readonly created: string | null;
  readonly modified: string | null;
}

/** Successive pages, counted from 1, both ends included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** One paper in neutral form: after this nobody asks what the file was. Blocks are in reading order. */
export interface Document {
  readonly format: FormatName;
  readonly meta: FileMeta;
  /** Empty where the format has no pages. */
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  readonly issues: readonly Issue[];
  /** The papers of a pack that were read; absent for a paper by itself. */
  readonly papers?: readonly PageRange[];
}
