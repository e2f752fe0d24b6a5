import type { Cell, Table } from '../model/document.ts';
import { beginsSmall } from './continuation.ts';

/** Left and right edge of a column, points. */
export type Extent = readonly [left: number, right: number];

/** What the cells of one column tell of it. Counts but for `long` and `inParagraphs` are of the body. */
export interface ColumnTraits {
  /** Where the column stands on the table's pages, by the cells that cover it alone. */
  readonly extent: Extent | null;
  /**
   * Rows that have something in it; cells over several rows fill each of them. The last row may be cut, so where there
   * are others it does not count, nor do rows with cells over several columns: titles, and labels with what they say of
   * all.
   */
  readonly filled: number;
  /** Texts whose cells begin in it, and their letters. */
  readonly texts: number;
  readonly letters: number;
  /** Texts of several sentences, and how many of these are in paragraphs. */
  readonly long: number;
  readonly inParagraphs: number;
}

/** A line between columns as the first cell that it bounds has it, by row and column. */
interface Edge {
  readonly row: number;
  readonly column: number;
  readonly x: number;
}

/** What a table's cells tell of it; of two parts of its cells it can be put together. */
export interface TableTraits {
  readonly columns: readonly ColumnTraits[];
  /** The lines between columns, one more than columns, where cells have them. */
  readonly edges: readonly (Edge | null)[];
  /** Rows of the body, but for the last, with a cell over several columns. */
  readonly titles: number;
  /** Texts of the body, and how many of these begin with a small letter. */
  readonly texts: number;
  readonly small: number;
}

const blank: ColumnTraits = { extent: null, filled: 0, texts: 0, letters: 0, long: 0, inParagraphs: 0 };

/** The traits of a table without cells. */
export const noTraits = (columns: number): TableTraits => ({
  columns: Array.from({ length: columns }, () => blank),
  edges: Array.from({ length: columns + 1 }, () => null),
  titles: 0,
  texts: 0,
  small: 0,
});

/** The row that a page's end may cut, but never the first below the header. */
export const lastRow = ({ headerRows, rows }: Table): number => Math.max(headerRows + 1, rows - 1);

/** The traits of a table, or of the part of its cells that it is given with. */
export function traitsOf(table: Table): TableTraits {
  const last = lastRow(table);
  const isBody = (cell: Cell) => cell.row >= table.headerRows && cell.text !== '';
  const spanned = new Set(
    table.cells.filter((cell) => cell.columnSpan > 1 && cell.rowSpan === 1).map((cell) => cell.row),
  );
  const columns = noTraits(table.columns).columns.map((column) => ({ ...column }));
  for (const cell of table.cells) {
    const own = columns[cell.column];
    if (own === undefined) continue;
    if (cell.columnSpan === 1) own.extent = wider(own.extent, extentOf(cell));
    if (hasSentences(cell.text)) {
      own.long += 1;
      if (cell.text.includes('\n')) own.inParagraphs += 1;
    }
    if (!isBody(cell)) continue;
    own.texts += 1;
    own.letters += cell.text.length;
    if (cell.row >= last || (cell.rowSpan === 1 && spanned.has(cell.row))) continue;
    for (const covered of columns.slice(cell.column, cell.column + cell.columnSpan)) covered.filled += cell.rowSpan;
  }
  const body = table.cells.filter(isBody);
  return {
    columns,
    edges: edgesOf(table),
    titles: [...spanned].filter((row) => row >= table.headerRows && row < last).length,
    texts: body.length,
    small: body.filter((cell) => beginsSmall(cell.text)).length,
  };
}

/** The traits of a table from those of two parts of its cells; cells of one row that cover one row are in one part. */
export function bothTraits(a: TableTraits, b: TableTraits): TableTraits {
  return {
    columns: a.columns.map((one, index) => bothColumns(one, b.columns[index] ?? blank)),
    edges: a.edges.map((edge, index) => firstEdge(edge, b.edges[index] ?? null)),
    titles: a.titles + b.titles,
    texts: a.texts + b.texts,
    small: a.small + b.small,
  };
}

function bothColumns(a: ColumnTraits, b: ColumnTraits): ColumnTraits {
  return {
    extent: wider(a.extent, b.extent),
    filled: a.filled + b.filled,
    texts: a.texts + b.texts,
    letters: a.letters + b.letters,
    long: a.long + b.long,
    inParagraphs: a.inParagraphs + b.inParagraphs,
  };
}

/** True for a text that goes on after a sentence's end. */
export const hasSentences = (text: string): boolean => /[.;!?]\s+\S/u.test(text);

/** True where most of a column's texts of several sentences are in paragraphs. */
export const isInParagraphs = ({ long, inParagraphs }: Pick<ColumnTraits, 'long' | 'inParagraphs'> = blank): boolean =>
  inParagraphs > 0.6 * long;

function edgesOf(table: Table): readonly (Edge | null)[] {
  const edges: (Edge | null)[] = Array.from({ length: table.columns + 1 }, () => null);
  const note = (index: number, edge: Edge) => {
    if (index < edges.length) edges[index] = firstEdge(edges[index] ?? null, edge);
  };
  for (const { row, column, columnSpan, places } of table.cells) {
    const box = places.at(-1)?.bbox;
    if (box === undefined) continue;
    note(column, { row, column, x: box[0] });
    note(column + columnSpan, { row, column, x: box[2] });
  }
  return edges;
}

function firstEdge(a: Edge | null, b: Edge | null): Edge | null {
  if (a === null || b === null) return a ?? b;
  return b.row < a.row || (b.row === a.row && b.column < a.column) ? b : a;
}

function extentOf(cell: Cell): Extent | null {
  return cell.places.reduce<Extent | null>(
    (extent, { bbox }) => (bbox === undefined ? extent : wider(extent, [bbox[0], bbox[2]])),
    null,
  );
}

function wider(a: Extent | null, b: Extent | null): Extent | null {
  if (a === null || b === null) return a ?? b;
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}
