import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage } from '../../text/words.ts';
import type { PageTable } from '../cells/page-table.ts';
import { type PageEvidence, readPageTables } from '../on-page/choose.ts';
import { continuedRows, precedingRows } from './continued.ts';
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
  const tables = rows === null || own.includes(rows) ? own : [rows, ...readBeside(page, rows, evidence)];
  const continued = rows === null ? null : (tables.find((table) => table.box[1] === rows.box[1]) ?? null);
  const last = lowest(tables);
  const open = last === null ? null : toOpenTable(last);
  if (last === null || open === null) return { page, tables, open: null, continued };
  const under = toTextRows(page.runs).filter((row) => row.baseline > last.box[3]);
  return { page, tables, open: under.length > 0 ? null : open, continued };
}

const lowest = (tables: readonly PageTable[]): PageTable | null =>
  tables.toSorted((a, b) => a.box[3] - b.box[3]).at(-1) ?? null;

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
  const open = next === undefined || next === below.continued ? null : toOpenTable(next);
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
