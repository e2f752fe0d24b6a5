import type { OpenSides, Rgb, TableEvidence } from '../../../../src/model/document.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Word } from '../../text/words.ts';

/** A cell of a table on one page, at its top-left position (`row` and `column` count from 0). */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Points from the top left of the page as a reader sees it. */
  readonly box: Box;
  /** The runs that stand in the cell, in the order the file draws them; `composeCell` makes text of them. */
  readonly runs: readonly Word[];
  /** What is painted behind the text; null where nothing is, or where it is plain white. */
  readonly fill: Rgb | null;
  /** Colour of the text where it is neither black nor a shade of grey nor white. */
  readonly ink: Rgb | null;
  readonly bold: boolean;
  /** Known where ruling lines draw the table. */
  readonly open?: OpenSides;
}

/** A table found on one page. */
export interface PageTable {
  readonly page: number;
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PageCell[];
  /** How many of the first rows look like the names of the columns; 0 where none does. */
  readonly headerRows: number;
  readonly evidence: TableEvidence;
  /** 0 to 1: how sure the reader is that this is a table with these cells. */
  readonly confidence: number;
  /** Degrees clockwise that the table is turned on the page as the reader sees it. Rows and columns are those of the table turned upright. */
  readonly angle: 0 | 90 | 180 | 270;
}
