import { middleX } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { rememberByObject } from '../../../../src/lib/remember.ts';
import type { Box } from '../../../../src/model/place.ts';
import { isNumeric, isNumericText } from '../../text/numbers.ts';
import { type Chunk, median, type TextRow } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';

/** A column of a table without lines: how far its words reach. */
export interface Column {
  readonly x0: number;
  readonly x1: number;
}

export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/**
 * The columns in which the words of several rows stand: the white strips that hardly any row crosses part them. A
 * strip counts only where rows leave more than a word's blank there, or part numbers by it; upright lines always part.
 */
export function findColumns(rows: readonly TextRow[], posts: readonly Edge[]): readonly Column[] {
  return posts.length === 0 ? columnsByGaps(rows) : columnsBetween(rows, posts);
}

/** As above without upright lines: asked for the same rows when tables side by side are looked for and when they are read. */
const columnsByGaps = rememberByObject((rows: readonly TextRow[]) => columnsBetween(rows, []));

function columnsBetween(rows: readonly TextRow[], posts: readonly Edge[]): readonly Column[] {
  const core = coreRows(rows);
  const words = core.map((row) => row.words);
  const all = words.flat();
  if (all.length === 0) return [];
  const left = leastOf(all, (run) => run.box[0]);
  const right = mostOf(all, (run) => run.box[2]);
  const tolerance = core.length >= 10 ? Math.floor(core.length * 0.06) : 0;
  const spanning = spanningTexts(core);
  const inColumns = core.map((row) => row.words.filter((run) => !spanning.has(run)));
  const strips = whiteStrips(inColumns, left, right, tolerance);
  const headings = rows.flatMap((row) => row.chunks);
  const gutters = strongestStrips(strips, words, core, posts)
    .map((strip) => clearestPart(strip, headings))
    .concat(posts.map((post) => ({ from: post.at - 0.5, to: post.at + 0.5 })));
  return mergeComplementary(between(gutters, left, right, all), words);
}

/** Rows with about as many chunks as the table has columns; headings that span columns have fewer. */
function coreRows(rows: readonly TextRow[]): readonly TextRow[] {
  const tabular = rows.filter((row) => row.chunks.length > 1);
  const counts = tabular.map((row) => row.chunks.length).toSorted((a, b) => a - b);
  const usual = counts[Math.floor(counts.length * 0.8)] ?? 2;
  return tabular.filter((row) => row.chunks.length >= Math.max(2, 0.55 * usual));
}

/** Least share of numbers in a table of numbers, and the greatest of rows in which words stand over several of them. */
const mostlyNumbers = 0.6;
const fewSpanning = 0.1;

/** In a table of numbers, the words of texts among them that few rows have: remarks that stand over several columns. */
function spanningTexts(rows: readonly TextRow[]): ReadonlySet<Word> {
  const values = rows.flatMap((row) => row.chunks.slice(1));
  const texts = values.filter((chunk) => !isNumericText(chunk.text) && chunk.words.length > 1);
  const numbers = values.filter((chunk) => isNumericText(chunk.text)).length;
  const isFew = numbers >= mostlyNumbers * values.length && texts.length <= Math.max(1, fewSpanning * rows.length);
  return new Set(isFew && rows.length >= 6 ? texts.flatMap((chunk) => chunk.words) : []);
}

/** Strips between left and right that at most `tolerance` rows cross with a word. */
export function whiteStrips(
  words: readonly (readonly { readonly box: Box }[])[],
  left: number,
  right: number,
  tolerance: number,
): readonly Gutter[] {
  const events: { at: number; step: number }[] = [];
  for (const row of words) {
    for (const { box } of row) events.push({ at: box[0], step: 1 }, { at: box[2], step: -1 });
  }
  events.sort((a, b) => a.at - b.at || a.step - b.step);
  const strips: Gutter[] = [];
  let depth = 0;
  let from = left;
  for (const { at, step } of events) {
    const before = depth;
    depth += step;
    if (before > tolerance && depth <= tolerance) from = at;
    else if (before <= tolerance && depth > tolerance && at - from > 0.8 && from > left - 0.1)
      strips.push({ from, to: at });
  }
  return strips.filter((strip) => strip.to < right && strip.from > left);
}

/** More strips than this are letters set on a grid, not columns. */
const mostStrips = 150;

/** Drops one strip after the other, the weakest first, until all that are left part columns. */
function strongestStrips(
  strips: readonly Gutter[],
  words: readonly (readonly Word[])[],
  rows: readonly TextRow[],
  posts: readonly Edge[],
): readonly Gutter[] {
  const chunkOf = new Map<Word, number>();
  let chunks = 0;
  for (const row of rows) {
    for (const chunk of row.chunks) {
      for (const run of chunk.runs) chunkOf.set(run, chunks);
      chunks++;
    }
  }
  if (strips.length > mostStrips) return [];
  let kept = strips.filter((strip) => !posts.some((post) => post.at > strip.from - 1 && post.at < strip.to + 1));
  // A strip's strength goes by the cuts beside it: of those that are left it changes only where one of these has gone.
  const known = new Map<Gutter, { readonly from: number; readonly to: number; readonly strength: number }>();
  for (;;) {
    const cuts = [...kept.map(middleOf), ...posts.map((post) => post.at)].toSorted((a, b) => a - b);
    const strengths = kept.map((strip) => {
      const at = cuts.indexOf(middleOf(strip));
      const [from, to] = [cuts[at - 1] ?? Number.NEGATIVE_INFINITY, cuts[at + 1] ?? Number.POSITIVE_INFINITY];
      const before = known.get(strip);
      if (before?.from === from && before.to === to) return before.strength;
      const now = { from, to, strength: strength(strip, from, to, words, chunkOf) };
      known.set(strip, now);
      return now.strength;
    });
    const weakest = strengths.indexOf(Math.min(...strengths));
    if (weakest === -1 || (strengths[weakest] ?? 1) >= 0.5) return kept;
    kept = kept.filter((_, index) => index !== weakest);
  }
}

/** The widest part of a strip that the fewest chunks reach into: headings are often wider than their columns. */
export function clearestPart(strip: Gutter, chunks: readonly Pick<Chunk, 'x0' | 'x1'>[]): Gutter {
  const inside = chunks.filter((chunk) => chunk.x1 > strip.from && chunk.x0 < strip.to);
  const bounds = [strip.from, strip.to, ...inside.flatMap((chunk) => [chunk.x0, chunk.x1])]
    .filter((x) => x >= strip.from && x <= strip.to)
    .toSorted((a, b) => a - b);
  let best = strip;
  let fewest = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < bounds.length; index++) {
    const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
    if (to - from < 0.5) continue;
    const middle = (from + to) / 2;
    const crossing = inside.filter((chunk) => chunk.x0 < middle && chunk.x1 > middle).length;
    if (crossing < fewest || (crossing === fewest && to - from > best.to - best.from)) {
      best = { from, to };
      fewest = crossing;
    }
  }
  return best;
}

export const middleOf = (gutter: Gutter): number => (gutter.from + gutter.to) / 2;

/**
 * How well a strip parts the column before it from the column behind it: the share of rows with words in both that
 * leave a wide gap there or part numbers; 1 where no row fills both.
 * @param from the cut before the strip, where the column before it begins
 * @param to the cut behind it, where the column behind it ends
 */
function strength(
  strip: Gutter,
  from: number,
  to: number,
  words: readonly (readonly Word[])[],
  chunkOf: ReadonlyMap<Word, number>,
): number {
  const middle = middleOf(strip);
  let apart = 0;
  let numeric = 0;
  let support = 0;
  for (const row of words) {
    const before = row.findLast(({ box }) => middleX(box) <= middle);
    const after = row.find(({ box }) => middleX(box) > middle);
    if (before === undefined || after === undefined || before.box[2] < from + 1 || after.box[0] > to - 1) continue;
    support++;
    if (chunkOf.get(before) !== chunkOf.get(after)) apart++;
    else if (isThousands(before, after)) continue;
    else if (isNumeric(after.text) && (isNumeric(before.text) || strip.to - strip.from > 0.3 * after.size)) {
      numeric++;
    }
  }
  if (support === 0) return 1;
  const all = support >= 3 ? apart + numeric : apart;
  return Math.max(apart / support, all / support >= 0.6 ? all / support : 0);
}

/** True for two groups of digits of one number, as many countries set them: `12 345`. */
const isThousands = (before: Word, after: Word): boolean =>
  /^[-–+(]?\d{1,3}$/u.test(before.text) &&
  /^\d{3}(?:[.,]\d+)?\)?$/u.test(after.text) &&
  after.box[0] - before.box[2] < 0.5 * after.size;

/** The columns between gutters, as wide as their words. */
export function between(
  gutters: readonly Gutter[],
  left: number,
  right: number,
  words: readonly Word[],
): readonly Column[] {
  const cuts = gutters.map((gutter) => (gutter.from + gutter.to) / 2).toSorted((a, b) => a - b);
  const bounds = [left - 1, ...cuts, right + 1];
  const columns: Column[] = [];
  for (let index = 0; index + 1 < bounds.length; index++) {
    const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
    const inside = words.filter(({ box }) => (box[0] + box[2]) / 2 > from && (box[0] + box[2]) / 2 < to);
    if (inside.length === 0) continue;
    columns.push({
      x0: Math.max(
        from,
        leastOf(inside, ({ box }) => box[0]),
      ),
      x1: Math.min(
        to,
        mostOf(inside, ({ box }) => box[2]),
      ),
    });
  }
  return columns;
}

/** Joins neighbours that no row fills both (a heading set beside its numbers rather than above them), and the two ends of ranges. */
function mergeComplementary(columns: readonly Column[], words: readonly (readonly Word[])[]): readonly Column[] {
  let merged = [...columns];
  const size = median(words.flat().map((run) => run.size));
  for (let index = 0; index + 1 < merged.length; ) {
    const [a, b] = [merged[index], merged[index + 1]];
    if (a === undefined || b === undefined) break;
    const inA = words.map((row) => row.filter((run) => isIn(run, a)));
    const inB = words.map((row) => row.filter((run) => isIn(run, b)));
    const both = inA.filter((row, i) => row.length > 0 && (inB[i]?.length ?? 0) > 0).length;
    const countA = inA.filter((row) => row.length > 0).length;
    const countB = inB.filter((row) => row.length > 0).length;
    const complementary = both === 0 && Math.min(countA, countB) <= 2 && b.x0 - a.x1 < 2.5 * size;
    const c = merged[index + 2];
    if (c !== undefined && isRange(inA.flat(), inB.flat(), c.x0 - a.x1, size)) {
      merged = [...merged.slice(0, index), { x0: a.x0, x1: c.x1 }, ...merged.slice(index + 3)];
      continue;
    }
    if (complementary) {
      merged = [...merged.slice(0, index), { x0: a.x0, x1: b.x1 }, ...merged.slice(index + 2)];
    } else index++;
  }
  return merged;
}

/** True for a dash between two numbers of one range (`£50,000 – £54,999`): it stands close to both, in every row. */
const isRange = (before: readonly Word[], dashes: readonly Word[], width: number, size: number): boolean =>
  dashes.length > 1 &&
  dashes.every((run) => /^[-–—]$/u.test(run.text)) &&
  before.filter((run) => isNumeric(run.text)).length >= dashes.length &&
  width < 2 * size;

export const isIn = ({ box }: Word, column: Column): boolean => {
  const middle = (box[0] + box[2]) / 2;
  return middle >= column.x0 - 0.5 && middle <= column.x1 + 0.5;
};
