import { mostOf } from '../../../src/lib/extremes.ts';
import { foldPlain } from '../../../src/lib/fold.ts';
import { joinWrapped, type PaperWords } from '../../../src/lib/hyphens.ts';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Table } from '../../../src/model/document.ts';
import { findDates } from '../../../src/normalise/dates.ts';
import { isWhollyStatus } from '../../../src/normalise/status.ts';
import { beginsSmall } from '../../../src/tables/continuation.ts';
import { afterBullet, splitLabel } from '../bullets.ts';
import { findHeader, type GridRow, plainHeader } from './grid-headers.ts';
import { toTable } from './grid-table.ts';
import { isRuleLine } from './headings.ts';
import { endsSentence, type TextLine } from './lines.ts';

/** Where a column begins and where the next one does, in characters from the left. */
type Column = readonly [from: number, to: number];

/** Lines `from` up to, not with, `to` whose columns blanks set off. */
export interface SpacedRegion {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
}

/** Share of a column's texts that begin, or end, at one place. */
const mostlyAligned = 0.6;
/** Letters of a column so narrow that its texts fill it by chance. */
const narrow = 12;
/** Letters of the longest label of a table of labels beside their values. */
const longestLabel = 45;
const fewestRows = 2;
/** No typed line has room for more. */
const mostColumns = 100;

/**
 * Finds tables set with blanks, as on a typewriter or by a program that keeps a page's layout: lines one after the other
 * that leave the same places blank, two or more wide, and begin or end their texts beside these at one place.
 */
export function findSpacedTables(lines: readonly TextLine[]): readonly SpacedRegion[] {
  const found: SpacedRegion[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    if (!isGapped(lines[from])) continue;
    const region = regionFrom(lines, from);
    const own = lines.slice(region.from, region.to).filter((line) => !isRule(line));
    if (isTable(own, region.columns)) found.push(region);
    from = region.to - 1;
  }
  return found;
}

/** Rules of dashes with blanks between them, one for each column (pandoc's and reStructuredText's simple tables). */
const isColumnRule = ({ raw }: TextLine): boolean => /^\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$/.test(raw);
const isRule = (line: TextLine): boolean => isColumnRule(line) || isRuleLine(line.text);

/** True for texts apart on one line; blanks behind the mark of an item alone part none. */
function isGapped(line: TextLine | undefined): boolean {
  if (line === undefined || line.raw.includes('\t') || isRule(line)) return false;
  const text = line.raw.trim();
  const own = afterBullet(text, true) ?? splitLabel(text)?.text ?? text;
  return / {2,}\S/.test(own.trim());
}

/** The lines from one on that leave the same places blank, be they a table's or not. */
function regionFrom(lines: readonly TextLine[], from: number): SpacedRegion {
  let strips: readonly Column[] = blanksOf(lines[from]?.raw ?? '');
  let to = from + 1;
  for (let line = lines[to]; line !== undefined && isNear(line, lines[to - 1]); line = lines[to]) {
    if (isRule(line)) {
      const next = lines[to + 1];
      const isLeft = next !== undefined && !isRule(next) && next.indent < (lines[from]?.indent ?? 0);
      if (isRuleLine(line.text) && isLeft) break;
      to += 1;
      continue;
    }
    const left = strips.flatMap((strip) => within(strip, line.raw));
    const isCell = isGapped(line) || (line.gap === 0 && (line.indent > 0 || beginsSmall(line.text)));
    if (!isCell || left.length === 0 || (line.gap > 0 && left.length < strips.length)) break;
    strips = left;
    to += 1;
  }
  for (let last = lines[to - 1]; last !== undefined && isRule(last); last = lines[to - 1]) to -= 1;
  const own = lines.slice(from, to).filter((line) => !isRule(line));
  const parting = strips.filter((strip) => isAligned(strip, own));
  const columns = [0, ...parting.map(([, end]) => end)].map(
    (start, index): Column => [start, parting[index]?.[1] ?? Number.POSITIVE_INFINITY],
  );
  return { from, to, columns };
}

/** A blank line may stand between two rows, a page's end or what another reader has taken may not. */
const isNear = (line: TextLine, above: TextLine | undefined): boolean =>
  above !== undefined && line.text !== '' && line.gap <= 1 && !line.newPage && !line.raw.includes('\t');

/** The blanks inside a line, two or more wide each; what lies right of its end is blank too. */
function blanksOf(raw: string): readonly Column[] {
  return [...raw.trimEnd().matchAll(/(?<=\S) {2,}(?=\S)/g)]
    .slice(0, mostColumns)
    .map((found): Column => [found.index, found.index + found[0].length]);
}

/** What a line leaves blank of a strip, where that is wide enough to part columns. */
function within([from, to]: Column, raw: string): readonly Column[] {
  const own = raw.slice(from, to).padEnd(to - from);
  return [...own.matchAll(/ {2,}/g)].map(({ index, 0: { length } }): Column => [from + index, from + index + length]);
}

/** True where most texts right of a strip begin at its end, or end at one place as numbers do. */
function isAligned([from, to]: Column, lines: readonly TextLine[]): boolean {
  const beyond = lines.flatMap(({ raw }) => (raw.slice(to).trim() === '' ? [] : [raw]));
  const begin = beyond.filter((raw) => raw[to] !== ' ').length;
  const ends = Map.groupBy(beyond, (raw) => to + (raw.slice(to).search(/\S {2}|\S$/) ?? 0));
  const together = mostOf([...ends.values()], (same) => same.length);
  const besides = lines.filter(({ raw }) => raw.slice(0, from).trim() !== '' && raw.slice(to).trim() !== '');
  return besides.length >= fewestRows && Math.max(begin, together) >= mostlyAligned * beyond.length;
}

/** Two rows and columns at least; in two columns, labels beside values: in columns of prose both are long. */
function isTable(lines: readonly TextLine[], columns: readonly Column[]): boolean {
  if (columns.length < 2) return false;
  const rows = toRows(lines, columns);
  const full = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (full.length < fewestRows) return false;
  const labels = rows.flatMap(([cell = []]) => (cell.length === 0 ? [] : [cell.join(' ')]));
  const areMarks = labels.every(
    (label) => afterBullet(`${label} x`, true) !== null || splitLabel(`${label} x`) !== null,
  );
  return (
    !areMarks &&
    (columns.length > 2 ||
      labels.every((label) => label.length <= longestLabel && !isSentence(label.replace(/:$/, ''))))
  );
}

/** `LOG NO.` ends in a full stop and is none. */
const isSentence = (text: string): boolean => endsSentence(text) && !/^\p{Lu}+(?: \p{Lu}+)?\.$/u.test(text);

/** A row's cells as their lines. */
type Row = readonly (readonly string[])[];

/**
 * Lines to rows: a line whose every text goes on with the one above it in its column belongs to the row above. Where each line begins
 * with a capital, as the marks of a key do, each is a row.
 */
function toRows(lines: readonly TextLine[], columns: readonly Column[]): readonly Row[] {
  const texts = lines.map((line) => columns.map(([from, to]) => foldSpace(line.raw.slice(from, to))));
  const widths = columns.map((_, column) => mostOf(texts, (line) => line[column]?.length ?? 0));
  const rows: string[][][] = [];
  const areRows = texts.length > 1 && columns.length === 2 && texts.every(([label = '']) => /^\p{Lu}/u.test(label));
  for (const [at, line] of texts.entries()) {
    const last = areRows ? undefined : rows.at(-1);
    const above = texts[at - 1];
    const isApart = (lines[at]?.gap ?? 0) > 0;
    const goesOn = last !== undefined && above !== undefined && continuesRow(above, line, widths, last, isApart);
    if (goesOn) for (const [column, text] of line.entries()) text !== '' && last[column]?.push(text);
    else rows.push(line.map((text) => (text === '' ? [] : [text])));
  }
  return rows;
}

function continuesRow(
  above: readonly string[],
  line: readonly string[],
  widths: readonly number[],
  row: Row,
  isApart: boolean,
): boolean {
  const filled = line.flatMap((text, column) => (text === '' ? [] : [column]));
  const isSmall = (column: number) => beginsSmall(line[column] ?? '') && !endsSentence(above[column] ?? '');
  if (isApart) return filled.length > 0 && filled.every((column) => isSmall(column) && above[column] !== '');
  const [only = 0] = filled;
  if (filled.length === 1 && only > 0) return (row[only]?.length ?? 0) > 0;
  const isFull = (column: number) => {
    const word = line[column]?.split(' ')[0] ?? '';
    const width = widths[column] ?? 0;
    return width >= narrow && (above[column]?.length ?? 0) + 1 + word.length > width;
  };
  const goesOn = (column: number) => above[column] !== '' && (isSmall(column) || isFull(column));
  return filled.every(goesOn) && filled.some(isSmall);
}

/** The lines of a cell, those of each note together: one begins with its date, or with how it goes, below the end of a sentence. */
export function notesApart(lines: readonly string[]): readonly (readonly string[])[] {
  const texts: string[][] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    const isNote = endsSentence(last?.at(-1) ?? '') && (beginsInDate(line) || beginsInStatus(line));
    if (last === undefined || isNote) texts.push([line]);
    else last.push(line);
  }
  return texts;
}

function beginsInDate(line: string): boolean {
  const [date] = findDates(line);
  return date !== undefined && foldPlain(line).startsWith(date.words);
}

const beginsInStatus = (line: string): boolean =>
  isWhollyStatus(/^(?<lead>.{3,30}?) [-–—] \S/u.exec(line)?.groups?.lead ?? '');

/** Reads a region's lines into a table: what stands over a rule of dashes is the header. */
export function readSpacedTable(lines: readonly TextLine[], { columns }: SpacedRegion, words: PaperWords): Table {
  const texts = (own: readonly TextLine[]): readonly GridRow[] =>
    toRows(
      own.filter((line) => !isRule(line)),
      columns,
    ).map((row) =>
      row.map((cell) =>
        notesApart(cell)
          .map((lines) => joinWrapped(lines, words))
          .join('\n'),
      ),
    );
  const rule = lines.findIndex(isRule);
  const head = rule <= 0 ? [] : texts(lines.slice(0, rule));
  const rows = [...head, ...texts(lines.slice(rule + 1))];
  if (head.length === 1) return toTable(rows, columns.length, plainHeader(rows, 1));
  const all = texts(lines);
  return toTable(all, columns.length, findHeader(all, columns.length));
}
