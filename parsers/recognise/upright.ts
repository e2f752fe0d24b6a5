import type { Block, Cell, Table } from '../../src/model/document.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { labelField } from './labels.ts';
import { legendsApart } from './legend-rows.ts';
import { tickedLines, ticksToWords } from './ticks.ts';

/**
 * The blocks as they are printed, but for what is the same in other clothes: a table whose findings run across has its rows and columns
 * swapped, ticks are the words they stand for, a legend within a table is a table of its own. Cells keep their places.
 */
export function uprightBlocks(blocks: readonly Block[]): readonly Block[] {
  return legendsApart(tickedLines(blocks)).map((block) =>
    block.kind === 'table' ? ticksToWords(upright(block)) : block,
  );
}

const upright = (table: Table): Table => (runsAcross(table) || headsBeside(table) ? turned(table) : table);

/** Values of a column or a row that are alike are as many as this, of all that it has. */
const mostAlike = 0.75;

/**
 * True where looks set the first column apart as the names of what stands beside each, entry after entry: it alone is bold, a header or
 * painted, but for one row of ratings, and in most rows all values are of one length, short or long, as those of one field are.
 */
function headsBeside(table: Table): boolean {
  if (table.columns < 3 || table.rows < 4 || table.cells.some(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1))
    return false;
  const isSet = ({ bold, header, fill }: Cell) => bold || header || fill !== null;
  const heads = table.cells.filter(({ column }) => column === 0);
  const values = table.cells.filter(({ column, row }) => column > 0 && row > 0);
  const isLong = ({ text }: Cell) => text.split(/\s+/).length > 6;
  const set = values.filter(isSet);
  const isOneRow = new Set(set.map(({ row }) => row)).size < 2 && !set.some(isLong);
  if (!heads.every((cell) => isSet(cell) || cell.row === 0) || !isOneRow) return false;
  const alike = (cells: readonly Cell[]) => {
    const filled = cells.filter(({ text }) => text.trim() !== '');
    const long = filled.filter(isLong).length;
    return filled.length > 1 && Math.max(long, filled.length - long) >= mostAlike * filled.length;
  };
  const rows = [...Map.groupBy(values, ({ row }) => row).values()];
  const columns = [...Map.groupBy(values, ({ column }) => column).values()];
  const hasLong = values.some(isLong);
  return (
    hasLong &&
    rows.filter(alike).length >= mostAlike * rows.length &&
    columns.filter(alike).length <= 0.5 * columns.length
  );
}

/** True where the first column names fields and every further column is an entry: `Reference | AFI 1 | AFI 2 | AFI 3`. */
function runsAcross(table: Table): boolean {
  if (table.columns < 3 || table.rows < 3) return false;
  const rows = tableToGrid(table).map((row) => distinctCells(row));
  const full = rows.filter((cells) => cells.length === table.columns);
  if (full.length < rows.length || table.cells.some(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1))
    return false;
  const fields = rows.map(([label]) => labelField(label?.text ?? '', 0.7));
  const known = new Set(fields.filter((field) => field !== null));
  if (known.size < 3 || fields.filter((field) => field === null).length > 1) return false;
  const isLabel = ({ text }: Cell) => labelField(text, 0.9) !== null && !isStatusWords(text);
  return !rows.some((cells) => cells.slice(1).some(isLabel)) && (known.has('finding') || known.has('action'));
}

function turned(table: Table): Table {
  const cells = table.cells.map(
    (cell): Cell => ({ ...cell, row: cell.column, column: cell.row, header: cell.column === 0 }),
  );
  return {
    ...table,
    rows: table.columns,
    columns: table.rows,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    headerRows: 1,
    joins: [],
  };
}
