import { foldWords } from '../../src/lib/fold.ts';
import { toBodyRow, toBodyRows } from './body-rows.ts';
import { toPageCell } from './choose.ts';
import { beginsIn, type OpenTable } from './open-table.ts';
import type { PageContent, TextRun } from './page-content.ts';
import type { PageTable } from './page-table.ts';
import { type PlacedRow, toPiece } from './placing.ts';
import { wrappedCells } from './spaced.ts';
import { joinRuns, type TextRow } from './text-rows.ts';
import { toBands } from './wrapped.ts';

/** Ems: white that parts columns for sure, and the least that may. */
const clearGap = 0.5;
const leastGap = 0.18;
/** Ems from one row to the next, beyond which a table has ended. */
const farthestRow = 4;
/** Ems from one line to the next of the same cell. */
const nextLine = 1.5;

/**
 * `clear`: stands in the columns as no running text does. `doubtful`: may, but by itself it could be a line of text, such
 * as words in the first column only. `header`: names columns anew. `out`: stands across them.
 */
type Standing = 'clear' | 'doubtful' | 'header' | 'out';

/**
 * The rows at the top of a page that go on with the table that ended the page before: those that keep to its columns,
 * down to the first that does not, to a heading or to a header. Where no lines are drawn, rows too few or too sparsely
 * filled to show a table by themselves are told by its columns. Words in the first column alone are taken only in front
 * of clear rows, or as the last lines of one.
 */
export function continuedRows(rows: readonly TextRow[], open: OpenTable): readonly TextRow[] {
  const header = repeatedHeader(rows, open);
  let taken = header;
  for (let index = header; index < rows.length; index++) {
    const [above, row] = [rows[index - 1], rows[index]];
    if (row === undefined) break;
    const step = above === undefined ? 0 : row.baseline - above.baseline;
    const standing = standingOf(row, open);
    if (step > farthestRow * open.size || standing === 'out' || standing === 'header') break;
    if (standing === 'clear') {
      if (taken === header && index > header && !isCellEnd(rows.slice(header, index), open)) break;
      taken = index + 1;
    } else if (taken === index && taken > header && step <= nextLineStep(open)) taken = index + 1;
  }
  return taken > header ? rows.slice(0, taken) : [];
}

/**
 * The rows at the end of a page that the table at the top of the next one goes on with, told in the same way from the
 * last row upwards. Where the next page begins with a header, it must be found here too: it is what the rows stand under.
 */
export function precedingRows(rows: readonly TextRow[], open: OpenTable, headed: boolean): readonly TextRow[] {
  let first = rows.length;
  let named = false;
  for (let index = rows.length - 1; index >= 0; index--) {
    const [row, below] = [rows[index], rows[index + 1]];
    if (row === undefined || (below !== undefined && below.baseline - row.baseline > farthestRow * open.size)) break;
    const standing = standingOf(row, open);
    if (headed && repeatedHeader(rows.slice(index), open) > 0) return first < rows.length ? rows.slice(index) : [];
    if (standing === 'out' || (named && standing !== 'header')) break;
    if (standing === 'header') {
      if (first === rows.length || first > index + 1) break;
      named = !headed;
    }
    if (standing === 'clear' || named) first = index;
  }
  return headed ? [] : rows.slice(first);
}

/** True where the row stands in the columns, or in those that cells of the table span. */
export const keepsTo = (row: TextRow, open: OpenTable): boolean => toParts(row, open) !== null;

/** True where no word of the row stands in the first column. */
export const leavesFirstBlank = (row: TextRow, open: OpenTable): boolean =>
  (toParts(row, open) ?? []).every(({ slot }) => slot > 0);

/** True for a row of the first column alone, as bold as what else stands there: a label whose cell is still to come. */
export function isLoneLabel(row: TextRow, open: OpenTable): boolean {
  const parts = Math.abs(row.size - open.size) > 0.12 * open.size ? null : toParts(row, open);
  const [first] = row.words;
  const [column] = open.columns;
  const starts = first !== undefined && column !== undefined && beginsIn(column, first);
  return open.labelled && starts && parts?.length === 1 && row.words.every((run) => run.bold);
}

/** True where one row follows another as the lines of one cell do. */
export const goesOnBelow = (above: TextRow | undefined, below: TextRow | undefined, open: OpenTable): boolean =>
  above !== undefined && below !== undefined && below.baseline - above.baseline <= nextLineStep(open);

const nextLineStep = ({ pitch, size }: OpenTable): number => (pitch > 0 ? 1.15 * pitch : nextLine * size);

/** How many of the first rows repeat the header's words, column by column. */
function repeatedHeader(rows: readonly TextRow[], open: OpenTable): number {
  for (let count = 1; count <= Math.min(4, rows.length); count++) {
    const words = partByColumns(rows.slice(0, count), open);
    const texts = open.header.map((_, column) => foldWords(joinRuns(words[column] ?? [])));
    if (texts.every((text, column) => text === open.header[column])) return count;
  }
  return 0;
}

function partByColumns(rows: readonly TextRow[], open: OpenTable): readonly (readonly TextRun[])[] {
  const parts: TextRun[][] = open.columns.map(() => []);
  for (const run of rows.flatMap((row) => row.words)) parts[slotOf(run, open)]?.push(run);
  return parts;
}

/** The column a word begins in; -1 where it begins left of all. */
function slotOf(run: TextRun, { columns }: OpenTable): number {
  return columns.findLastIndex((column, index) => {
    const before = columns[index - 1];
    const bound = column.flush || before === undefined ? column.x0 : Math.max(before.x1, column.x0 - 2 * run.size);
    return run.box[0] >= bound - 2;
  });
}

/** Words of a row that stand in one column, or from one on over several. */
interface Part {
  readonly slot: number;
  readonly runs: TextRun[];
}

/** A row's words by column; null where they run on from one column into the next. */
function toParts(row: TextRow, open: OpenTable): readonly Part[] | null {
  const parts: Part[] = [];
  for (const run of row.words) {
    const slot = slotOf(run, open);
    const column = open.columns[slot];
    const last = parts.at(-1);
    const gap = run.box[0] - (last?.runs.at(-1)?.box[2] ?? Number.NEGATIVE_INFINITY);
    if (column === undefined) return null;
    if (last === undefined || (slot !== last.slot && gap >= clearGap * row.size)) parts.push({ slot, runs: [run] });
    else if (slot === last.slot || open.spans.has(last.slot)) last.runs.push(run);
    else if (gap >= leastGap * row.size && column.flush && beginsIn(column, run)) parts.push({ slot, runs: [run] });
    else return null;
  }
  const overruns = parts.some(({ slot, runs }) => {
    const next = open.columns[slot + 1];
    return next !== undefined && !open.spans.has(slot) && (runs.at(-1)?.box[2] ?? 0) > next.x0;
  });
  return overruns ? null : parts;
}

function standingOf(row: TextRow, open: OpenTable): Standing {
  const parts = Math.abs(row.size - open.size) > 0.12 * open.size ? null : toParts(row, open);
  if (parts === null) return 'out';
  if (row.words.every((run) => run.bold)) return parts.length > 1 ? 'header' : 'out';
  const clear = parts.every(({ slot, runs: [first] }, index) => {
    const column = open.columns[slot];
    const gap = (first?.box[0] ?? 0) - (parts[index - 1]?.runs.at(-1)?.box[2] ?? Number.NEGATIVE_INFINITY);
    return column !== undefined && first !== undefined && gap >= clearGap * row.size && beginsIn(column, first);
  });
  return clear && parts.some(({ slot }) => slot > 0) ? 'clear' : 'doubtful';
}

/**
 * True for rows in front of the first clear one that are the end of a cell rather than a paragraph: they go on in small
 * letters, or were broken where the column's width made them.
 */
function isCellEnd(rows: readonly TextRow[], open: OpenTable): boolean {
  const [first] = rows;
  if (first === undefined) return true;
  if (/^[(“"'‘]?\p{Ll}/u.test(joinRuns(first.words))) return true;
  const width = open.columns[0]?.x1 ?? 0;
  return rows.slice(1).some((row, index) => {
    const [word] = row.words;
    return word !== undefined && (rows[index]?.x1 ?? 0) + 0.25 * row.size + word.box[2] - word.box[0] > width + 1;
  });
}

/** Rows laid out in a table's columns. */
export function layInColumns(rows: readonly TextRow[], open: OpenTable, page: PageContent): PageTable {
  const { columns } = open;
  const header = repeatedHeader(rows, open);
  const placed = rows.map((row) => placeIn(row, open));
  const head = header === 0 ? [] : [toBodyRow(placed.slice(0, header))];
  const rest = placed.slice(header);
  const body = open.banded ? inBands(rest, open).map((band) => toBodyRow(band)) : toBodyRows(rest, columns, []);
  const grid = wrappedCells({ columns, body: [...head, ...body] });
  return {
    page: page.number,
    box: grid.box,
    rows: head.length + body.length,
    columns: columns.length,
    cells: grid.cells.map((cell) => toPageCell(cell, page.fills)),
    headerRows: head.length,
    evidence: 'spaced',
    confidence: Math.min(open.confidence, 0.6),
    angle: 0,
  };
}

function placeIn(row: TextRow, open: OpenTable): PlacedRow {
  const pieces = (toParts(row, open) ?? []).map(({ slot, runs }) => {
    const last = runs.at(-1);
    return toPiece(runs, slot, last === undefined ? slot : Math.max(slot, slotOf(last, open)));
  });
  return { row, pieces };
}

function inBands(placed: readonly PlacedRow[], open: OpenTable): readonly (readonly PlacedRow[])[] {
  const byRow = new Map(placed.map((each) => [each.row, each]));
  const bands = toBands(
    placed.map(({ row }) => row),
    open.pitch,
  );
  return bands.map((band) => band.flatMap((row) => byRow.get(row) ?? []));
}
