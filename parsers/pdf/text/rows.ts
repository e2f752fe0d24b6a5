import { unionAll } from '../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import { rememberByObject } from '../../../src/lib/remember.ts';
import { isNumeric } from './numbers.ts';
import { inRows, textOf, type Word } from './words.ts';

/** A stretch of a text row without a gap wide enough to part columns. */
export interface Chunk {
  readonly runs: readonly Word[];
  /** The runs without leader dots, unless there is nothing else. */
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  /** The words with single blanks; rows of leader dots left out. */
  readonly text: string;
}

/** What stands on one baseline across the page or a part of it. */
export interface TextRow {
  readonly chunks: readonly Chunk[];
  readonly runs: readonly Word[];
  /** The runs without leader dots, unless there is nothing else. */
  readonly words: readonly Word[];
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

/** The upright ones of some words by row from the top down, each row cut into chunks from left to right. */
export const toTextRows = rememberByObject((words: readonly Word[]): readonly TextRow[] =>
  inRows(words.every(isUpright) ? words : words.filter(isUpright)).map(textRowOf),
);

const isUpright = ({ angle }: Word): boolean => angle === 0;

interface KnownRow {
  readonly words: readonly Word[];
  readonly row: TextRow;
}

/** Rows by their first words: a page is looked at in many selections of its words, and most rows are whole in all of them. */
const knownRows = new WeakMap<Word, KnownRow[]>();

function textRowOf(words: readonly Word[]): TextRow {
  const [first] = words;
  const known = first === undefined ? undefined : knownRows.get(first);
  for (const other of known ?? []) if (isSame(other.words, words)) return other.row;
  const row = toTextRow(words);
  if (known !== undefined) known.push({ words, row });
  else if (first !== undefined) knownRows.set(first, [{ words, row }]);
  return row;
}

function isSame(some: readonly Word[], others: readonly Word[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 1; index < some.length; index++) if (some[index] !== others[index]) return false;
  return true;
}

function toTextRow(row: readonly Word[]): TextRow {
  const runs = row.some((word) => word.rightToLeft) ? row.toSorted((a, b) => a.box[0] - b.box[0]) : row;
  const words = withoutLeaders(runs);
  const size = mostOf(words, (run) => run.size);
  const blanks = words.slice(1).map((run, index) => run.box[0] - (words[index]?.box[2] ?? 0));
  const usual = usualBlank(blanks.filter((gap) => gap > 0.1 * size && gap < 1.2 * size));
  const widest = isOfNumbers(words)
    ? widestInNumber * size
    : Math.max(widestBlank * size, Math.min(1.9 * usual, 1.3 * size));
  const leaders = words.length < runs.length ? new Set(runs.filter((run) => !words.includes(run))) : null;
  const parts: Word[][] = [];
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
const isOfNumbers = (words: readonly Word[]): boolean =>
  words.length >= fewestNumbers && words.filter((run) => isNumeric(run.text)).length >= mostlyNumbers * words.length;

/** The blank between words: the median, unless a good part of the blanks are far narrower (short headings side by side). */
function usualBlank(blanks: readonly number[]): number {
  const sorted = blanks.toSorted((a, b) => a - b);
  const [narrow, middle] = [quantile(sorted, 0.25), quantile(sorted, 0.5)];
  return middle > 2 * narrow ? narrow : middle;
}

/** How far words of one row reach, their largest type, and the baseline of what is set in it. */
export function extentOf(words: readonly Word[]): Pick<TextRow, 'x0' | 'x1' | 'top' | 'bottom' | 'baseline' | 'size'> {
  const [x0, top, x1, bottom] = unionAll(words) ?? [0, 0, 0, 0];
  const size = mostOf(words, (run) => run.size);
  const baseline = words.find((run) => run.size > 0.85 * size)?.baseline ?? words[0]?.baseline ?? 0;
  return { x0, x1, top, bottom, baseline, size };
}

/** Runs that stand together as a chunk. */
export function toChunk(runs: readonly Word[]): Chunk {
  const words = withoutLeaders(runs);
  return {
    runs,
    words,
    x0: leastOf(words, (run) => run.box[0]),
    x1: mostOf(words, (run) => run.box[2]),
    text: textOf(words),
  };
}

/** Runs without leader dots, unless there is nothing else. */
export function withoutLeaders(runs: readonly Word[]): readonly Word[] {
  if (!runs.some((run) => isLeader(run.text))) return runs;
  const words = runs.filter((run) => !isLeader(run.text));
  return words.length > 0 ? words : runs;
}

/** Dots in a row that lead the eye: fewer are signs of the text. */
const fewestLeaders = 5;

/** True for a row in which dots lead the eye from a label to its value. */
export const hasLeaders = ({ runs, words }: TextRow): boolean =>
  words.length < runs.length &&
  runs.reduce((dots, run) => dots + (isLeader(run.text) ? run.text.length : 0), 0) >= fewestLeaders;

/** Dots that lead the eye from a label to its value. */
function isLeader(text: string): boolean {
  return '.·…_'.includes(text.charAt(0)) && (/^[.·…_]{3,}$/u.test(text) || text === '.' || text === '…');
}

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
