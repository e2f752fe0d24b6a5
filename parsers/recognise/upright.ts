import { foldPlain } from '../../src/lib/fold.ts';
import { rememberByObject } from '../../src/lib/remember.ts';
import type { Block, Cell, Paragraph, Table } from '../../src/model/document.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { withoutRows } from '../../src/tables/without-rows.ts';
import { headersToTables } from './headers-apart.ts';
import { commonest, isLong, likeness } from './kinds-of-values.ts';
import { labelField } from './labels.ts';
import { legendsApart } from './legend-rows.ts';
import { pairedRowsToRows } from './paired-rows.ts';
import { tickedLines, ticksToWords } from './ticks.ts';

/**
 * The blocks as they are printed, but for what is the same in other clothes: a table whose findings run across has its rows and columns
 * swapped, two rows of one record are one, ticks are the words they stand for, a legend within a table is a table of its own. Cells keep their places.
 */
export function uprightBlocks(blocks: readonly Block[]): readonly Block[] {
  const tables = legendsApart(headersToTables(tickedLines(blocks)));
  const across = new Set(
    tables.flatMap((block) => (block.kind === 'table' && runsAcross(inner(block)) ? [headsOf(inner(block))] : [])),
  );
  return tables.flatMap((printed): readonly Block[] => {
    if (printed.kind !== 'table') return [printed];
    const block = pairedRowsToRows(printed);
    const own = inner(block);
    if (!runsAcross(own) && !(across.has(headsOf(own)) && isPlain(own))) return [ticksToWords(block)];
    const { above, below } = wholeRows(block);
    return [...above.map(toParagraph), ticksToWords(turned(own)), ...below.map(toParagraph)];
  });
}

/** A table without the rows above and below all others that one cell fills, and without those that hold nothing. */
const inner = rememberByObject((table: Table): Table => {
  const { above, below, blank } = wholeRows(table);
  const rows = new Set([...above.map(({ row }) => row), ...below.map(({ row }) => row), ...blank]);
  return rows.size === 0 || rows.size === table.rows ? table : withoutRows(table, rows);
});

/** The cells over all columns that stand above and below all rows of several, and the rows without a word. */
function wholeRows({ cells, columns, rows }: Table): {
  readonly above: readonly Cell[];
  readonly below: readonly Cell[];
  readonly blank: readonly number[];
} {
  const ofRow = Map.groupBy(cells, ({ row }) => row);
  const isApart = (row: number) => (ofRow.get(row) ?? []).every(({ rowSpan }) => rowSpan === 1);
  const isBlank = (row: number) => isApart(row) && (ofRow.get(row) ?? []).every(({ text }) => text.trim() === '');
  const isWhole = (row: number) => ofRow.get(row)?.[0]?.columnSpan === columns && isApart(row);
  const numbers = Array.from({ length: rows }, (_, row) => row);
  const first = numbers.findIndex((row) => !isWhole(row) && !isBlank(row));
  const last = numbers.findLastIndex((row) => !isWhole(row) && !isBlank(row));
  const told = (from: number, to: number) =>
    cells.filter(({ row, text }) => row >= from && row < to && text.trim() !== '');
  const tall = cells.filter(({ rowSpan }) => rowSpan > 1);
  const blank = numbers.filter(
    (row) => isBlank(row) && !tall.some((cell) => cell.row < row && row < cell.row + cell.rowSpan),
  );
  return { above: told(0, first), below: told(last + 1, rows), blank };
}

const toParagraph = ({ text, bold, places }: Cell): Paragraph => ({
  kind: 'paragraph',
  text: text.trim(),
  bold,
  places,
});

/** The first column of a table by its words: tables of one plan have the same one, the last of them now and then with a single entry beside it. */
const headsOf = ({ cells }: Table): string =>
  cells.flatMap(({ column, text }) => (column === 0 ? [foldPlain(text)] : [])).join('\n');

const isPlain = (table: Table): boolean => table.columns > 1 && spanningRows(table) === 0;

/** Cells for several entries beside each other, such as a finding over its actions, stand in some rows; on a form in most. */
const mostSpanning = 0.34;

/**
 * How many rows have a cell over several of the columns behind the first; Infinity where a cell goes over several rows or over
 * the first column, or is missing.
 */
function spanningRows({ cells, columns, rows }: Table): number {
  const isWhole = cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0) === columns * rows;
  const isBeside = cells.every(({ column, rowSpan, columnSpan }) => rowSpan === 1 && (column > 0 || columnSpan === 1));
  if (!isWhole || !isBeside) return Number.POSITIVE_INFINITY;
  return new Set(cells.filter(({ columnSpan }) => columnSpan > 1).map(({ row }) => row)).size;
}

/** True where the first column names what stands beside it and every further column is an entry, told by looks or by the names. */
const runsAcross = (table: Table): boolean =>
  table.columns > 2 &&
  ((isPlain(table) && headsBeside(table)) || (spanningRows(table) <= mostSpanning * table.rows && namesBeside(table)));

/**
 * True where looks set the first column apart as the names of what stands beside each, entry after entry: it alone is bold, a header or
 * painted, but for one row of ratings, and the values of a row are of one kind, as those of one field are, rather than those of a column.
 */
function headsBeside(table: Table): boolean {
  if (table.rows < 4) return false;
  const heads = table.cells.filter(({ column }) => column === 0);
  const values = table.cells.filter(({ column }) => column > 0);
  const plain = commonest(values.map(({ fill }) => String(fill)));
  const isSet = ({ bold, header, fill }: Cell) => bold || header || String(fill) !== plain;
  const set = values.filter(isSet);
  // References name entries, not what stands beside each.
  if (heads.length > 1 && heads.slice(1).every(({ text }) => isRef(text))) return false;
  const isRated = new Set(set.map(({ row }) => row)).size <= mostRated && !set.some(({ text }) => isLong(text));
  if (!heads.every((cell) => isSet(cell) || cell.row === 0) || !isRated || !values.some(({ text }) => isLong(text)))
    return false;
  const ofRows = likeness([...Map.groupBy(values, ({ row }) => row).values()]);
  return ofRows >= leastAlike && ofRows > likeness([...Map.groupBy(values, ({ column }) => column).values()]);
}

/** Ratings and the ratings before them are painted. */
const mostRated = 2;
/** So far the values of one field are of one kind. */
const leastAlike = 0.7;

/** True where the first column names fields and every further column is an entry: `Reference | AFI 1 | AFI 2 | AFI 3`. */
function namesBeside(table: Table): boolean {
  if (table.rows < 3) return false;
  const rows = tableToGrid(table).map((row) => distinctCells(row));
  const fields = rows.map(([label]) => labelField(label?.text ?? '', 0.7));
  const known = new Set(fields.filter((field) => field !== null));
  if (known.size < 3 || fields.filter((field) => field === null).length > 1) return false;
  const isLabel = ({ text }: Cell) => labelField(text, 0.9) !== null && !isStatusWords(text);
  return !rows.some((cells) => cells.slice(1).some(isLabel)) && (known.has('finding') || known.has('action'));
}

function turned(table: Table): Table {
  const cells = table.cells.map(
    (cell): Cell => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
      header: cell.column === 0,
    }),
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
