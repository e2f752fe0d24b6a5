import { foldWords } from '../lib/fold.ts';
import type { Block, Cell, Table } from '../model/document.ts';
import { byPosition } from './long-table.ts';
import { looksAlike, rowCells } from './repeated-header.ts';

/** Points by which a row may stand higher or lower on the page with the columns that go on. */
const drift = 1.5;

/** Fewer rows stand level by chance. */
const fewestRows = 3;

/** The only table of a page, and where its rows begin and end. */
interface PagePart {
  readonly page: number;
  readonly table: Table;
  readonly edges: readonly number[];
}

/** The parts of a sheet, from left to right, for each page's height of it. */
type Sheet = readonly (readonly PagePart[])[];

/**
 * Joins the columns of a sheet too wide for one page, as spreadsheets print them: page by page from left to right and
 * then down, or all of the left pages before those on the right. A row's parts stand level on all its pages, under
 * headers that look alike and name other columns; columns at the left that come back on each page are kept once.
 */
export function joinAcross(blocks: readonly Block[]): readonly Block[] {
  const joined = new Map<Block, readonly Table[]>();
  let parts = pageParts(blocks);
  while (parts.length > 1) {
    const sheet = sheetAt(parts);
    for (const [left, ...rest] of sheet) {
      if (left === undefined) continue;
      joined.set(left.table, [rest.reduce((table, right) => beside(table, right.table), left.table)]);
      for (const { table } of rest) joined.set(table, []);
    }
    parts = parts.slice(Math.max(1, sheet.flat().length));
  }
  return joined.size === 0 ? blocks : blocks.flatMap((block): readonly Block[] => joined.get(block) ?? [block]);
}

/** The tables that have a page to themselves. */
function pageParts(blocks: readonly Block[]): readonly PagePart[] {
  const pages = Map.groupBy(
    blocks.filter((block) => block.kind === 'table'),
    ({ places }) => places[0]?.page,
  );
  return [...pages].flatMap(([page, [table, ...others]]) => {
    const edges = table === undefined || others.length > 0 ? null : rowEdges(table);
    return page === undefined || table === undefined || edges === null ? [] : [{ page, table, edges }];
  });
}

/** The top of each row, and the bottom of the last; null where the table is not on one page, or its cells do not tell. */
function rowEdges({ rows, cells, places }: Table): readonly number[] | null {
  const boxes = cells.flatMap(({ row, places: [place] }) =>
    place?.bbox === undefined ? [] : [{ row, box: place.bbox }],
  );
  if (places.length !== 1 || boxes.length < cells.length) return null;
  const tops = Array.from({ length: rows }, (_, row) => boxes.find((cell) => cell.row === row)?.box[1] ?? null);
  const edges = [...tops, Math.max(...boxes.map(({ box }) => box[3]))].filter((edge) => edge !== null);
  return edges.length > rows ? edges : null;
}

/** The sheet that the first of the parts begins; empty where nothing goes on beside it. */
function sheetAt(parts: readonly PagePart[]): Sheet {
  const last = parts.findIndex(({ page }, index) => index > 0 && page !== (parts[index - 1]?.page ?? 0) + 1);
  const run = parts.slice(0, last < 0 ? parts.length : last);
  const step = run.findIndex((part) => goesOnBeside(run[0], part));
  if (step < 0) return [];
  return step > 1 ? downThenOver(run, step) : overThenDown(run);
}

function overThenDown(run: readonly PagePart[]): Sheet {
  const end = run.findIndex((part, index) => index > 0 && !goesOnBeside(run[0], part));
  const across = end < 0 ? run.length : end;
  return whileLevel(inGroups(run, across));
}

function downThenOver(run: readonly PagePart[], down: number): Sheet {
  const strips = inGroups(run, down);
  const end = strips.findIndex(
    (strip, index) =>
      index > 0 && !(goesOnBeside(run[0], strip[0]) && strip.every((part, row) => isLevel(run[row], part))),
  );
  const level = strips.slice(0, end < 0 ? strips.length : end);
  return level.length < 2 ? [] : Array.from({ length: down }, (_, row) => level.flatMap((strip) => strip[row] ?? []));
}

/** Successive groups of so many; what is left over is in none. */
function inGroups(parts: readonly PagePart[], size: number): Sheet {
  return Array.from({ length: Math.floor(parts.length / size) }, (_, index) =>
    parts.slice(index * size, (index + 1) * size),
  );
}

function whileLevel(rows: Sheet): Sheet {
  const end = rows.findIndex((parts) => !parts.every((part) => isLevel(parts[0], part)));
  return rows.slice(0, end < 0 ? rows.length : end);
}

const isLevel = (left: PagePart | undefined, right: PagePart): boolean =>
  left !== undefined &&
  left.edges.length === right.edges.length &&
  left.edges.every((edge, index) => Math.abs(edge - (right.edges[index] ?? 0)) <= drift);

/** True for a part whose rows stand level with the left one's under a header like that one's that names other columns. */
function goesOnBeside(left: PagePart | undefined, right: PagePart | undefined): boolean {
  if (left === undefined || right === undefined || left === right) return false;
  if (left.table.rows < fewestRows || !isLevel(left, right)) return false;
  const again = repeatedColumns(left.table, right.table);
  const [header, further] = [rowCells(left.table, 0), rowCells(right.table, 0).filter(({ column }) => column >= again)];
  const names = new Set(header.map(({ text }) => foldWords(text)));
  const isOther = ({ text, columnSpan }: Cell) => text !== '' && columnSpan === 1 && !names.has(foldWords(text));
  return further.length > 0 && further.every(isOther) && looksAlike(header, further) && !isSameForm(left, right, again);
}

/** Forms filled in one a page have rows in the same places too, but the same labels in them. */
function isSameForm({ table: left }: PagePart, { table: right }: PagePart, again: number): boolean {
  const rest = right.cells.filter(({ column, text }) => column >= again && text !== '');
  const same = rest.filter((cell) => left.cells.some((other) => isSameCell(other, cell)));
  return same.length > 0.2 * rest.length;
}

/** How many columns at the left come back with all their words on the right. */
function repeatedColumns(left: Table, right: Table): number {
  const inColumn = ({ cells }: Table, column: number) => cells.filter((cell) => cell.column === column);
  const comesBack = (column: number) => {
    const [upper, lower] = [inColumn(left, column), inColumn(right, column)];
    return upper.length === lower.length && lower.every((cell) => upper.some((other) => isSameCell(other, cell)));
  };
  const fewest = Math.min(left.columns, right.columns);
  const end = Array.from({ length: fewest }, (_, column) => column).findIndex((column) => !comesBack(column));
  return end < 0 ? fewest : end;
}

const isSameCell = (a: Cell, b: Cell): boolean => a.row === b.row && a.column === b.column && a.text === b.text;

/** Two level parts as one table. */
function beside(left: Table, right: Table): Table {
  const again = repeatedColumns(left, right);
  const offset = left.columns - again;
  const kept = left.cells.map((cell): Cell => {
    const same = cell.column < again ? right.cells.find((other) => isSameCell(cell, other)) : undefined;
    return same === undefined ? cell : { ...cell, places: [...cell.places, ...same.places] };
  });
  const further = right.cells
    .filter(({ column }) => column >= again)
    .map((cell): Cell => ({ ...cell, column: cell.column + offset }));
  return {
    ...left,
    columns: offset + right.columns,
    cells: [...kept, ...further].toSorted(byPosition),
    headerRows: Math.max(left.headerRows, right.headerRows),
    confidence: Math.min(left.confidence, right.confidence),
    joins: [...left.joins, ...right.joins],
    places: [...left.places, ...right.places],
  };
}
