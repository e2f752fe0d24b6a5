import { union } from '../../../src/lib/box.ts';
import type { PaperWords } from '../../../src/lib/hyphens.ts';
import type { Cell, Join, OpenSides, Rgb, Table } from '../../../src/model/document.ts';
import type { Box, Place } from '../../../src/model/place.ts';
import { hasParagraphs, joinTexts } from '../../../src/tables/stitch.ts';
import { fillOf, inkOf } from '../cells/cell-looks.ts';
import { composeCell } from '../cells/cell-text.ts';
import type { PageContent, StructureNode, TextRun } from '../page/page-content.ts';
import type { RuledTable } from '../ruled/ruled-tables.ts';
import { alignRows, cellBoxes, contentRows, type FilledNode, placeCells, rowsOf, withBlankRows } from './tree-grid.ts';
import { type LinedPart, overLines } from './tree-lines.ts';

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
  /** The node of the tree, or for a blank cell that lines alone show its position in the whole table. */
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  readonly parts: readonly CellPart[];
  /** Where lines draw the cell on the last of its pages; null where they do not. */
  readonly open: OpenSides | null;
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
 * @param drawn the grids that ruling lines draw on the page
 * @returns the table, and the words that it holds
 */
export function readTreeTable(
  node: StructureNode,
  page: PageContent,
  runsOf: (node: StructureNode) => readonly TextRun[],
  drawn: () => readonly RuledTable[],
  paper: PaperWords,
): { readonly tree: TreeTable; readonly runs: readonly TextRun[] } | null {
  const nodes = placeCells(rowsOf(node));
  if (nodes.length < 2) return null;
  const shape = nodes.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.node.role]).join(';');
  const filled = nodes.map((cell, index): FilledNode => ({ ...cell, index, runs: runsOf(cell.node) }));
  if (filled.every((cell) => cell.runs.length === 0)) return null;
  const lined = overLines(filled, drawn());
  const part = lined === null ? byText(filled, page, paper) : byLines(lined, page, paper);
  const runs = lined === null ? filled.flatMap((cell) => cell.runs) : lined.cells.flatMap((cell) => cell.runs);
  return { tree: { shape, joins: [], ...part }, runs };
}

type Part = Pick<TreeTable, 'columns' | 'cells' | 'rows'>;

/** The cells as the tree gives them, and their boxes by their texts. */
function byText(nodes: readonly FilledNode[], page: PageContent, paper: PaperWords): Part {
  const columns = Math.max(0, ...nodes.map((cell) => cell.column + cell.columnSpan));
  const filled = alignRows(nodes, columns, page.segments);
  const content = contentRows(filled.filter((cell) => cell.runs.length > 0));
  const rows = withBlankRows(content, filled);
  const boxes = cellBoxes(filled, rows, columns);
  const cells = filled.map(({ node, runs, index, ...cell }): TreeCell => {
    const box = boxes(cell);
    const onPage = box !== null && (rows.includes(cell.row) || runs.length > 0);
    const parts = onPage ? [cellPart(box, runs, page, paper)] : [];
    return { key: `node ${index}`, ...cell, header: node.role === 'TH', parts, open: null };
  });
  return { columns, cells, rows };
}

/** The cells as lines draw them, blank ones too. */
function byLines({ columns, rows, cells }: LinedPart, page: PageContent, paper: PaperWords): Part {
  const heads = new Set(rows.filter((row) => cells.some(({ node }) => node?.row === row && isHead(node))));
  return {
    columns,
    rows,
    cells: cells.map(({ drawn, node, runs, ...cell }): TreeCell => {
      const key = node === null ? `blank ${cell.row},${cell.column}` : `node ${node.index}`;
      const header = node === null ? heads.has(cell.row) : isHead(node);
      return { key, ...cell, header, parts: [cellPart(drawn.box, runs, page, paper)], open: drawn.open };
    }),
  };
}

const isHead = ({ node }: FilledNode): boolean => node.role === 'TH';

function cellPart(box: Box, runs: readonly TextRun[], page: PageContent, paper: PaperWords): CellPart {
  return {
    page: page.number,
    box,
    text: composeCell(runs, box, paper),
    bold: runs.length > 0 && runs.every((run) => run.bold),
    fill: fillOf(box, runs, page.fills),
    ink: inkOf(runs),
  };
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
  const headed = known.length > 0;
  const cells = new Map(above.cells.map((cell) => [cell.key, cell]));
  for (const cell of below.cells) {
    if (known.includes(cell.row) && cell.row + cell.rowSpan <= first) continue;
    const upper = cells.get(cell.key) ?? above.cells.find((other) => goesOnIn(other, cell, first, headed));
    cells.set(upper?.key ?? cell.key, upper === undefined ? cell : joinCell(upper, cell));
  }
  return {
    ...above,
    columns: Math.max(above.columns, below.columns),
    rows: [...new Set([...above.rows, ...fresh])],
    cells: [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column),
    joins: [...above.joins, { treeRow: first, page, reason }],
  };
}

/** True where a cell without words at the head of the next page is the rest of one above it. */
function goesOnIn(upper: TreeCell, lower: TreeCell, first: number, headed: boolean): boolean {
  if (lower.row !== first || upper.column !== lower.column || upper.columnSpan !== lower.columnSpan) return false;
  const end = upper.row + upper.rowSpan;
  return end > first || (end === first && upper.open?.bottom === true && (headed || lower.open?.top === true));
}

function joinCell(upper: TreeCell, lower: TreeCell): TreeCell {
  const rowSpan = Math.max(upper.row + upper.rowSpan, lower.row + lower.rowSpan) - upper.row;
  const column = upper.parts.length === 0 ? lower.column : upper.column;
  return { ...lower, ...upper, column, rowSpan, parts: [...upper.parts, ...lower.parts], open: lower.open };
}

/** The table as far as its pages show it, rows counted from its first one on these pages. */
export function treeToTable(tree: TreeTable, paper: PaperWords): Table {
  const first = tree.rows[0] ?? 0;
  const last = tree.rows.at(-1) ?? 0;
  const whole = tree.joins.length > 0;
  const order = whole ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : tree.rows;
  const position = new Map(order.map((row, index) => [row, index]));
  const texts = tree.cells.flatMap(({ column, parts }) => parts.map(({ text }) => ({ column, text })));
  const cells = seenCells(tree).flatMap((cell): readonly Cell[] => {
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
    caption: null,
    evidence: 'tagged',
    confidence: 1,
    joins: tree.joins.map(({ treeRow, page, reason }) => ({ row: position.get(treeRow) ?? 0, page, reason })),
    places: tablePlaces(cells),
  };
}

/** The cells that a page shows, and others only where these leave their position free. */
function seenCells({ cells }: TreeTable): readonly TreeCell[] {
  const seen = cells.filter(({ parts }) => parts.length > 0);
  const taken = new Set(seen.flatMap(positionsOf));
  return cells.filter((cell) => cell.parts.length > 0 || !positionsOf(cell).some((position) => taken.has(position)));
}

const positionsOf = ({ row, column, rowSpan, columnSpan }: TreeCell): readonly string[] =>
  Array.from(
    { length: rowSpan * columnSpan },
    (_, at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`,
  );

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
    tree.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.parts.at(-1)?.text ?? '')
      .filter((text) => text !== '');
  const texts = textsOf(below);
  return texts.length > 0 && String(texts) === String(textsOf(above));
}
