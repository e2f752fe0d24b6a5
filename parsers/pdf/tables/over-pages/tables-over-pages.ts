import { union } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage } from '../../text/words.ts';
import type { PageCell, PageTable } from '../cells/page-table.ts';
import { type PageEvidence, readPageTables } from '../on-page/choose.ts';
import { continuedRows, goesOnBelow, precedingRows } from './continued.ts';
import { layInColumns } from './known-columns.ts';
import { type OpenTable, toOpenTable } from './open-table.ts';
import { claimOverflow } from './overflow.ts';
import { withScraps } from './scraps.ts';

interface ReadPage {
  readonly page: TextPage;
  readonly tables: readonly PageTable[];
  /** The table at its end that no lines draw. */
  readonly open: OpenTable | null;
  /** The first table, where it was found to go on with the one that ends the page before. */
  readonly continued: PageTable | null;
}

/**
 * The tables of successive pages that are read by their layout. Where no lines are drawn a page by itself does not show
 * rows that are too few or too sparsely filled; the part of their table on the page before or after does.
 */
export function readTablesOverPages(
  pages: readonly TextPage[],
  evidence: PageEvidence,
): readonly (readonly PageTable[])[] {
  const read: ReadPage[] = [];
  for (const page of pages) {
    const before = read.at(-1);
    read.push(readNext(page, evidence, before?.page.number === page.number - 1 ? before : null));
  }
  for (let index = read.length - 2; index >= 0; index--) {
    const [above, below] = [read[index], read[index + 1]];
    if (above !== undefined && below !== undefined) read[index] = withPreceding(above, below);
  }
  const tables = read.map(({ tables: own }) => own);
  return evidence === 'spaced' ? tables : withScraps(pages, tables);
}

function readNext(page: TextPage, evidence: PageEvidence, before: ReadPage | null): ReadPage {
  const own = claimOverflow(readPageTables(page, evidence), page);
  const rows = before === null ? null : readContinued(page, own, before);
  const tables = joinedOnPage(
    rows === null || own.includes(rows) ? own : [rows, ...readBeside(page, rows, evidence)],
    page,
  );
  const continued = rows === null ? null : (tables.find((table) => table.box[1] === rows.box[1]) ?? null);
  const last = lowest(tables);
  const open = last === null ? null : toOpenTable(last, last === continued ? (before?.open ?? null) : null);
  if (last === null || open === null) return { page, tables, open: null, continued };
  const under = toTextRows(page.runs).filter((row) => row.baseline > last.box[3]);
  const tail = continuedRows(under, open);
  if (tail.length < under.length) return { page, tables, open: null, continued };
  if (tail.length === 0) return { page, tables, open, continued };
  const longer = withRows(last, tail, open, page);
  return {
    page,
    tables: tables.with(tables.indexOf(last), longer),
    open: toOpenTable(longer, open),
    continued: last === continued ? longer : continued,
  };
}

/** Tables right under each other, the second without a header and in the columns of the first, as the one they are. */
function joinedOnPage(tables: readonly PageTable[], page: TextPage): readonly PageTable[] {
  const joined: PageTable[] = [];
  for (const table of tables) {
    const above = joined.at(-1);
    const longer = above === undefined ? null : withFollowing(above, table, page);
    if (longer === null) joined.push(table);
    else joined[joined.length - 1] = longer;
  }
  return joined;
}

/** A table with the one that goes on with it; null where it does not. */
function withFollowing(above: PageTable, table: PageTable, page: TextPage): PageTable | null {
  if (table.evidence !== 'spaced' || !standsUnder(table, above, page)) return null;
  const open = toOpenTable(above, null);
  if (open?.banded !== true) return null;
  const rows = toTextRows(table.cells.flatMap((cell) => cell.runs));
  return continuedRows(rows, open).length === rows.length ? withRows(above, rows, open, page) : null;
}

/** True where the table begins below the other one, at most a few lines further down, with no words between. */
function standsUnder(table: PageTable, above: PageTable, page: TextPage): boolean {
  const [bottom, top] = [above.box[3], table.box[1]];
  const size = table.cells.find((cell) => cell.runs.length > 0)?.runs[0]?.size ?? 10;
  const between = page.runs.some((run) => run.baseline > bottom && run.baseline < top);
  return top >= bottom - 2 && top - bottom <= 3 * size && !between;
}

const lowest = (tables: readonly PageTable[]): PageTable | null =>
  tables.toSorted((a, b) => a.box[3] - b.box[3]).at(-1) ?? null;

/** The table and the rows under it; words right under its last row go on in it. */
function withRows(table: PageTable, rows: readonly TextRow[], open: OpenTable, page: TextPage): PageTable {
  const more = layInColumns(rows, open, page);
  const above = toTextRows(table.cells.flatMap((cell) => cell.runs)).at(-1);
  const cut = goesOnBelow(above, rows[0], open);
  const offset = cut ? table.rows - 1 : table.rows;
  const moved = more.cells.map((cell) => ({ ...cell, row: cell.row + offset }));
  const upper = table.cells.map((cell): PageCell => {
    const goesOn = cut && cell.row + cell.rowSpan === table.rows;
    const rest = goesOn ? moved.filter((other) => continuesCell(cell, other)) : [];
    const runs = rest.flatMap((other) => other.runs);
    const bold = cell.bold && rest.every((other) => other.bold || other.runs.length === 0);
    const box = rest.reduce<Box>((whole, other) => union(whole, other.box), cell.box);
    return { ...cell, runs: [...cell.runs, ...runs], box, bold };
  });
  const lower = moved.filter(
    (other) => !cut || other.row > offset || !table.cells.some((cell) => continuesCell(cell, other)),
  );
  return { ...table, rows: offset + more.rows, cells: [...upper, ...lower], box: union(table.box, more.box) };
}

/** True for a cell of the row that goes on which begins in one of the upper cell's columns. */
const continuesCell = (cell: PageCell, below: PageCell): boolean =>
  cell.row + cell.rowSpan === below.row + 1 &&
  below.column >= cell.column &&
  below.column < cell.column + cell.columnSpan;

/**
 * The rows that go on with the open table, as the page's own table where that one holds them all in as many columns; null
 * where there are none, or where the page shows more columns than the one before.
 */
function readContinued(page: TextPage, own: readonly PageTable[], { open }: ReadPage): PageTable | null {
  if (open === null) return null;
  const limit = Math.min(...own.filter((table) => table.evidence !== 'spaced').map((table) => table.box[1]));
  const rows = continuedRows(
    toTextRows(page.runs).filter((row) => row.bottom <= limit + 1),
    open,
  );
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = own.find(
    (table) => table.columns >= open.columns.length && table.box[1] <= first.bottom && table.box[3] >= last.bottom - 1,
  );
  if (whole !== undefined && whole.columns > open.columns.length) return null;
  return whole ?? layInColumns(rows, open, page);
}

/** The tables of a page in what one leaves of it. */
function readBeside(page: TextPage, table: PageTable, evidence: PageEvidence): readonly PageTable[] {
  const taken = new Set(table.cells.flatMap((cell) => cell.runs));
  const rest = { ...page, runs: page.runs.filter((run) => !taken.has(run)) };
  return claimOverflow(readPageTables(rest, evidence), rest);
}

/** The page with the rows at its end that the next page's first table tells. */
function withPreceding(above: ReadPage, below: ReadPage): ReadPage {
  const next = below.tables.toSorted((a, b) => a.box[1] - b.box[1])[0];
  const open = next === undefined || next === below.continued ? null : toOpenTable(next, null);
  if (next === undefined || open === null || below.page.number !== above.page.number + 1) return above;
  if (below.page.runs.some((run) => run.angle === 0 && run.baseline < next.box[1])) return above;
  const rows = toTextRows(above.page.runs);
  const last = lowest(above.tables);
  const longer =
    withRowsBefore(above, rows, next, open) ??
    withRowsBefore(
      above,
      rows.filter((row) => last === null || row.top >= last.box[3] - 1),
      next,
      open,
    );
  return longer ?? above;
}

/** The page with the last of the rows as a table before `next`; null where there are none, or tables hold some of them. */
function withRowsBefore(read: ReadPage, rows: readonly TextRow[], next: PageTable, open: OpenTable): ReadPage | null {
  const found = precedingRows(rows, open, next.headerRows > 0);
  const top = found[0]?.top ?? Number.POSITIVE_INFINITY;
  const apart = read.tables.filter((table) => table.box[3] <= top + 1);
  const held = read.tables.filter((table) => table.box[3] > top + 1);
  const known = held.some((table) => table.columns === next.columns && table.box[3] >= (found.at(-1)?.bottom ?? 0) - 1);
  if (found.length === 0 || known || held.some((table) => table.evidence !== 'spaced' || table.box[1] < top - 1))
    return null;
  return { ...read, tables: [...apart, layInColumns(found, open, read.page)] };
}
