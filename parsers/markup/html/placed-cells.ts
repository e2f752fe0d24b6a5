import { attribute, type Element, elementsOf } from '../dom.ts';
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
