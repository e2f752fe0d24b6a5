import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import type { RawField } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import { rowToText } from './block-texts.ts';
import { joinForms, stackedTables, textsBesideLabels } from './forms.ts';
import { labelField } from './labels.ts';
import { legendsApart } from './legend-rows.ts';
import { type PlanRow, tableToRows } from './rows.ts';
import { tickedLines, ticksToWords } from './ticks.ts';

/**
 * The blocks with their tables as layouts expect them: a table whose findings run across has its rows and columns
 * swapped, labels over boxes of text stand beside them, the parts of one form are one table, and so is a card with the
 * table of its actions right below it. Ticks become the words they stand for. A legend is a table of its own. Cells keep their places.
 */
export function reshapeTables(blocks: readonly Block[]): readonly Block[] {
  return joinCards(
    joinForms(legendsApart(tickedLines(blocks)).map((block) => (block.kind === 'table' ? reshaped(block) : block))),
  );
}

/**
 * The blocks as they are printed, but for what is the same in other clothes: a table whose findings run across has its rows and columns
 * swapped, ticks are the words they stand for, a legend within a table is a table of its own.
 */
export function printedBlocks(blocks: readonly Block[]): readonly Block[] {
  return legendsApart(blocks).map((block) => (block.kind === 'table' ? ticksToWords(upright(block)) : block));
}

const upright = (table: Table): Table => (runsAcross(table) || headsBeside(table) ? turned(table) : table);

/** Values of a column or a row that are alike are as many as this, of all that it has. */
const mostAlike = 0.75;

/**
 * True where looks set the first column apart as the names of what stands beside each, entry after entry: it alone is bold, a header or
 * painted, and in most rows all values are of one length, short or long, as those of one field are.
 */
function headsBeside(table: Table): boolean {
  if (table.columns < 3 || table.rows < 4 || table.cells.some(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1))
    return false;
  const isSet = ({ bold, header, fill }: Cell) => bold || header || fill !== null;
  const heads = table.cells.filter(({ column }) => column === 0);
  const values = table.cells.filter(({ column, row }) => column > 0 && row > 0);
  if (!heads.every((cell) => isSet(cell) || cell.row === 0) || values.some(isSet)) return false;
  const isLong = ({ text }: Cell) => text.split(/\s+/).length > 6;
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

function reshaped(table: Table): Table {
  return ticksToWords(runsAcross(table) ? turned(table) : textsBesideLabels(table));
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

/** A card or strips that say what a finding is, right above a table of what is done about it, head that table. */
function joinCards(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    if (above?.kind === 'table' && block.kind === 'table' && headsActions(above) && isActionTable(block))
      joined[joined.length - 1] = stackedTables(above, block);
    else joined.push(block);
  }
  return joined;
}

const headsActions = (table: Table) => isFindingCard(table) || isFindingStrips(table);

const mostStrips = 4;

/** Titles and texts over the whole width, one of them a finding's, that were drawn apart from the table below them. */
function isFindingStrips(table: Table): boolean {
  if (table.columns !== 1 || table.rows > mostStrips || table.cells.length < table.rows) return false;
  return table.cells.some((cell) => {
    const text = rowToText(cell);
    const isAsked = text !== null && (text.label !== null || findingPhrase.test(foldPlain(text.value.text)));
    const split = splitRef(cell.text);
    return isAsked || (split !== null && kindOf(split.ref) !== null);
  });
}

function isFindingCard(table: Table): boolean {
  const rows = tableToRows(table);
  const fields = rows.flatMap(rowFields);
  return (
    rows.every(({ kind }) => kind === 'label') &&
    fields.includes('finding') &&
    !fields.some((field) => field === 'action' || field === 'progress' || field === 'update')
  );
}

function rowFields(row: PlanRow): readonly RawField[] {
  return row.kind === 'label' ? row.pairs.map(({ field }) => field) : [];
}

/** A headed table that says what is done but not about what. */
function isActionTable(table: Table): boolean {
  const [first] = tableToRows(table);
  if (first?.kind !== 'header') return false;
  const fields = first.labels.map((label) => labelField(label, 0.7));
  return (fields.includes('action') || fields.includes('progress')) && !fields.includes('finding');
}
