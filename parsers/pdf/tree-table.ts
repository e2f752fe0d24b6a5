import { union, unionAll } from '../../src/lib/box.ts';
import type { PaperWords } from '../../src/lib/hyphens.ts';
import type { Cell, Join, Rgb, Table } from '../../src/model/document.ts';
import type { Box, Place } from '../../src/model/place.ts';
import { hasParagraphs, joinTexts } from '../../src/tables/stitch.ts';
import { fillOf, inkOf } from './cell-looks.ts';
import { composeCell } from './cell-text.ts';
import type { PageContent, Segment, StructureNode, TextRun } from './page-content.ts';

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
export function tablePlaces(cells: readonly Cell[]): readonly Place[] {
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

function rowsOf(node: StructureNode): readonly StructureNode[] {
  return node.children.flatMap((child): readonly StructureNode[] => {
    if ('content' in child) return [];
    if (child.role === 'TR') return [child];
    return child.role === 'Table' || child.role === 'TD' ? [] : rowsOf(child);
  });
}

type FilledNode = PlacedNode & { readonly runs: readonly TextRun[] };

/**
 * Browsers leave blank cells out of the tree. A row with cells missing is laid out by where its texts stand: each cell
 * goes to the column whose left edge, by the ruling lines or else by the rows that are whole, is next before its text.
 */
function alignRows(cells: readonly FilledNode[], columns: number, segments: readonly Segment[]): readonly FilledNode[] {
  const width = (row: readonly PlacedNode[]) => Math.max(0, ...row.map((cell) => cell.column + cell.columnSpan));
  const rows = Map.groupBy(cells, (cell) => cell.row);
  if ([...rows.values()].every((row) => width(row) === columns)) return cells;
  const byText = Array.from({ length: columns }, (_, column) =>
    Math.min(
      ...cells
        .filter((cell) => cell.column === column && width(rows.get(cell.row) ?? []) === columns)
        .flatMap((cell) => cell.runs.map((run) => run.box[0])),
    ),
  );
  const ruled = ruledLefts(unionAll(cells.flatMap((cell) => cell.runs.map((run) => run.box))), segments);
  const lefts = ruled.length === columns ? ruled : byText;
  if (!lefts.every(Number.isFinite)) return cells;
  return [...rows.values()].flatMap((row) => {
    if (width(row) === columns) return row;
    let from = 0;
    return row.map((cell, index) => {
      const left = Math.min(...cell.runs.map((run) => run.box[0]));
      const last = columns - row.slice(index).reduce((sum, other) => sum + other.columnSpan, 0);
      let column = from;
      for (let c = from; c <= last; c++) {
        if (Math.abs((lefts[c] ?? 0) - left) < Math.abs((lefts[column] ?? 0) - left)) column = c;
      }
      from = column + cell.columnSpan;
      return { ...cell, column };
    });
  });
}

/** The left edges of columns by the upright lines across a table. */
function ruledLefts(table: Box | null, segments: readonly Segment[]): readonly number[] {
  if (table === null) return [];
  const xs = segments
    .filter((line) => Math.abs(line.x0 - line.x1) < 1 && line.y1 >= table[1] && line.y0 <= table[3])
    .map((line) => line.x0)
    .sort((a, b) => a - b);
  return xs.filter((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > 3).slice(0, -1);
}

/** Rows with text on the page; a cell over several rows, begun on an earlier page, adds none where its rows have some. */
function contentRows(cells: readonly PlacedNode[]): readonly number[] {
  const rows = new Set(cells.filter((cell) => cell.rowSpan === 1).map((cell) => cell.row));
  for (const cell of cells) {
    const covered = Array.from({ length: cell.rowSpan }, (_, index) => cell.row + index);
    if (!covered.some((row) => rows.has(row))) rows.add(cell.row);
  }
  return [...rows].sort((a, b) => a - b);
}

interface PlacedNode {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly node: StructureNode;
}

/** Cells to their places: each takes the first columns of its row that no cell from above covers. */
function placeCells(rows: readonly StructureNode[]): readonly PlacedNode[] {
  const taken = new Set<string>();
  return rows.flatMap((tr, row) => {
    let column = 0;
    return tr.children.flatMap((node): readonly PlacedNode[] => {
      if ('content' in node || (node.role !== 'TD' && node.role !== 'TH')) return [];
      while (taken.has(`${row},${column}`)) column += 1;
      const rowSpan = Math.min(node.rowSpan, rows.length - row);
      const columnSpan = Math.min(node.columnSpan, 200);
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
      }
      const cell = { row, column, rowSpan, columnSpan, node };
      column += columnSpan;
      return [cell];
    });
  });
}

/**
 * The rows a page shows: those with content on it and, between two of them, rows without any; but where a repeated
 * header stands before the page's own rows, what lies between belongs to earlier pages.
 */
function withBlankRows(rows: readonly number[], cells: readonly PlacedNode[]): readonly number[] {
  const isHeader = (row: number) => cells.filter((cell) => cell.row === row).every((cell) => cell.node.role === 'TH');
  return rows.flatMap((row, index) => {
    const next = rows[index + 1];
    const gap = next === undefined || isHeader(row) || next - row > 4 ? 0 : next - row - 1;
    return [row, ...Array.from({ length: gap }, (_, step) => row + step + 1)];
  });
}

/** Where a cell stands on its page: around its text; an empty one between the texts of its row and column. */
function cellBoxes(
  cells: readonly FilledNode[],
  rows: readonly number[],
  columns: number,
): (cell: Pick<PlacedNode, 'row' | 'column' | 'columnSpan'>) => Box | null {
  const own = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, unionAll(cell.runs.map((run) => run.box))]));
  const boxesIn = (wanted: (cell: PlacedNode) => boolean) =>
    cells
      .filter(wanted)
      .map((cell) => own.get(`${cell.row},${cell.column}`) ?? null)
      .filter((box) => box !== null);
  const rowBox = new Map(rows.map((row) => [row, unionAll(boxesIn((cell) => cell.row === row))]));
  const columnBox = Array.from({ length: columns }, (_, column) =>
    unionAll(boxesIn((cell) => cell.column === column && cell.columnSpan === 1)),
  );
  const table = unionAll([...own.values()].filter((box) => box !== null));
  const reach = (from: number, to: number) => unionAll(columnBox.slice(from, to).filter((box) => box !== null));
  return (cell) => {
    const text = own.get(`${cell.row},${cell.column}`) ?? null;
    const across = reach(cell.column, cell.column + cell.columnSpan) ?? table;
    const down = rowBox.get(cell.row) ?? null;
    if (text !== null)
      return across === null ? text : [Math.min(text[0], across[0]), text[1], Math.max(text[2], across[2]), text[3]];
    return across === null || down === null ? null : [across[0], down[1], across[2], down[3]];
  };
}
