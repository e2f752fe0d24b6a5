import { union } from '../../src/lib/box.ts';
import type { PaperWords } from '../../src/lib/hyphens.ts';
import type { Cell, Join, Rgb, Table } from '../../src/model/document.ts';
import type { Box, Place } from '../../src/model/place.ts';
import { hasParagraphs, joinTexts } from '../../src/tables/stitch.ts';
import { fillOf, inkOf } from './cell-looks.ts';
import { composeCell } from './cell-text.ts';
import type { PageContent, StructureNode, TextRun } from './page-content.ts';
import { alignRows, cellBoxes, contentRows, placeCells, rowsOf, withBlankRows } from './tree-grid.ts';

/** What one page shows of a cell. */
interface CellPart {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  readonly bold: boolean;
  readonly fill: Rgb | null;
  readonly ink: Rgb | null;
}

/** A cell of the whole table, with what the pages so far show of it. */
interface TreeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  readonly parts: readonly CellPart[];
}

/**
 * A table of the structure tree as far as the pages read so far show it. The tree gives the whole table on every page
 * and the content of that page alone, so `rows` (positions in the whole table) say where a page's part belongs.
 */
export interface TreeTable {
  /** Rows, spans and roles of the whole table: parts with the same shape on successive pages are one table. */
  readonly shape: string;
  readonly columns: number;
  readonly cells: readonly TreeCell[];
  readonly rows: readonly number[];
  readonly joins: readonly (Omit<Join, 'row'> & { readonly treeRow: number })[];
}

/**
 * One page's part of a table of the structure tree; null where the node is no table with at least two cells (a frame
 * around content) or nothing of it is on this page.
 * @param runsOf the runs of this page under a node of the tree
 */
export function readTreeTable(
  node: StructureNode,
  page: PageContent,
  runsOf: (node: StructureNode) => readonly TextRun[],
  paper: PaperWords,
): TreeTable | null {
  const placed = placeCells(rowsOf(node));
  const columns = Math.max(0, ...placed.map((cell) => cell.column + cell.columnSpan));
  if (placed.length < 2) return null;
  const filled = alignRows(
    placed.map((cell) => ({ ...cell, runs: runsOf(cell.node) })),
    columns,
    page.segments,
  );
  const content = contentRows(filled.filter((cell) => cell.runs.length > 0));
  if (content.length === 0) return null;
  const rows = withBlankRows(content, filled);
  const boxes = cellBoxes(filled, rows, columns);
  const cells = filled.map(({ node: cellNode, runs, ...cell }): TreeCell => {
    const box = boxes(cell);
    const onPage = box !== null && (rows.includes(cell.row) || runs.length > 0);
    const part = onPage
      ? {
          page: page.number,
          box,
          text: composeCell(runs, box, paper),
          bold: runs.length > 0 && runs.every((run) => run.bold),
          fill: fillOf(box, runs, page.fills),
          ink: inkOf(runs),
        }
      : null;
    return { ...cell, header: cellNode.role === 'TH', parts: part === null ? [] : [part] };
  });
  const shape = placed.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.node.role]).join(';');
  return { shape, columns, cells, rows, joins: [] };
}

/** Joins a further page's part to a table; null where the two are not parts of one. */
export function joinTreeTables(above: TreeTable, below: TreeTable): TreeTable | null {
  const lastAbove = above.rows.at(-1) ?? 0;
  const fresh = below.rows.filter((row) => row >= lastAbove && !(row === lastAbove && repeats(above, below, row)));
  const [first] = fresh;
  if (above.shape !== below.shape || first === undefined) return null;
  const known = below.rows.filter((row) => row < lastAbove);
  if (!known.every((row) => repeats(above, below, row))) return null;
  const page = below.cells.flatMap((cell) => cell.parts)[0]?.page ?? 0;
  const reason = first === lastAbove ? 'cut-row' : known.length > 0 ? 'repeated-header' : 'structure-tree';
  return {
    ...above,
    rows: [...new Set([...above.rows, ...fresh])],
    cells: above.cells.map((cell, index) => {
      const other = below.cells[index];
      if (other === undefined || other.parts.length === 0 || known.includes(cell.row)) return cell;
      return {
        ...cell,
        column: cell.parts.length === 0 ? other.column : cell.column,
        parts: [...cell.parts, ...other.parts],
      };
    }),
    joins: [...above.joins, { treeRow: first, page, reason }],
  };
}

/** The table as far as its pages show it, rows counted from its first one on these pages. */
export function treeToTable(tree: TreeTable, paper: PaperWords, caption: string | null): Table {
  const first = tree.rows[0] ?? 0;
  const last = tree.rows.at(-1) ?? 0;
  const whole = tree.joins.length > 0;
  const order = whole ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : tree.rows;
  const position = new Map(order.map((row, index) => [row, index]));
  const texts = tree.cells.flatMap(({ column, parts }) => parts.map(({ text }) => ({ column, text })));
  const cells = tree.cells.flatMap((cell): readonly Cell[] => {
    const covered = order.filter((row) => row >= cell.row && row < cell.row + cell.rowSpan);
    const row = position.get(covered[0] ?? -1);
    return row === undefined ? [] : [toCell(cell, row, covered.length, hasParagraphs(texts, cell.column), paper)];
  });
  return {
    kind: 'table',
    rows: order.length,
    columns: tree.columns,
    cells: withBlankCells(cells, order.length, tree.columns),
    headerRows: leadingHeaderRows(cells),
    caption,
    evidence: 'tagged',
    confidence: 1,
    joins: tree.joins.map(({ treeRow, page, reason }) => ({ row: position.get(treeRow) ?? 0, page, reason })),
    places: tablePlaces(cells),
  };
}

function toCell(cell: TreeCell, row: number, rowSpan: number, paragraphs: boolean, paper: PaperWords): Cell {
  const inked = cell.parts.filter((part) => part.text !== '');
  const looks = inked.length > 0 ? inked : cell.parts;
  return {
    row,
    column: cell.column,
    rowSpan,
    columnSpan: cell.columnSpan,
    header: cell.header,
    text: inked.reduce((text, part) => joinTexts(text, part.text, paragraphs, paper), ''),
    bold: inked.length > 0 && inked.every((part) => part.bold),
    fill: looks[0]?.fill ?? null,
    ink: looks[0]?.ink ?? null,
    places: cell.parts.map(({ page, box }) => ({ path: '', page, bbox: box })),
  };
}

/** Positions that no cell covers, because the file leaves blank cells out of its tree, as blank cells. */
function withBlankCells(cells: readonly Cell[], rows: number, columns: number): readonly Cell[] {
  const covered = new Set<string>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) covered.add(`${row},${column}`);
    }
  }
  const blank: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const beside = cells.find((cell) => cell.row === row && cell.rowSpan === 1 && cell.places.length > 0);
    for (let column = 0; column < columns; column++) {
      if (covered.has(`${row},${column}`)) continue;
      const looks = { header: false, text: '', bold: false, fill: beside?.fill ?? null, ink: null };
      const places = (beside?.places ?? []).map(({ path, page }) => ({
        path,
        ...(page === undefined ? {} : { page }),
      }));
      blank.push({ row, column, rowSpan: 1, columnSpan: 1, ...looks, places });
    }
  }
  return blank.length === 0 ? cells : [...cells, ...blank].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** One place for each page, around all cells on it. */
function tablePlaces(cells: readonly Cell[]): readonly Place[] {
  const byPage = new Map<number, Place>();
  for (const place of cells.flatMap((cell) => cell.places)) {
    if (place.page === undefined || place.bbox === undefined) continue;
    const known = byPage.get(place.page)?.bbox;
    byPage.set(place.page, { path: '', page: place.page, bbox: known ? union(known, place.bbox) : place.bbox });
  }
  return [...byPage.values()];
}

function leadingHeaderRows(cells: readonly Cell[]): number {
  let rows = 0;
  for (;;) {
    const row = cells.filter((cell) => cell.row === rows);
    if (row.length === 0 || !row.every((cell) => cell.header)) return rows;
    rows += 1;
  }
}

/** True where a row reads the same on both parts: a header row that the file repeats. */
function repeats(above: TreeTable, below: TreeTable, row: number): boolean {
  const textsOf = (tree: TreeTable) =>
    tree.cells.filter((cell) => cell.row === row).map((cell) => cell.parts.at(-1)?.text ?? '');
  const texts = textsOf(below);
  return texts.some((text) => text !== '') && texts.every((text, index) => text === textsOf(above)[index]);
}
