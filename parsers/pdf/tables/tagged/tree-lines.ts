import { mostOf } from '../../../../src/lib/extremes.ts';
import type { Word } from '../../text/words.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import type { FilledNode } from './tree-grid.ts';

type RuledCell = RuledTable['cells'][number];

/** A cell that lines draw, at its position in the whole table of the structure tree. */
export interface LinedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly drawn: RuledCell;
  /** The cell's node; null for a cell that the tree leaves out, as browsers do with blank cells. */
  readonly node: FilledNode | null;
  /** Its words, those too that the tree does not reach: browsers leave out turned text. */
  readonly runs: readonly Word[];
}

/** A page's part of a table as the structure tree and the ruling lines give it together. */
export interface LinedPart {
  readonly columns: number;
  /** Rows of the whole table that the page shows, in order. */
  readonly rows: readonly number[];
  readonly cells: readonly LinedCell[];
}

/**
 * Browsers leave blank cells out of the tree. Where ruling lines draw the same cells around the same words, they show
 * the blank ones too; the tree says which rows of the whole table these are.
 * @param cells the cells of the tree with their runs on the page
 * @param tables the tables that lines draw on the page
 * @returns null where the lines draw other cells than the tree has, but for a whole table: that is as they draw it
 */
export function overLines(cells: readonly FilledNode[], tables: readonly RuledTable[]): LinedPart | null {
  const first = cells.find((cell) => cell.runs.length > 0);
  const table = tables.find((one) => first?.runs.every((run) => one.cells.some((cell) => cell.runs.includes(run))));
  if (table === undefined) return null;
  const columns = table.grid.xs.length - 1;
  const nodes = whereDrawn(cells, table, columns);
  const owners = ownersOf(
    table,
    nodes.filter((cell) => cell.runs.length > 0),
  );
  if (owners === null) return null;
  const pairs = [...owners].map(([drawn, node]) => ({ drawn, node }));
  // A cell begun on an earlier page, or a header that comes back, stands further down than its row by itself would.
  const offset = mostOf(pairs, ({ drawn, node }) => node.row - drawn.row);
  const header = offset === 0 ? 0 : headerRows(table, pairs);
  const rowAt = (drawn: number) => (drawn < header ? drawn : offset + drawn);
  const agrees = pairs.every(({ drawn, node }) => {
    const begins = node.row === rowAt(drawn.row);
    const goesOn = drawn.row === header && node.row < rowAt(drawn.row) && node.row + node.rowSpan > rowAt(drawn.row);
    const [end, last] = [node.row + node.rowSpan, rowAt(drawn.row + drawn.rowSpan - 1) + 1];
    const ends = end === last || (end > last && drawn.row + drawn.rowSpan === table.grid.ys.length - 1);
    return (begins || goesOn) && ends && node.columnSpan === drawn.columnSpan;
  });
  const blanks = blanksOf(nodes, columns);
  if (!agrees || rowAt(header) < 0 || !drawsBlanks(table, blanks, rowAt)) {
    const treeRows = Math.max(...nodes.map((cell) => cell.row + cell.rowSpan));
    return treeRows === table.grid.ys.length - 1 ? asDrawn(table, owners) : null;
  }
  return {
    columns,
    rows: table.grid.ys.slice(1).map((_, row) => rowAt(row)),
    cells: table.cells.map((drawn): LinedCell => {
      const node = owners.get(drawn) ?? blanks.find((blank) => isAt(blank, drawn, rowAt)) ?? null;
      const { row, rowSpan } = node ?? { row: rowAt(drawn.row), rowSpan: drawn.rowSpan };
      return {
        row,
        rowSpan,
        column: drawn.column,
        columnSpan: drawn.columnSpan,
        drawn,
        node,
        runs: node?.runs.length ? node.runs : drawn.runs,
      };
    }),
  };
}

/**
 * A whole table as lines draw it: where they put the words of the tree's cells into as many rows but into other places,
 * the tree is wrong, for it is the lines that a reader sees. Some writers tag a merged cell in its last row, or leave out
 * that a cell goes over several columns.
 */
function asDrawn(table: RuledTable, owners: ReadonlyMap<RuledCell, FilledNode>): LinedPart {
  return {
    columns: table.grid.xs.length - 1,
    rows: table.grid.ys.slice(1).map((_, row) => row),
    cells: table.cells.map((drawn): LinedCell => {
      const { row, column, rowSpan, columnSpan } = drawn;
      const node = owners.get(drawn) ?? null;
      return { row, column, rowSpan, columnSpan, drawn, node, runs: node?.runs ?? drawn.runs };
    }),
  };
}

/** Which node's words each drawn cell holds; null where one holds words of two, or only some of a node's. */
function ownersOf(table: RuledTable, filled: readonly FilledNode[]): ReadonlyMap<RuledCell, FilledNode> | null {
  const nodeOf = new Map<Word, FilledNode>(filled.flatMap((node) => node.runs.map((run) => [run, node] as const)));
  const owners = new Map<RuledCell, FilledNode>();
  for (const cell of table.cells) {
    const nodes = new Set(cell.runs.map((run) => nodeOf.get(run)));
    const [node] = nodes;
    if (nodes.size > 1) return null;
    if (node !== undefined) owners.set(cell, node);
  }
  return owners.size === filled.length && new Set(owners.values()).size === filled.length ? owners : null;
}

/**
 * How many of the first rows drawn are the table's header, which stands again above rows further down in the table: by
 * the tree, or out of it, as word processors leave what they repeat.
 */
function headerRows(
  table: RuledTable,
  pairs: readonly { readonly drawn: RuledCell; readonly node: FilledNode }[],
): number {
  let rows = 0;
  for (; rows < table.grid.ys.length - 1; rows++) {
    const row = pairs.filter(({ drawn }) => drawn.row === rows);
    const again = row.length > 0 && row.every(({ node }) => node.row === rows && node.node.role === 'TH');
    if (!again && !isLeftOut(table.cells.filter((cell) => cell.row === rows))) break;
  }
  return rows;
}

/** True for cells whose words the file marks as no part of its content. */
function isLeftOut(cells: readonly RuledCell[]): boolean {
  const runs = cells.flatMap((cell) => cell.runs);
  return runs.length > 0 && runs.every((run) => run.artifact);
}

/**
 * The cells with the words that are drawn in them. Some writers tag the words of a cell, a list above all, as going on
 * with those of the cell before, and leave the cell's own node blank. Words that run on over their cell's edge stay.
 */
function whereDrawn(cells: readonly FilledNode[], table: RuledTable, columns: number): readonly FilledNode[] {
  const blanks = blanksOf(cells, columns);
  if (blanks.length === 0) return cells;
  const drawnOf = new Map(table.cells.flatMap((drawn) => drawn.runs.map((run) => [run, drawn] as const)));
  const ownerOf = (node: FilledNode, run: Word): FilledNode => {
    const drawn = drawnOf.get(run);
    if (drawn === undefined || drawn.column === node.column) return node;
    return blanks.find((blank) => blank.row === node.row && isOver(blank, drawn)) ?? node;
  };
  const owned = Map.groupBy(
    cells.flatMap((node) => {
      let owner = node;
      return node.runs.map((run, index) => {
        if (!runsOn(node.runs[index - 1], run)) owner = ownerOf(node, run);
        return { run, owner };
      });
    }),
    ({ owner }) => owner,
  );
  return cells.map((node) => ({ ...node, runs: owned.get(node)?.map(({ run }) => run) ?? [] }));
}

/** True for words on one line with no more than a blank between them. */
const runsOn = (before: Word | undefined, { baseline, box, size }: Word): boolean =>
  before !== undefined &&
  Math.abs(before.baseline - baseline) < 0.1 * size &&
  Math.abs(box[0] - before.box[2]) < 0.5 * size;

/** Cells without words on this page, in rows of the tree that leave none out: they fill all columns of the grid. */
function blanksOf(cells: readonly FilledNode[], columns: number): readonly FilledNode[] {
  const widths = new Map<number, number>();
  for (const { row, rowSpan, columnSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++) widths.set(r, (widths.get(r) ?? 0) + columnSpan);
  }
  return cells.filter((cell) => cell.runs.length === 0 && widths.get(cell.row) === columns);
}

const isAt = (blank: FilledNode, drawn: RuledCell, rowAt: (drawn: number) => number): boolean =>
  rowAt(drawn.row) === blank.row && isOver(blank, drawn);

/** True where a cell is drawn over the columns that the tree gives it. */
const isOver = (node: FilledNode, drawn: RuledCell): boolean =>
  drawn.column === node.column && drawn.columnSpan === node.columnSpan;

/** True where the lines draw every blank cell of the page's rows as the tree has it. */
function drawsBlanks(table: RuledTable, blanks: readonly FilledNode[], rowAt: (drawn: number) => number): boolean {
  const rows = new Set(table.grid.ys.slice(1).map((_, row) => rowAt(row)));
  return blanks.every((node) => !rows.has(node.row) || table.cells.some((drawn) => isAt(node, drawn, rowAt)));
}
