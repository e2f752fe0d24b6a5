import type { Cell, Rgb, Table } from '../../../src/model/document.ts';
import { withoutBullets } from '../bullets.ts';
import { attribute, childrenOf, descendantsOf, type Element, elementsOf, type Node, parentOf, textOf } from '../dom.ts';
import { countHeaderRows, withHeadersByLooks } from '../header-looks.ts';
import { asFill, asInk } from './colours.ts';
import { type Line, lineOf, linesOf, shownText } from './inline.ts';
import { withNestedRows } from './nested-tables.ts';
import { pictureText } from './pictures.ts';
import type { Styles } from './styles.ts';

/** A table element with the rows that are its own, not those of tables inside it. */
export interface TableParts {
  readonly element: Element;
  readonly caption: Element | null;
  readonly rows: readonly TableRow[];
}

interface TableRow {
  readonly cells: readonly Element[];
  readonly inHead: boolean;
  /** The last row, by number, of the row group this row stands in: a `rowspan` cannot reach beyond it. */
  readonly groupEnd: number;
}

const sections = new Set(['thead', 'tbody', 'tfoot']);
/** The most columns and rows a cell may span in HTML (WHATWG, 4.9.11). */
const mostColumns = 1000;
const mostRows = 65_534;

export function tableParts(element: Element, styles: Styles): TableParts {
  const rows: TableRow[] = [];
  const shown = elementsOf(element).filter((child) => !styles.hidden(child));
  const groups = shown.filter((child) => sections.has(child.name) || child.name === 'tr');
  const order = (group: Element) => (group.name === 'thead' ? 0 : group.name === 'tfoot' ? 2 : 1);
  for (const group of groups.toSorted((a, b) => order(a) - order(b))) {
    const own = group.name === 'tr' ? [group] : elementsOf(group).filter((child) => child.name === 'tr');
    const filled = own.filter((row) => !styles.hidden(row) && cellsOf(row, styles).length > 0);
    const groupEnd = group.name === 'tr' ? Number.POSITIVE_INFINITY : rows.length + filled.length - 1;
    for (const row of filled) rows.push({ cells: cellsOf(row, styles), inHead: group.name === 'thead', groupEnd });
  }
  return { element, caption: shown.find((child) => child.name === 'caption') ?? null, rows };
}

const cellsOf = (row: Element, styles: Styles): readonly Element[] =>
  elementsOf(row).filter((cell) => (cell.name === 'td' || cell.name === 'th') && !styles.hidden(cell));

/**
 * True where a table only arranges blocks on the page: it says so; it has a single cell; or nothing marks it as data and
 * its one row or column holds headings or whole tables, or most of its words stand in tables inside it.
 */
export function isLayoutTable({ element, caption, rows }: TableParts): boolean {
  if (['presentation', 'none'].includes(attribute(element, 'role'))) return true;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length <= 1) return true;
  const marked =
    caption !== null ||
    rows.some((row) => row.inHead) ||
    cells.some((cell) => cell.name === 'th' || 'headers' in cell.attribs || 'scope' in cell.attribs);
  if (marked) return false;
  const narrow = rows.length === 1 || rows.every((row) => row.cells.length === 1);
  const holds = (names: RegExp) =>
    cells.some((cell) => [...descendantsOf(cell)].some((inner) => names.test(inner.name)));
  if (narrow) return holds(/^(?:table|h[1-6]|article|section|form)$/);
  const words = (element: Element): number => textOf(element).match(/\p{L}+/gu)?.length ?? 0;
  const nested = cells.flatMap((cell) => [...descendantsOf(cell)].filter((inner) => inner.name === 'table'));
  return nested.reduce((sum, inner) => sum + words(inner), 0) > 0.5 * words(element);
}

/**
 * Turns a table element into cells at their positions, with row and column spans as HTML's table model places them.
 * Each paragraph, bullet and `<br>` of a cell is a line of its text, and so is each row of a table inside it.
 */
export function readTable(parts: TableParts, styles: Styles): Table | null {
  const placed = placeCells(parts.rows, Number.POSITIVE_INFINITY);
  if (placed === null || placed.length === 0) return null;
  const read = withNestedRows(placed, styles).map(({ element, row, column, rowSpan, columnSpan, inHead }): Cell => {
    const nodes = childrenOf(element);
    const lines = linesOf(nodes, styles);
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      header: inHead || element.name === 'th' || /^(?:column|row)header$/.test(attribute(element, 'role')),
      text: wordedText(lines, nodes, styles),
      bold: isBold(lines),
      fill: fillOf(element, styles),
      ink: inkOf(nodes, styles),
      places: [],
    };
  });
  const rows = read.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  const columns = read.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  const cells = withHeadersByLooks(read);
  return {
    kind: 'table',
    rows,
    columns,
    cells,
    headerRows: countHeaderRows(cells, rows),
    caption: captionOf(parts, styles),
    evidence: 'markup',
    confidence: 1,
    joins: [],
    places: [],
  };
}

/** The words of a cell; where it shows none, those that its pictures and icons stand for. */
function wordedText(lines: readonly Line[], nodes: readonly Node[], styles: Styles): string {
  const text = cellText(lines);
  return /[\p{L}\p{N}]/u.test(text) ? text : pictureText(nodes, styles) || text;
}

const cellText = (lines: readonly Line[]): string => withoutBullets(lines.map((line) => line.text)).join('\n');
const isBold = (lines: readonly Line[]): boolean => lines.length > 0 && lines.every((line) => line.bold);

function captionOf({ element, caption }: TableParts, styles: Styles): string | null {
  const parent = parentOf(element);
  const figureCaption =
    parent?.name === 'figure' ? elementsOf(parent).find((child) => child.name === 'figcaption') : undefined;
  const text = [caption ?? figureCaption].flatMap((words) => (words ? [lineOf(childrenOf(words), styles)] : []));
  return text[0] || null;
}

export interface PlacedCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly inHead: boolean;
}

/**
 * Puts each cell at the first free position of its row (WHATWG, 4.9.12 "forming a table").
 * @returns null where the table would have more positions than `most`
 */
export function placeCells(rows: readonly TableRow[], most: number): readonly PlacedCell[] | null {
  const placed: PlacedCell[] = [];
  /** For each column, the first row that no cell above reaches into. */
  const freeFrom: number[] = [];
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const element of row.cells) {
      while ((freeFrom[column] ?? 0) > at) column += 1;
      const wanted = spanOf(element, 'colspan', mostColumns) || 1;
      let columnSpan = 1;
      while (columnSpan < wanted && (freeFrom[column + columnSpan] ?? 0) <= at) columnSpan += 1;
      if ((column + columnSpan) * rows.length > most) return null;
      const rowsLeft = Math.min(rows.length - 1, row.groupEnd) - at + 1;
      const rowSpan = Math.min(spanOf(element, 'rowspan', mostRows) || rowsLeft, rowsLeft);
      for (let covered = column; covered < column + columnSpan; covered += 1) freeFrom[covered] = at + rowSpan;
      placed.push({ element, row: at, column, rowSpan, columnSpan, inHead: row.inHead });
      column += columnSpan;
    }
  }
  return placed;
}

/** A span as written, 1 where none or nonsense is; 0 means "to the end of the group". */
function spanOf(cell: Element, name: string, most: number): number {
  const written = /^\s*(\d{1,9})/.exec(attribute(cell, name))?.[1];
  return written === undefined ? 1 : Math.min(most, Number(written));
}

/** What is painted behind all of a cell's words: by themselves (a badge), the cell, its row, its group or the table. */
function fillOf(cell: Element, styles: Styles): Rgb | null {
  const behind = (start: Element | null): Rgb | undefined => {
    for (let at = start; at !== null; at = parentOf(at)) {
      const paint = styles.background(at);
      if (paint !== undefined || at.name === 'table') return paint;
    }
    return undefined;
  };
  const texts = [...shownText(childrenOf(cell), styles)].map((text) => behind(parentOf(text)));
  const first = texts.length > 0 ? texts[0] : behind(cell);
  const same = texts.every((paint) => String(paint) === String(first));
  return asFill((same ? first : behind(cell)) ?? null);
}

/** The colour all of the nodes' words have. */
function inkOf(nodes: readonly Node[], styles: Styles): Rgb | null {
  const colours = [...shownText(nodes, styles)].map((text) => {
    const parent = parentOf(text);
    return parent === null ? undefined : styles.colour(parent);
  });
  const first = colours[0];
  return colours.every((colour) => String(colour) === String(first)) ? asInk(first ?? null) : null;
}

/** A definition list as a table of two columns, terms beside what is said of them: papers use it for labels and values. */
export function readDefinitionList(list: Element, styles: Styles): Table | null {
  const rows: { readonly terms: Element[]; readonly values: Element[] }[] = [];
  for (const child of elementsOf(list).flatMap((inner) => (inner.name === 'div' ? elementsOf(inner) : [inner]))) {
    const last = rows.at(-1);
    if (child.name === 'dt') {
      if (last === undefined || last.values.length > 0) rows.push({ terms: [child], values: [] });
      else last.terms.push(child);
    } else if (last !== undefined) last.values.push(child);
    else rows.push({ terms: [], values: [child] });
  }
  if (rows.length === 0) return null;
  const cellOf = (elements: readonly Element[], row: number, column: number): Cell => {
    const lines = linesOf(elements, styles);
    return {
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      header: column === 0,
      text: cellText(lines),
      bold: isBold(lines),
      fill: elements.length === 1 && elements[0] ? fillOf(elements[0], styles) : null,
      ink: inkOf(elements, styles),
      places: [],
    };
  };
  return {
    kind: 'table',
    rows: rows.length,
    columns: 2,
    cells: rows.flatMap(({ terms, values }, row) => [cellOf(terms, row, 0), cellOf(values, row, 1)]),
    headerRows: 0,
    caption: null,
    evidence: 'markup',
    confidence: 1,
    joins: [],
    places: [],
  };
}
