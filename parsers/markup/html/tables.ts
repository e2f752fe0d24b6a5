import type { Cell, Rgb, Table } from '../../../src/model/document.ts';
import { withoutBullets } from '../bullets.ts';
import { attribute, childrenOf, descendantsOf, type Element, elementsOf, type Node, parentOf, textOf } from '../dom.ts';
import { countHeaderRows, withHeadersByLooks } from '../header-looks.ts';
import { asFill, asInk } from './colours.ts';
import { type Line, lineOf, linesOf, shownText } from './inline.ts';
import { withNestedRows } from './nested-tables.ts';
import { pictureText } from './pictures.ts';
import { placeCells, type TableParts } from './placed-cells.ts';
import type { Styles } from './styles.ts';

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
