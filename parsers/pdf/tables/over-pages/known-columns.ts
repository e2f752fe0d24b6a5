import { foldWords } from '../../../../src/lib/fold.ts';
import { toBands } from '../../text/bands.ts';
import type { TextRow } from '../../text/rows.ts';
import { type TextPage, textOf, type Word } from '../../text/words.ts';
import type { PageTable } from '../cells/page-table.ts';
import { toPageCell } from '../on-page/to-page-table.ts';
import { toBodyRow, toBodyRows } from '../spaced/body-rows.ts';
import { joinParagraphs } from '../spaced/cell-paragraphs.ts';
import { groupsByFit } from '../spaced/line-fit.ts';
import { type PlacedRow, toPiece } from '../spaced/placing.ts';
import { holdMost } from '../spaced/row-groups.ts';
import { wrappedCells } from '../spaced/spaced-tables.ts';
import { beginsIn, type OpenTable } from './open-table.ts';

/** Ems: white that parts columns for sure, and the least that may. */
const clearGap = 0.5;
const leastGap = 0.18;

/**
 * - `clear`: as no running text stands; `labelled`: so too, a bold label and its value.
 * - `doubtful`: in the columns, but by itself it could be a line of text, such as words in the first column only.
 * - `header`: bold names in several columns. `out`: across the columns, in another size, or a bold line of its own.
 */
export type Standing = 'clear' | 'labelled' | 'doubtful' | 'header' | 'out';

/** The column a word begins in; -1 where it begins left of all. */
function slotOf(run: Word, { columns }: OpenTable): number {
  return columns.findLastIndex((column, index) => {
    const before = columns[index - 1];
    const bound = column.flush || before === undefined ? column.x0 : Math.max(before.x1, column.x0 - 2 * run.size);
    return run.box[0] >= bound - 2;
  });
}

/** Words of a row that stand in one column, or from one on over several: `wide` where the table has shown no such cell. */
interface Part {
  readonly slot: number;
  readonly runs: Word[];
  wide: boolean;
}

/** A row's words by column; null where they run on from one column into the next. */
function toParts(row: TextRow, open: OpenTable): readonly Part[] | null {
  const parts: Part[] = [];
  for (const run of row.words) {
    const slot = slotOf(run, open);
    const column = open.columns[slot];
    const last = parts.at(-1);
    const gap = gapBefore(run, last);
    if (column === undefined) return null;
    const begins = gap >= clearGap * row.size || (gap >= leastGap * row.size && column.flush && beginsIn(column, run));
    if (last === undefined || (slot !== last.slot && begins)) parts.push({ slot, runs: [run], wide: false });
    else last.runs.push(run);
  }
  for (const part of parts) {
    const next = open.columns[part.slot + 1];
    const over = next !== undefined && (part.runs.at(-1)?.box[2] ?? 0) > next.x0;
    part.wide = over && !open.spans.has(part.slot);
    if (part.wide && !mayBeWide(part, parts, open)) return null;
  }
  return parts;
}

const gapBefore = (run: Word, before: Part | undefined): number =>
  run.box[0] - (before?.runs.at(-1)?.box[2] ?? Number.NEGATIVE_INFINITY);

/** Words that begin with a column further right may run over the next ones: alone, or beside a label. */
function mayBeWide(part: Part, parts: readonly Part[], { columns }: OpenTable): boolean {
  const [first] = part.runs;
  const column = columns[part.slot];
  if (first === undefined || column === undefined || part.slot === 0 || !beginsIn(column, first)) return false;
  return part === parts.at(-1) && (parts.length === 1 || isLabelled(parts));
}

/** A bold label in the first column and, in one part, words beside it that are not. */
function isLabelled(parts: readonly Part[]): boolean {
  const [label, value] = parts;
  if (label === undefined || value === undefined || parts.length > 2 || label.slot > 0) return false;
  return label.runs.every((run) => run.bold) && value.runs.every((run) => !run.bold);
}

/** How a row stands in the columns of an open table. */
export function standingOf(row: TextRow, open: OpenTable): Standing {
  const parts = Math.abs(row.size - open.size) > 0.12 * open.size ? null : toParts(row, open);
  if (parts === null) return 'out';
  const apart = parts.every(
    ({ runs: [first] }, index) => first !== undefined && gapBefore(first, parts[index - 1]) >= clearGap * row.size,
  );
  if (row.words.every((run) => run.bold)) return parts.length > 1 && apart ? 'header' : 'out';
  const inPlace = parts.every(({ slot, runs: [first], wide }) => {
    const column = open.columns[slot];
    return column !== undefined && first !== undefined && beginsIn(column, first) && (!wide || isLabelled(parts));
  });
  if (!apart || !inPlace || !parts.some(({ slot }) => slot > 0)) return 'doubtful';
  return isLabelled(parts) ? 'labelled' : 'clear';
}

/** How many of the first rows repeat the header's words, column by column. */
export function repeatedHeader(rows: readonly TextRow[], open: OpenTable): number {
  for (let count = 1; count <= Math.min(4, rows.length); count++) {
    const words = partByColumns(rows.slice(0, count), open);
    const texts = open.header.map((_, column) => foldWords(textOf(words[column] ?? [])));
    if (texts.every((text, column) => text === open.header[column])) return count;
  }
  return 0;
}

function partByColumns(rows: readonly TextRow[], open: OpenTable): readonly (readonly Word[])[] {
  const parts: Word[][] = open.columns.map(() => []);
  for (const run of rows.flatMap((row) => row.words)) parts[slotOf(run, open)]?.push(run);
  return parts;
}

/** Rows laid out in a table's columns. */
export function layInColumns(rows: readonly TextRow[], open: OpenTable, page: TextPage): PageTable {
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
  const rows = joinParagraphs(bands, open.columns[0]?.x0 ?? 0, open.columns.length);
  const whites = rows.map((band) => band.flatMap((row) => byRow.get(row) ?? []));
  const firsts = new Set(whites.map(([first]) => first));
  const fitting = holdMost(rows) ? groupsByFit(whites.flat(), open.columns, (row) => firsts.has(row)) : null;
  return fitting ?? whites;
}
