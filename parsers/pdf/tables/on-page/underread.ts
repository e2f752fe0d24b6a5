import { middleX } from '../../../../src/lib/box.ts';
import type { OpenSides } from '../../../../src/model/document.ts';
import { findDates } from '../../../../src/normalise/dates.ts';
import { isNumericText } from '../../text/numbers.ts';
import { median, type TextRow, toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { GridCell } from '../ruled/grid.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { type Column, findColumns } from '../spaced/columns.ts';
import type { SpacedCell } from '../spaced/fill-grid.ts';
import { placeRow } from '../spaced/placing.ts';
import { regionIn } from '../spaced/regions.ts';
import { layOut, type SpacedTable } from '../spaced/spaced-tables.ts';

/** A table drawn in part: bounds of its rows and columns, and its cells with their runs. */
export interface PartlyRuled {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (SpacedCell & { readonly open?: OpenSides | null })[];
}

/**
 * Parts by gaps what lines leave together: in bands whose cells hold numbers one under the other or side by side, each
 * row of text is a row of its own and white strips part columns. Everything else stays as the lines draw it.
 * @returns null where the lines part everything
 */
export function partFurther(table: RuledTable): PartlyRuled | null {
  const { xs, ys } = table.grid;
  const spans = bandsOf(table);
  const bands = underreadBands(table, spans);
  if (bands.size === 0) return null;
  const inBands = table.cells.filter((cell) => isIn(cell, spans, bands));
  const rows = toTextRows(inBands.flatMap((cell) => cell.runs));
  const posts = xs.slice(1, -1).map((at) => ({ at, from: ys[0] ?? 0, to: ys.at(-1) ?? 0 }));
  const columns = withEmptyColumns(findColumns(rows, posts), xs);
  const start = xs.map((x) => columns.filter((column) => (column.x0 + column.x1) / 2 < x).length);
  const parts = spans.map(([row, rowSpan]): SpacedTable | null => {
    const cells = table.cells.filter((cell) => cell.row >= row && cell.row < row + rowSpan);
    const isHeading = row === 0 && !bands.has(row);
    const further = bands.has(row) || cells.some((cell) => standsInSeveral(cell, columns, start, isHeading));
    const runs = further && (bands.has(row) || rowSpan === 1) ? cells.flatMap((cell) => cell.runs) : [];
    if (runs.length === 0) return null;
    return layOut(regionIn(toTextRows(runs), table.edges.flat, table.edges.upright), columns, isHeading);
  });
  const rowAt: number[] = [];
  let rowCount = 0;
  parts.forEach((part, index) => {
    const [row, rowSpan] = spans[index] ?? [0, 1];
    for (let offset = 0; offset < rowSpan; offset++) rowAt[row + offset] = rowCount + (part === null ? offset : 0);
    rowCount += part?.rows ?? rowSpan;
  });
  rowAt.push(rowCount);
  const isParted = (row: number) => parts[spans.findLastIndex(([first]) => first <= row)] !== null;
  const drawn = table.cells
    .filter((cell) => !isParted(cell.row))
    .map((cell) => {
      const row = rowAt[cell.row] ?? 0;
      const column = start[cell.column] ?? 0;
      return {
        ...cell,
        row,
        column,
        rowSpan: (rowAt[cell.row + cell.rowSpan] ?? row + 1) - row,
        columnSpan: Math.max(1, (start[cell.column + cell.columnSpan] ?? column + 1) - column),
      };
    });
  const parted = parts.flatMap((part, index) =>
    (part?.cells ?? []).map((cell) => ({ ...cell, row: cell.row + (rowAt[spans[index]?.[0] ?? 0] ?? 0) })),
  );
  return {
    rows: rowCount,
    columns: columns.length,
    cells: [...drawn, ...parted].toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** True where the words of a cell over several columns stand apart in them. */
function standsInSeveral(
  cell: GridCell & { readonly runs: readonly Word[] },
  columns: readonly Column[],
  start: readonly number[],
  isHeading: boolean,
): boolean {
  const [from = 0, to = 0] = [start[cell.column], start[cell.column + cell.columnSpan]];
  if (to - from < 2) return false;
  return toTextRows(cell.runs).some((row) => {
    const { pieces } = placeRow(row, columns);
    const [first] = pieces;
    const value = !isHeading && pieces.length === 1 && first !== undefined && isNumericText(first.text);
    return (value || pieces.length > 1) && pieces.every((piece) => piece.from === piece.to);
  });
}

type Band = readonly [row: number, rowSpan: number];

/** Grid rows from the top down; rows that a cell joins are one band. */
function bandsOf(table: RuledTable): readonly Band[] {
  const bands: Band[] = [];
  const rows = table.grid.ys.length - 1;
  for (let row = 0; row < rows; ) {
    let end = row + 1;
    for (let next = row; next < end; next++) {
      for (const cell of table.cells) if (cell.row === next) end = Math.max(end, next + cell.rowSpan);
    }
    bands.push([row, end - row]);
    row = end;
  }
  return bands;
}

const isIn = (cell: GridCell, spans: readonly Band[], bands: ReadonlySet<number>): boolean =>
  spans.some(([row, rowSpan]) => bands.has(row) && cell.row >= row && cell.row < row + rowSpan);

/** Bands, by their first row, in which lines part too little. */
function underreadBands(table: RuledTable, spans: readonly Band[]): ReadonlySet<number> {
  const bands = new Set<number>(labelledBands(table, spans));
  for (const [row, rowSpan] of spans) {
    const cells = table.cells.filter((cell) => cell.row >= row && cell.row < row + rowSpan);
    const texts = cells.map((cell) => ({ row: cell.row, rows: toTextRows(cell.runs) }));
    const stacks = Map.groupBy(
      texts.filter(({ rows }) => isStackOfValues(rows)),
      (cell) => cell.row,
    );
    const beside = [...stacks.values()].some((found) => found.length >= 2);
    const named = texts.some((names) => stacks.get(names.row)?.some((values) => isBeside(names.rows, values.rows)));
    if (beside || named || texts.some(({ rows }) => isRowOfValues(rows))) bands.add(row);
  }
  return bands;
}

/** Of the bands of a table that lines part into rows alone, those that begin with a label in bold: all of them where most have their value at one upright. */
function labelledBands(table: RuledTable, spans: readonly Band[]): readonly number[] {
  if (table.grid.xs.length !== 2) return [];
  const labelled = spans.flatMap(([band, rowSpan]) => {
    const rows = toTextRows(
      table.cells.filter(({ row }) => row >= band && row < band + rowSpan).flatMap((cell) => cell.runs),
    );
    const starts = rows.flatMap(({ chunks: [label, value] }) =>
      label !== undefined && value !== undefined && isBold(label) && !isBold(value) ? [value.x0] : [],
    );
    return starts.length === 0 ? [] : [{ band, starts }];
  });
  const usual = median(labelled.flatMap(({ starts }) => starts));
  const aligned = labelled.filter(({ starts }) => starts.some((start) => Math.abs(start - usual) <= 2));
  return aligned.length >= fewestLabelled && aligned.length >= mostLabelled * spans.length
    ? labelled.map(({ band }) => band)
    : [];
}

const isBold = ({ runs }: TextRow['chunks'][number]): boolean => runs.every(({ bold }) => bold);

const fewestLabelled = 3;
const mostLabelled = 0.6;

/** Fewer names beside as many numbers may be one text. */
const fewestNamed = 3;

/** True for lines that each stand beside one of as many others: names and their numbers. */
const isBeside = (names: readonly TextRow[], values: readonly TextRow[]): boolean =>
  names !== values &&
  names.length >= fewestNamed &&
  names.length === values.length &&
  names.every(({ baseline, size }, index) => Math.abs(baseline - (values[index]?.baseline ?? 0)) < 0.15 * size);

/** Numbers under each other; not a date that a narrow cell wraps (`31` over `August` over `2021`, `31/08/202` over `1`). */
function isStackOfValues(rows: readonly TextRow[]): boolean {
  const values = rows.filter(({ chunks }) => chunks.every((chunk) => isNumericText(chunk.text)));
  if (values.length < 2 || values.length < 0.6 * rows.length) return false;
  const texts = rows.flatMap(({ chunks }) => chunks.map((chunk) => chunk.text));
  return !isOneDate(texts.join(' ')) && !isOneDate(texts.join(''));
}

/** Letters and more than a date has, its financial year and quarters spelt out; a longer text is no date and need not be searched. */
const longestDate = 60;

const isOneDate = (text: string) =>
  text.length <= longestDate && findDates(text).some(({ words }) => words.length >= 0.8 * text.length);

/** Labels or numbers with numbers beside them that end at one upright, row upon row. */
function isRowOfValues(rows: readonly TextRow[]): boolean {
  const ends = rows.flatMap(({ runs }) => {
    const last = runs.at(-1);
    return runs.length > 1 && last !== undefined && isNumericText(last.text) ? [last.box[2]] : [];
  });
  const usual = median(ends);
  const aligned = ends.filter((end) => Math.abs(end - usual) <= 1.5);
  return rows.length >= 4 && aligned.length >= 3 && aligned.length >= 0.7 * rows.length;
}

/** Adds a column for every drawn column in which no word stands. */
function withEmptyColumns(columns: readonly Column[], xs: readonly number[]): readonly Column[] {
  const all = [...columns];
  xs.slice(0, -1).forEach((x0, index) => {
    const x1 = xs[index + 1] ?? x0;
    const used = columns.some(
      (column) => middleX([column.x0, 0, column.x1, 0]) >= x0 && middleX([column.x0, 0, column.x1, 0]) < x1,
    );
    if (!used) all.push({ x0: x0 + 1, x1: x1 - 1 });
  });
  return all.toSorted((a, b) => a.x0 - b.x0);
}
