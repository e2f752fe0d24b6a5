import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import { headersToTables } from './headers-apart.ts';
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
    tables.flatMap((block) => (block.kind === 'table' && runsAcross(block) ? [headsOf(block)] : [])),
  );
  return tables.map((printed) => {
    if (printed.kind !== 'table') return printed;
    const block = pairedRowsToRows(printed);
    return ticksToWords(runsAcross(block) || (across.has(headsOf(block)) && isPlain(block)) ? turned(block) : block);
  });
}

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

/** The text that stands in a list most often; '' where it is empty. */
function commonest(texts: readonly string[]): string {
  const counts = [...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => ({ text, length }));
  return counts.toSorted((a, b) => b.length - a.length)[0]?.text ?? '';
}

/** Ratings and the ratings before them are painted. */
const mostRated = 2;
/** So far the values of one field are of one kind. */
const leastAlike = 0.7;

const isLong = (text: string): boolean => text.split(/\s+/).length > longestFact;
const longestFact = 6;

/** How far the cells of each line are of one kind, 0 to 1: the mean share of the most frequent kind. */
function likeness(lines: readonly (readonly Cell[])[]): number {
  const shares = lines.flatMap((cells) => {
    const kinds = cells.flatMap(({ text }) => (text.trim() === '' ? [] : [kindOfValue(text)]));
    const counts = [...Map.groupBy(kinds, (kind) => kind).values()].map(({ length }) => length);
    return kinds.length === 0 ? [] : [Math.max(...counts) / kinds.length];
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** What a value shows that it is by itself. */
function kindOfValue(text: string): string {
  const plain = foldPlain(text);
  if (isRef(text)) return 'reference';
  if (isLong(text)) return 'text';
  if (isStatusWords(text) || ragFromWords(text) !== null) return 'status';
  if (findDates(text).length > 0 || noDateWords.has(plain)) return 'date';
  if (rolePhrase.test(plain)) return 'post';
  return /^[\d.,%£\s]+k?$/.test(plain) ? 'number' : 'words';
}

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
