import { heightOf, middleY, overlap } from '../../../src/lib/box.ts';
import type { Box } from '../../../src/model/place.ts';
import type { PageContent, TextRun } from '../page/page-content.ts';

/** A run in its place among the words of its page. What stands on one baseline is a row, its raised marks with it. */
export interface Word extends TextRun {
  /** Counts rows from the top down as their text is read: upright ones first, then those turned by 90, 270 and 180. */
  readonly row: number;
  /** Counts the page's words in reading order. */
  readonly at: number;
  /** True where a blank is read between the word before it in its row and this one. */
  readonly spaceBefore: boolean;
}

/** A page whose rows are known. */
export interface TextPage extends PageContent {
  /** In the order in which the file draws them. */
  readonly runs: readonly Word[];
}

/** Ems: two words further apart have a blank between them. */
const wordGap = 0.16;
/** Ems by which the baselines of one row differ at most. */
const unevenness = 0.25;
/** Letters of a note mark, an exponent or the end of an ordinal number. */
const longestMark = 4;
/** Ems from the end of a word to the mark right behind it, and to one that was drawn at another time. */
const markBehind = 0.12;
const markBeside = 0.4;
/** Ems between the baseline of a word and of its mark, which may lower the whole line as much. */
const leastRaised = 0.1;
const mostRaised = 0.6;
/** Times the size of its word: the largest mark that stands for itself. */
const largestMark = 0.85;
/** So many letters that stand alone in a row are one word, set wide, and the share of its runs that are such letters. */
const fewestSpacedOut = 5;
const mostlyAlone = 0.75;

/** The page with its runs in rows. This is done once: all that later stages build of words goes by these rows. */
export function withRows(page: PageContent): TextPage {
  return { ...page, runs: toWords(page.runs) };
}

/** Runs in the order in which the file draws them, each with its row; turned text in rows of its own. */
export function toWords(runs: readonly TextRun[]): readonly Word[] {
  // Its length is given, for they are not found in this order: V8 keeps what is set far beyond an array's end in a hash table.
  const words = new Array<Word>(runs.length);
  let row = 0;
  let at = 0;
  for (const angle of [0, 90, 270, 180] as const) {
    const drawn = runs.flatMap((run, index) => (run.angle === angle ? [index] : []));
    const framed = angle === 0 && drawn.length === runs.length ? runs : drawn.map((index) => inFrame(runs[index]));
    for (const found of findRows(framed)) {
      const ordered = inReadingOrder(found, (index) => framed[index]);
      const blanks = blanksBefore(ordered, framed);
      ordered.forEach((index, position) => {
        const place = drawn[index] ?? 0;
        const run = runs[place];
        if (run !== undefined)
          words[place] = { ...run, row, at: at + position, spaceBefore: blanks[position] === true };
      });
      at += ordered.length;
      row++;
    }
  }
  return words;
}

/** Words by row from the top down, and in each from left to right as they are read. */
export function inRows(words: readonly Word[]): readonly (readonly Word[])[] {
  const rows: Word[][] = [];
  let row: Word[] = [];
  let number = -1;
  const ordered = isInOrder(words) ? words : words.toSorted((a, b) => a.at - b.at);
  // By index, here and below, as in `extremes.ts`.
  for (let index = 0; index < ordered.length; index++) {
    const word = ordered[index] as Word;
    if (word.row !== number) {
      row = [];
      rows.push(row);
      number = word.row;
    }
    row.push(word);
  }
  return rows;
}

function isInOrder(words: readonly Word[]): boolean {
  for (let index = 1; index < words.length; index++) {
    if ((words[index]?.at ?? 0) <= (words[index - 1]?.at ?? 0)) return false;
  }
  return true;
}

/** The text of words in their order, with the blanks that are read between them. */
export function textOf(words: readonly Word[]): string {
  let text = '';
  let before: Word | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    text += before !== undefined && isApart(before, word) ? ` ${word.text}` : word.text;
    before = word;
  }
  return text;
}

/** True where a blank is read between two words, the second right behind the first in what is read of them. */
export function isApart(before: Word, word: Word): boolean {
  if (before.row === word.row && before.at + 1 === word.at) return word.spaceBefore;
  if (before.row === word.row && before.at === word.at + 1) return before.spaceBefore;
  return Math.abs(before.baseline - word.baseline) > 0.5 * word.size || isGap(before, word);
}

function isGap(before: TextRun, word: TextRun): boolean {
  const gap = Math.max(word.box[0] - before.box[2], before.box[0] - word.box[2]);
  return gap > wordGap * Math.max(before.size, word.size, 1);
}

/**
 * Words from left to right in reading order: turned round where most letters are of a right-to-left script, but for the
 * words of other scripts among them.
 * @param wordOf the word of an item
 */
export function inReadingOrder<Item>(
  items: readonly Item[],
  wordOf: (item: Item) => TextRun | undefined,
): readonly Item[] {
  const isTurned = (item: Item) => wordOf(item)?.rightToLeft === true;
  if (!items.some(isTurned)) return items;
  const letters = (some: readonly Item[]) => some.reduce((sum, item) => sum + (wordOf(item)?.text.length ?? 0), 0);
  const turned = items.filter(isTurned);
  if (2 * letters(turned) <= letters(items)) return items;
  const groups: Item[][] = [];
  for (const item of items) {
    const [first] = groups.at(-1) ?? [];
    if (first !== undefined && !isTurned(first) && !isTurned(item)) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups.reverse().flat();
}

/** A run in the frame of the eye that reads it: x runs along the text and y from line to line. */
export function inFrame(run: TextRun | undefined): TextRun {
  if (run === undefined) throw new Error('no run to turn');
  const [x0, y0, x1, y1] = run.box;
  if (run.angle === 90) return { ...run, box: [y0, -x1, y1, -x0], baseline: -run.baseline };
  if (run.angle === 270) return { ...run, box: [-y1, x0, -y0, x1] };
  if (run.angle === 180) return { ...run, box: [-x1, -y1, -x0, -y0], baseline: -run.baseline };
  return run;
}

/** A box of that frame on the page. */
export function fromFrame(box: Box, angle: TextRun['angle']): Box {
  if (angle === 0) return box;
  const [x0, y0, x1, y1] = box;
  if (angle === 90) return [-y1, x0, -y0, x1];
  if (angle === 270) return [y0, -x1, y1, -x0];
  return [-x1, -y1, -x0, -y0];
}

type Row = number[];

/** Runs of one direction in rows from the top down, by their numbers, each row from left to right. */
function findRows(runs: readonly TextRun[]): readonly Row[] {
  const run = (index: number | undefined) => runs[index ?? -1];
  const hosts = markHosts(runs);
  const rows: Row[] = [];
  const rowOf = new Map<number, Row>();
  const free = runs.flatMap((_, index) => (hosts.has(index) ? [] : [index]));
  for (const index of free.sort((a, b) => (run(a)?.baseline ?? 0) - (run(b)?.baseline ?? 0))) {
    const row = rows.at(-1);
    const anchor = run(row?.[0]);
    const own = run(index);
    const shares = anchor !== undefined && own !== undefined && isLevel(anchor, own);
    if (shares && row !== undefined) row.push(index);
    else rows.push([index]);
    if (hosts.size > 0) rowOf.set(index, rows.at(-1) ?? []);
  }
  const marked = new Set<Row>();
  for (const [mark, host] of hosts) {
    const row = rowOf.get(host);
    row?.push(mark);
    if (row !== undefined) marked.add(row);
  }
  const joined = withLoneMarks(withLowered(rows, marked, runs), runs);
  for (const row of joined) row.sort((a, b) => (run(a)?.box[0] ?? 0) - (run(b)?.box[0] ?? 0));
  return joined;
}

const isLevel = (anchor: TextRun, run: TextRun): boolean =>
  run.baseline - anchor.baseline <= unevenness * Math.min(anchor.size, run.size);

/** Raised and lowered marks by the word that they are drawn right after: it is the word that stands in a row. */
function markHosts(runs: readonly TextRun[]): ReadonlyMap<number, number> {
  const hosts = new Map<number, number>();
  let host: TextRun | undefined;
  runs.forEach((mark, index) => {
    if (host !== undefined && isMarkBehind(mark, host)) hosts.set(index, hosts.get(index - 1) ?? index - 1);
    host = mark;
  });
  return hosts;
}

function isMarkBehind(mark: TextRun, host: TextRun): boolean {
  const raised = Math.abs(mark.baseline - host.baseline) / host.size;
  return (
    raised > leastRaised &&
    raised < mostRaised &&
    mark.size < host.size &&
    mark.text.length <= longestMark &&
    Math.abs(mark.box[0] - host.box[2]) <= markBehind * host.size
  );
}

/** A cell with a raised mark stands a little lower than those beside it, for the mark makes its line higher. */
function withLowered(rows: readonly Row[], marked: ReadonlySet<Row>, runs: readonly TextRun[]): readonly Row[] {
  if (marked.size === 0) return rows;
  const joined: Row[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (above !== undefined && marked.has(row) && standsBeside(row, above, runs)) above.push(...row);
    else joined.push(row);
  }
  return joined;
}

function standsBeside(row: Row, above: Row, runs: readonly TextRun[]): boolean {
  const [own, others] = [row, above].map((some) => some.flatMap((index) => runs[index] ?? []));
  const [first, anchor] = [own?.[0], others?.[0]];
  if (first === undefined || anchor === undefined) return false;
  if (first.baseline - anchor.baseline >= mostRaised * Math.min(first.size, anchor.size)) return false;
  return (
    own?.every(({ box }) => others?.every((other) => overlap(box[0], box[2], other.box[0], other.box[2]) <= 0)) === true
  );
}

/** Rows that hold only small raised or lowered marks go to the row they overlap. */
function withLoneMarks(rows: readonly Row[], runs: readonly TextRun[]): readonly Row[] {
  const joined: Row[] = [];
  const isMark = (mark: number, row: Row) => row.some((index) => isMarkBeside(runs[mark], runs[index]));
  rows.forEach((row, index) => {
    const host = [rows[index + 1], joined.at(-1)].find(
      (other) => other !== undefined && row.every((mark) => isMark(mark, other)),
    );
    if (host === undefined) joined.push(row);
    else host.push(...row);
  });
  return joined;
}

/** True for a small raised or lowered run right beside a larger one. */
function isMarkBeside(mark: TextRun | undefined, run: TextRun | undefined): boolean {
  if (mark === undefined || run === undefined || mark.size > largestMark * run.size) return false;
  const gap = Math.max(mark.box[0] - run.box[2], run.box[0] - mark.box[2]);
  return (
    gap <= markBeside * run.size &&
    middleY(mark.box) >= run.box[1] - 0.25 * heightOf(run.box) &&
    middleY(mark.box) <= run.box[3] + 0.1 * heightOf(run.box)
  );
}

/** Before which words of a row a blank is read: as the file says, or where there is a gap; not in a word set wide. */
function blanksBefore(row: readonly number[], runs: readonly TextRun[]): readonly boolean[] {
  const spacing = letterSpacing(row, runs);
  return row.map((index, position) => {
    const last = row[position - 1];
    const before = runs[last ?? -1];
    const run = runs[index];
    const usual = spacing.get(position);
    if (before === undefined || run === undefined || last === undefined) return false;
    if (usual !== undefined) return gapOf(before, run) > usual * 1.5 + 0.05;
    return last + 1 === index ? run.spaceBefore : isGap(before, run);
  });
}

/** Ems from one run to the next; below 0 where they overlap. */
const gapOf = (before: TextRun, run: TextRun): number =>
  Math.max(run.box[0] - before.box[2], before.box[0] - run.box[2]) / Math.max(before.size, run.size, 1);

/**
 * By position in a row, for what goes on a stretch of single letters ("R E P O R T   O F"), of which kerning may have drawn
 * two together: the usual gap there, in ems.
 */
function letterSpacing(row: readonly number[], runs: readonly TextRun[]): ReadonlyMap<number, number> {
  const spacing = new Map<number, number>();
  const lettersAt = (position: number) => /^\p{L}{1,2}$/u.exec(runs[row[position] ?? -1]?.text ?? '')?.[0].length ?? 0;
  for (let start = 0; start < row.length; start++) {
    let end = start;
    let alone = 0;
    for (let letters = lettersAt(end); letters > 0; letters = lettersAt(end)) {
      alone += letters === 1 ? 1 : 0;
      end++;
    }
    if (alone >= fewestSpacedOut && alone > mostlyAlone * (end - start)) {
      const stretch = row.slice(start, end).flatMap((index) => runs[index] ?? []);
      const gaps = stretch.slice(1).flatMap((run, index) => {
        const before = stretch[index];
        return before === undefined ? [] : [gapOf(before, run)];
      });
      const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
      for (let position = start + 1; position < end; position++) spacing.set(position, usual);
    }
    start = Math.max(end - 1, start);
  }
  return spacing;
}
