import { heightOf, middleY, overlap } from '../../../src/lib/box.ts';
import type { TextRun } from '../page/page-content.ts';
import { isNumeric } from './numbers.ts';

/** A stretch of a text row without a gap wide enough to part columns. */
export interface Chunk {
  readonly runs: readonly TextRun[];
  /** The runs without leader dots, unless there is nothing else. */
  readonly words: readonly TextRun[];
  readonly x0: number;
  readonly x1: number;
  /** The words with single blanks; rows of leader dots left out. */
  readonly text: string;
}

/** What stands on one baseline across the page or a part of it. */
export interface TextRow {
  readonly chunks: readonly Chunk[];
  readonly runs: readonly TextRun[];
  /** The runs without leader dots, unless there is nothing else. */
  readonly words: readonly TextRun[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** Points: the largest type in the row. */
  readonly size: number;
  /** Points: the usual blank between two words. */
  readonly blank: number;
}

/** Ems: a wider gap parts chunks, unless the row's own blanks are wide (justified or typewritten text). */
const widestBlank = 0.72;
/** Ems: no wider are the blanks within a number (`12 345`). */
const widestInNumber = 0.5;
const fewestNumbers = 3;
const mostlyNumbers = 0.8;
/** Ems: two runs further apart are two words. */
const leastBlank = 0.16;
/** Ems that a raised mark lowers its line at most. */
const mostLowered = 0.6;
/** Letters of a footnote mark or an exponent. */
const longestMark = 4;

/** Upright runs to rows from the top down, each cut into chunks from left to right. */
export function toTextRows(runs: readonly TextRun[]): readonly TextRow[] {
  const upright = runs.filter((run) => run.angle === 0);
  const hosts = marksToHosts(upright);
  const rowOf = new Map<TextRun, TextRun[]>();
  const rows: TextRun[][] = [];
  for (const run of upright.filter((each) => !hosts.has(each)).toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    const own = row !== undefined && anchor !== undefined && sharesRow(anchor, run) ? row : [];
    if (own.length === 0) rows.push(own);
    own.push(run);
    rowOf.set(run, own);
  }
  const marked = new Set<TextRun[]>();
  for (const [mark, host] of hosts) {
    const row = rowOf.get(host);
    row?.push(mark);
    if (row !== undefined) marked.add(row);
  }
  return joinRaised(joinLowered(rows, marked)).map(toTextRow);
}

/** A cell with a raised mark stands a little lower than those beside it, for the mark makes its line higher. */
function joinLowered(rows: readonly TextRun[][], marked: ReadonlySet<TextRun[]>): readonly TextRun[][] {
  const joined: TextRun[][] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const [first, anchor] = [row[0], above?.[0]];
    const isBeside =
      first !== undefined &&
      anchor !== undefined &&
      marked.has(row) &&
      first.baseline - anchor.baseline < mostLowered * Math.min(first.size, anchor.size) &&
      row.every((run) => above?.every((other) => overlap(run.box[0], run.box[2], other.box[0], other.box[2]) <= 0));
    if (isBeside) above?.push(...row);
    else joined.push(row);
  }
  return joined;
}

function sharesRow(anchor: TextRun, run: TextRun): boolean {
  return run.baseline - anchor.baseline <= 0.25 * Math.min(anchor.size, run.size);
}

/** Raised and lowered marks by the word that they are drawn right after: it is the word that stands in a row. */
function marksToHosts(runs: readonly TextRun[]): ReadonlyMap<TextRun, TextRun> {
  const hosts = new Map<TextRun, TextRun>();
  runs.forEach((mark, index) => {
    const host = runs[index - 1];
    if (
      host === undefined ||
      mark.text.length > longestMark ||
      Math.abs(mark.box[0] - host.box[2]) > 0.12 * host.size
    ) {
      return;
    }
    const raised = Math.abs(mark.baseline - host.baseline) / host.size;
    if (raised > 0.1 && raised < 0.6 && mark.size < host.size) hosts.set(mark, hosts.get(host) ?? host);
  });
  return hosts;
}

/** Rows that hold only small raised or lowered marks go to the row they overlap. */
function joinRaised(rows: readonly TextRun[][]): readonly (readonly TextRun[])[] {
  const joined: TextRun[][] = [];
  rows.forEach((row, index) => {
    const host = [rows[index + 1], joined.at(-1)].find(
      (other) => other !== undefined && row.every((mark) => other.some((run) => isMarkOf(mark, run))),
    );
    if (host === undefined) joined.push([...row]);
    else host.push(...row);
  });
  return joined;
}

/** True for a small raised or lowered run right beside a larger one. */
function isMarkOf(mark: TextRun, run: TextRun): boolean {
  const gap = Math.max(mark.box[0] - run.box[2], run.box[0] - mark.box[2]);
  return (
    mark.size <= 0.85 * run.size &&
    gap <= 0.4 * run.size &&
    middleY(mark.box) >= run.box[1] - 0.25 * heightOf(run.box) &&
    middleY(mark.box) <= run.box[3] + 0.1 * heightOf(run.box)
  );
}

function toTextRow(unsorted: readonly TextRun[]): TextRow {
  const runs = unsorted.toSorted((a, b) => a.box[0] - b.box[0]);
  const words = withoutLeaders(runs);
  const size = Math.max(...words.map((run) => run.size));
  const blanks = words.slice(1).map((run, index) => run.box[0] - (words[index]?.box[2] ?? 0));
  const usual = usualBlank(blanks.filter((gap) => gap > 0.1 * size && gap < 1.2 * size));
  const widest = isOfNumbers(words)
    ? widestInNumber * size
    : Math.max(widestBlank * size, Math.min(1.9 * usual, 1.3 * size));
  const leaders = words.length < runs.length ? new Set(runs.filter((run) => !words.includes(run))) : null;
  const parts: TextRun[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  let afterLeader = false;
  for (const run of runs) {
    const part = parts.at(-1);
    if (leaders?.has(run)) {
      part?.push(run);
      afterLeader = true;
      continue;
    }
    const gap = run.box[0] - reach;
    if (part === undefined || gap > widest || (afterLeader && gap > size)) parts.push([run]);
    else part.push(run);
    reach = Math.max(reach, run.box[2]);
    afterLeader = false;
  }
  return { ...extentOf(words), chunks: parts.map(toChunk), runs, words, blank: usual };
}

/** Mostly numbers, and several: no sentence, so the blanks between them are not those between words. */
const isOfNumbers = (words: readonly TextRun[]): boolean =>
  words.length >= fewestNumbers && words.filter((run) => isNumeric(run.text)).length >= mostlyNumbers * words.length;

/** The blank between words: the median, unless a good part of the blanks are far narrower (short headings side by side). */
function usualBlank(blanks: readonly number[]): number {
  const [narrow, middle] = [quantile(blanks, 0.25), median(blanks)];
  return middle > 2 * narrow ? narrow : middle;
}

/** How far words of one row reach, their largest type, and the baseline of what is set in it. */
export function extentOf(
  words: readonly TextRun[],
): Pick<TextRow, 'x0' | 'x1' | 'top' | 'bottom' | 'baseline' | 'size'> {
  const size = Math.max(...words.map((run) => run.size));
  return {
    x0: Math.min(...words.map((run) => run.box[0])),
    x1: Math.max(...words.map((run) => run.box[2])),
    top: Math.min(...words.map((run) => run.box[1])),
    bottom: Math.max(...words.map((run) => run.box[3])),
    baseline: words.find((run) => run.size > 0.85 * size)?.baseline ?? words[0]?.baseline ?? 0,
    size,
  };
}

/** Runs that stand together as a chunk. */
export function toChunk(runs: readonly TextRun[]): Chunk {
  const words = withoutLeaders(runs);
  return {
    runs,
    words,
    x0: Math.min(...words.map((run) => run.box[0])),
    x1: Math.max(...words.map((run) => run.box[2])),
    text: joinRuns(words),
  };
}

/** Runs from left to right as text, with blanks where the file has them or a gap shows. */
export function joinRuns(runs: readonly TextRun[]): string {
  const isApart = (run: TextRun, before: TextRun | undefined) =>
    before !== undefined && (run.spaceBefore || run.box[0] - before.box[2] > leastBlank * run.size);
  return runs.map((run, index) => (isApart(run, runs[index - 1]) ? ` ${run.text}` : run.text)).join('');
}

/** Runs without leader dots, unless there is nothing else. */
export function withoutLeaders(runs: readonly TextRun[]): readonly TextRun[] {
  if (!runs.some((run) => isLeader(run.text))) return runs;
  const words = runs.filter((run) => !isLeader(run.text));
  return words.length > 0 ? words : runs;
}

/** Dots that lead the eye from a label to its value. */
function isLeader(text: string): boolean {
  return '.·…_'.includes(text.charAt(0)) && (/^[.·…_]{3,}$/u.test(text) || text === '.' || text === '…');
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
