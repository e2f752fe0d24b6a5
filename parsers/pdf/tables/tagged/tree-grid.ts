import { unionAll } from '../../../../src/lib/box.ts';
import { leastOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Segment, StructureNode } from '../../page/page-content.ts';
import type { Word } from '../../text/words.ts';

/** The rows of a table of the tree, through its head, body and foot, but not those of tables inside its cells. */
export function rowsOf(node: StructureNode): readonly StructureNode[] {
  return node.children.flatMap((child): readonly StructureNode[] => {
    if ('content' in child) return [];
    if (child.role === 'TR') return [child];
    return child.role === 'Table' || child.role === 'TD' ? [] : rowsOf(child);
  });
}

/** A cell with its runs on the page. */
export type FilledNode = PlacedNode & { readonly runs: readonly Word[] };

/**
 * Browsers leave blank cells out of the tree. A row with cells missing is laid out by where its texts stand: each cell
 * goes to the column whose left edge, by the ruling lines or else by the rows that are whole, is next before its text.
 */
export function alignRows(
  cells: readonly FilledNode[],
  columns: number,
  segments: readonly Segment[],
): readonly FilledNode[] {
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
  const ruled = ruledLefts(unionAll(cells.flatMap((cell) => cell.runs)), segments);
  const lefts = ruled.length === columns ? ruled : byText;
  if (!lefts.every(Number.isFinite)) return cells;
  return [...rows.values()].flatMap((row) => {
    if (width(row) === columns) return row;
    let from = 0;
    return row.map((cell, index) => {
      const left = leastOf(cell.runs, (run) => run.box[0]);
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
export function contentRows(cells: readonly PlacedNode[]): readonly number[] {
  const rows = new Set(cells.filter((cell) => cell.rowSpan === 1).map((cell) => cell.row));
  for (const cell of cells) {
    const covered = Array.from({ length: cell.rowSpan }, (_, index) => cell.row + index);
    if (!covered.some((row) => rows.has(row))) rows.add(cell.row);
  }
  return [...rows].sort((a, b) => a - b);
}

/** A cell of the structure tree at its top-left position in the whole table. */
export interface PlacedNode {
  /** The cell's own on every page of the table. */
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  readonly node: StructureNode;
}

/** Cells to their places: each takes the first columns of its row that no cell from above covers. */
export function placeCells(rows: readonly StructureNode[]): readonly PlacedNode[] {
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
      const cell = { key: `${row},${column}`, row, column, rowSpan, columnSpan, header: node.role === 'TH', node };
      column += columnSpan;
      return [cell];
    });
  });
}

/**
 * The rows a page shows: those with content on it and, between two of them, rows without any; but where a repeated
 * header stands before the page's own rows, what lies between belongs to earlier pages.
 */
export function withBlankRows(
  rows: readonly number[],
  cells: readonly { readonly row: number; readonly header: boolean }[],
): readonly number[] {
  const isHeader = (row: number) => cells.filter((cell) => cell.row === row).every((cell) => cell.header);
  return rows.flatMap((row, index) => {
    const next = rows[index + 1];
    const gap = next === undefined || isHeader(row) || next - row > 4 ? 0 : next - row - 1;
    return [row, ...Array.from({ length: gap }, (_, step) => row + step + 1)];
  });
}

/** Where a cell stands on its page: around its text; an empty one between the texts of its row and column. */
export function cellBoxes(
  cells: readonly FilledNode[],
  rows: readonly number[],
  columns: number,
): (cell: Pick<PlacedNode, 'row' | 'column' | 'columnSpan'>) => Box | null {
  const own = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, unionAll(cell.runs)]));
  const around = (wanted: (cell: FilledNode) => boolean) => unionAll(cells.filter(wanted).flatMap(({ runs }) => runs));
  const rowBox = new Map(rows.map((row) => [row, around((cell) => cell.row === row)]));
  const columnBox = Array.from({ length: columns }, (_, column) =>
    around((cell) => cell.column === column && cell.columnSpan === 1),
  );
  const table = around(() => true);
  return ({ row, column, columnSpan }) => {
    const text = own.get(`${row},${column}`) ?? null;
    const across =
      unionAll(columnBox.slice(column, column + columnSpan).flatMap((box) => (box === null ? [] : [{ box }]))) ?? table;
    const down = rowBox.get(row) ?? null;
    if (text !== null)
      return across === null ? text : [Math.min(text[0], across[0]), text[1], Math.max(text[2], across[2]), text[3]];
    return across === null || down === null ? null : [across[0], down[1], across[2], down[3]];
  };
}
