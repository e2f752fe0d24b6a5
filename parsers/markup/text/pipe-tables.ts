import { mostOf } from '../../../src/lib/extremes.ts';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Table } from '../../../src/model/document.ts';
import { findHeader, type GridRow, plainHeader } from './grid-headers.ts';
import { toTable } from './grid-table.ts';
import type { TextLine } from './lines.ts';

/** Lines `from` up to, not with, `to` that make one table drawn with pipes. */
export interface PipeRegion {
  readonly from: number;
  readonly to: number;
}

const rule = /^[|+]?\s*:?[-=]{2,}:?(?:\s*[|+]\s*:?[-=]{2,}:?)*\s*[|+]?$/;
const isRule = (line: TextLine | undefined): boolean =>
  line !== undefined && /[|+]/.test(line.raw) && rule.test(line.raw.trim());
const isPiped = (line: TextLine | undefined): boolean => line !== undefined && /(?<!\\)\|/.test(line.raw);
const isFramed = (line: TextLine | undefined): boolean => line !== undefined && /^\|.*\|$/.test(line.raw.trim());

/** Finds tables drawn with pipes: with Markdown's rule under the header, with a frame of `+---+`, or framed on both sides. */
export function findPipeTables(lines: readonly TextLine[]): readonly PipeRegion[] {
  const regions: PipeRegion[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const starts =
      isRule(lines[from]) ||
      (isPiped(lines[from]) && isRule(lines[from + 1])) ||
      (isFramed(lines[from]) && isFramed(lines[from + 1]));
    if (!starts) continue;
    let to = from + 1;
    for (
      let line = lines[to];
      line !== undefined && line.gap === 0 && (isPiped(line) || isRule(line));
      line = lines[to]
    )
      to += 1;
    if (to - from > 1 && !isNearlyEmpty(lines.slice(from, to))) regions.push({ from, to });
    from = to - 1;
  }
  return regions;
}

/** So many cells in a table are looked at one by one, whether anything was typed in them or not. */
const mostBlank = 10_000;
const leastFilled = 0.2;

/** True for many lines of which one has many more pipes than the others: no table, but one line's signs times the number of lines. */
function isNearlyEmpty(lines: readonly TextLine[]): boolean {
  const widths = lines.map(({ raw }) => raw.split('|').length);
  const cells = lines.length * mostOf(widths, (width) => width);
  return cells > mostBlank && widths.reduce((sum, width) => sum + width, 0) < leastFilled * cells;
}

/** Reads a region's lines: in a frame the lines between two rules are one row, else each line is one. */
export function readPipeTable(lines: readonly TextLine[]): Table | null {
  const rules = lines.flatMap((line, at) => (isRule(line) ? [at] : []));
  const framed = lines[0]?.raw.trim().startsWith('+') === true;
  const rows = framed ? framedRows(lines) : lines.filter((line) => !isRule(line)).map((line) => splitPipes(line.raw));
  const columns = Math.max(
    0,
    mostOf(rows, (row) => row.length),
  );
  if (rows.length === 0 || columns === 0) return null;
  const headed = framed ? lines.some((line) => /=/.test(line.raw) && isRule(line)) : rules[0] === 1;
  const padded = rows.map((row) => [...row, ...Array<string>(columns - row.length).fill('')]);
  return toTable(padded, columns, headed ? plainHeader(padded, 1) : findHeader(padded, columns));
}

/**
 * The rows of a table in a frame. Where rules stand around its header and its end alone and several lines between fill every column, each
 * line is a row, but for one without its first cell, which goes on with the row above.
 */
function framedRows(lines: readonly TextLine[]): readonly GridRow[] {
  const groups = groupsOfLines(lines);
  const [last = []] = groups.slice(-1);
  const full = last.filter((cells) => cells.every((text) => text !== ''));
  if (groups.length > mostOfHeaded || full.length < fewestRows) return groups.map(joinedLines);
  const rows: GridRow[][] = [];
  for (const cells of last) {
    if (cells[0] === '' && rows.length > 0) rows.at(-1)?.push(cells);
    else rows.push([cells]);
  }
  return [...groups.slice(0, -1), ...rows].map(joinedLines);
}

/** A header, and all that stands below it. */
const mostOfHeaded = 2;
const fewestRows = 2;

/** The lines between each two rules, as cells. */
function groupsOfLines(lines: readonly TextLine[]): readonly (readonly GridRow[])[] {
  const groups: GridRow[][] = [[]];
  for (const line of lines) {
    if (isRule(line)) groups.push([]);
    else groups.at(-1)?.push(splitPipes(line.raw));
  }
  return groups.filter((group) => group.length > 0);
}

/** Lines of one row, cell by cell. */
const joinedLines = (lines: readonly GridRow[]): GridRow =>
  Array.from({ length: mostOf(lines, (cells) => cells.length) }, (_, column) =>
    lines.flatMap((cells) => cells[column] || []).join(' '),
  );

const splitPipes = (raw: string): readonly string[] =>
  raw
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((text) => foldSpace(text.replaceAll('\\|', '|')));
