import { foldPlain, foldWords } from '../../../src/lib/fold.ts';
import type { PaperWords } from '../../../src/lib/hyphens.ts';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Table } from '../../../src/model/document.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { beginsSmall, continuesRow, goesOnInSmall, joinCut, valueColumns } from '../../../src/tables/continuation.ts';
import { findHeader, type GridRow } from './grid-headers.ts';
import { toTable } from './grid-table.ts';
import { endsSentence, type TextLine } from './lines.ts';

/** Lines `from` up to, not with, `to` that make one table. `dropped` are page headers that stand among them. */
export interface TabRegion {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
  readonly dropped: ReadonlySet<number>;
}

/** Lines with tabs one right after another. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** More lines than these between two parts are no page header. */
const longestBreak = 3;

const isTabbed = (line: TextLine): boolean => line.raw.includes('\t');
const cellsOf = (line: TextLine): readonly string[] => line.raw.split('\t').map(foldSpace);

/**
 * Finds the tables whose columns are set off by tabs. Parts with the same number of columns are one table where only
 * empty lines (a page's edge) stand between them, or a line that is a page's header: it is repeated in the paper, echoes
 * its title, or the row below it goes on in the middle of the row above.
 */
export function findTabTables(lines: readonly TextLine[]): readonly TabRegion[] {
  const headers: PageHeaders = { repeated: repeatedLines(lines), title: titleWords(lines) };
  const regions: TabRegion[] = [];
  for (const run of findRuns(lines)) {
    const last = regions.at(-1);
    const between = last === undefined ? [] : lines.slice(last.to, run.from);
    if (last !== undefined && last.columns === run.columns && belongsTogether(last, between, run, lines, headers)) {
      const isolated = between.length > 0 && ((between[0]?.gap ?? 0) > 0 || (lines[run.from]?.gap ?? 0) > 0);
      const dropped = isolated ? between.map((_, index) => last.to + index) : [];
      regions[regions.length - 1] = { ...last, to: run.to, dropped: new Set([...last.dropped, ...dropped]) };
    } else regions.push({ ...run, dropped: new Set() });
  }
  return regions
    .filter((region) => region.to - region.from > 1 || region.columns > 2)
    .map((region) => withTail(region, lines));
}

/** The last row's last cell may go on over lines without a tab. */
function withTail(region: TabRegion, lines: readonly TextLine[]): TabRegion {
  let { to } = region;
  for (
    let next = lines[to];
    next !== undefined && next.gap === 0 && !next.newPage && !isTabbed(next);
    next = lines[to]
  ) {
    const before = lines[to - 1];
    if (before === undefined || !goesOnInSmall(cellsOf(before).at(-1) ?? '', next.text)) break;
    to += 1;
  }
  return { ...region, to };
}

function belongsTogether(
  above: TabRegion,
  between: readonly TextLine[],
  below: Run,
  lines: readonly TextLine[],
  headers: PageHeaders,
): boolean {
  const next = lines[below.from];
  const before = lines[above.to - 1];
  if (next === undefined || before === undefined || between.length > longestBreak) return false;
  const attached = [...between, next].every((line) => line.gap === 0 && !line.newPage);
  if (between.length === 0 || attached) return true;
  if (between.every((line) => isPageHeader(line, headers))) return true;
  const [first = '', ...rest] = cellsOf(next);
  return first === ''
    ? rest.some((text) => text.length > 40 || beginsSmall(text) || endsSentence(text))
    : beginsSmall(first);
}

/** By what a page's header is known. */
interface PageHeaders {
  /** Lines that stand in the paper more than once. */
  readonly repeated: ReadonlySet<string>;
  /** The words above the paper's first table and first long line: its title, and whose it is. */
  readonly title: ReadonlySet<string>;
}

/** A line that comes again, or says in three words or more nothing but what the paper's title says. */
function isPageHeader(line: TextLine, { repeated, title }: PageHeaders): boolean {
  const words = foldWords(line.text).split(' ');
  return repeated.has(foldPlain(line.text)) || (words.length > 2 && words.every((word) => title.has(word)));
}

function titleWords(lines: readonly TextLine[]): ReadonlySet<string> {
  const end = lines.findIndex((line) => isTabbed(line) || line.text.length > 100);
  return new Set(lines.slice(0, Math.max(0, Math.min(end, 8))).flatMap((line) => foldWords(line.text).split(' ')));
}

/** Texts of untabbed lines that stand more than once in the paper, page numbers aside. */
function repeatedLines(lines: readonly TextLine[]): ReadonlySet<string> {
  const plain = lines.filter((line) => !isTabbed(line)).map((line) => foldPlain(line.text));
  const counts = Map.groupBy(plain, withoutPageNumber);
  return new Set(plain.filter((text) => (counts.get(withoutPageNumber(text))?.length ?? 0) > 1));
}

const withoutPageNumber = (text: string): string => text.replace(/\bpage \d+/g, 'page');

function findRuns(lines: readonly TextLine[]): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < lines.length) {
    const first = lines[from];
    if (first === undefined || !isTabbed(first)) {
      from += 1;
      continue;
    }
    let to = from + 1;
    for (
      let line = lines[to];
      line !== undefined && isTabbed(line) && line.gap === 0 && !line.newPage;
      line = lines[to]
    )
      to += 1;
    const columns = usualWidth(lines.slice(from, to));
    const indented = to - from === 1 && columns === 2 && first.raw.startsWith('\t');
    if (!indented || runs.at(-1)?.columns === 2) runs.push({ from, to, columns });
    from = to;
  }
  return runs;
}

/** The number of columns most lines have; the larger of two equally frequent ones. */
function usualWidth(lines: readonly TextLine[]): number {
  const counts = Map.groupBy(lines, (line) => cellsOf(line).length);
  const byCount = [...counts].sort(([a, as], [b, bs]) => bs.length - as.length || b - a);
  return byCount[0]?.[0] ?? 0;
}

export interface TabTable {
  readonly table: Table;
  readonly furniture: readonly string[];
  readonly issues: readonly Issue[];
}

/** Reads a region's lines into a table: wrapped cells rejoined, repeated headers dropped, rows cut by a page's edge whole. */
export function readTabTable(lines: readonly TextLine[], region: TabRegion, words: PaperWords): TabTable {
  const own = lines.slice(region.from, region.to).filter((_, index) => !region.dropped.has(region.from + index));
  const rows = toRows(own, region.columns);
  const whole = joinCutRows(withoutRepeatedHeaders(rows), region.columns, words);
  const texts = whole.map((row) => row.cells);
  const table = toTable(texts, region.columns, findHeader(texts, region.columns));
  const furniture = lines.slice(region.from, region.to).filter((_, index) => region.dropped.has(region.from + index));
  const wide = rows.filter((row) => row.surplus);
  return {
    table,
    furniture: furniture.map((line) => line.text),
    issues: wide.map((row) =>
      issueOf(
        'text/row-too-wide',
        `A row has more tabs than the table has columns; the rest was kept in its last cell: “${row.cells.at(-1)}”.`,
      ),
    ),
  };
}

interface Row {
  readonly cells: GridRow;
  /** True where empty lines or a form feed stand before the row. */
  readonly edge: boolean;
  readonly surplus: boolean;
}

/** Lines to rows. A line with too few cells is completed by the lines after it where together they make one row. */
function toRows(lines: readonly TextLine[], columns: number): readonly Row[] {
  const rows: { cells: readonly string[]; edge: boolean; across: boolean }[] = [];
  for (const line of lines) {
    const cells = cellsOf(line);
    const edge = line.gap > 0 || line.newPage;
    const last = rows.at(-1);
    const open = last !== undefined && !last.across && !edge;
    const completes =
      open && (isTabbed(line) ? fitsInto(last.cells, cells, columns) : goesOnBelow(last.cells, line, columns));
    if (completes) last.cells = appended(last.cells, cells);
    else rows.push({ cells, edge, across: !isTabbed(line) });
  }
  return rows.map(({ cells, edge, across }) =>
    across ? { cells, edge, surplus: false } : fitRow(cells, edge, columns),
  );
}

const fitsInto = (cells: readonly string[], more: readonly string[], columns: number): boolean =>
  cells.length < columns && cells.length + more.length - 1 === columns;

/** A line without tabs goes on with the last cell above where that row is not complete, or in the middle of a sentence. */
const goesOnBelow = (cells: readonly string[], line: TextLine, columns: number): boolean =>
  cells.length < columns || goesOnInSmall(cells.at(-1) ?? '', line.text);

/** A row of just so many cells: missing ones are empty, surplus ones go into the last. */
function fitRow(cells: readonly string[], edge: boolean, columns: number): Row {
  const surplus = cells.slice(columns).filter((text) => text !== '');
  const last = [cells[columns - 1] ?? '', ...surplus].filter((text) => text !== '').join(' ');
  const first = Array.from({ length: columns - 1 }, (_, column) => cells[column] ?? '');
  return { cells: [...first, last], edge, surplus: surplus.length > 0 };
}

/** Cells with more cells after them, the first of which goes on with the last. */
function appended(cells: readonly string[], more: readonly string[]): readonly string[] {
  const [first = '', ...rest] = more;
  const last = cells.at(-1) ?? '';
  return [...cells.slice(0, -1), last === '' ? first : first === '' ? last : `${last}\n${first}`, ...rest];
}

/** A table that runs over pages repeats its first row at the top of each. */
function withoutRepeatedHeaders(rows: readonly Row[]): readonly Row[] {
  const key = (row: Row) => foldPlain(row.cells.join('\t'));
  const [first] = rows;
  if (first === undefined || first.cells.length === 1) return rows;
  return rows.filter((row, at) => at === 0 || !row.edge || key(row) !== key(first));
}

function joinCutRows(rows: readonly Row[], columns: number, words: PaperWords): readonly Row[] {
  const full = rows.filter((row) => row.cells.length === columns).map((row) => row.cells);
  const values = valueColumns(full);
  const edges = rows.filter((row) => row.edge).length;
  const edgesSaySomething = edges <= 0.4 * rows.length;
  const whole: Row[] = [];
  let overEdge = false;
  for (const row of rows) {
    const above = whole.at(-1);
    overEdge = (row.edge && edgesSaySomething) || (overEdge && !row.edge);
    const joinable = above !== undefined && above.cells.length === columns && row.cells.length === columns;
    if (joinable && continuesRow(above.cells, row.cells, values, overEdge)) {
      const cells = above.cells.map((text, column) => joinCut(text, row.cells[column] ?? '', words));
      whole[whole.length - 1] = { ...above, cells };
    } else {
      overEdge = false;
      whole.push(row);
    }
  }
  return whole;
}
