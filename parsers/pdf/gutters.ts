import { middleX } from '../../src/lib/box.ts';
import type { Box } from '../../src/model/place.ts';
import type { Edge } from './edges.ts';
import type { TextRun } from './page-content.ts';
import { type Chunk, median, type TextRow } from './text-rows.ts';
import { isNumeric } from './tokens.ts';

/** A column of a table without lines: how far its words reach. */
export interface Column {
  readonly x0: number;
  readonly x1: number;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/**
 * The columns in which the words of several rows stand: the white strips that hardly any row crosses part them. A
 * strip counts only where rows leave more than a word's blank there, or part numbers by it; upright lines always part.
 */
export function findColumns(rows: readonly TextRow[], posts: readonly Edge[]): readonly Column[] {
  const core = coreRows(rows);
  const words = core.map((row) => row.words);
  const all = words.flat();
  if (all.length === 0) return [];
  const left = Math.min(...all.map((run) => run.box[0]));
  const right = Math.max(...all.map((run) => run.box[2]));
  const tolerance = core.length >= 10 ? Math.floor(core.length * 0.06) : 0;
  const strips = whiteStrips(words, left, right, tolerance);
  const headings = rows.flatMap((row) => row.chunks);
  const gutters = strongestStrips(strips, words, core, posts)
    .map((strip) => clearestPart(strip, headings))
    .concat(posts.map((post) => ({ from: post.at - 0.5, to: post.at + 0.5 })));
  return mergeComplementary(between(gutters, left, right, all), words);
}

/**
 * The columns of a table whose rows are bands of several text rows each: strips that most bands leave white. A band
 * may cross a strip where one of its cells spans columns.
 */
export function findBandColumns(bands: readonly (readonly TextRow[])[]): readonly Column[] {
  const rows = bands.flat();
  const chunks = rows.flatMap((row) => row.chunks);
  const words = rows.flatMap((row) => row.words);
  if (words.length === 0) return [];
  const left = Math.min(...chunks.map((chunk) => chunk.x0));
  const right = Math.max(...chunks.map((chunk) => chunk.x1));
  const size = median(rows.map((row) => row.size));
  const covered = bands.map((band) => merged(band.flatMap((row) => row.chunks)));
  const strips = whiteStrips(covered, left, right, Math.floor(0.5 * bands.length));
  const gutters = strips
    .flatMap((strip) => aroundInner(strip, chunks))
    .map((strip) => clearestPart(strip, chunks))
    .filter((strip) => {
      const middle = middleOf(strip);
      const parted = covered.filter(
        (band) =>
          band.some(({ box }) => box[2] < middle) &&
          band.some(({ box }) => box[0] > middle) &&
          !band.some(({ box }) => box[0] < middle && box[2] > middle),
      );
      return strip.to - strip.from >= 0.22 * size && parted.length >= Math.max(2, 0.2 * bands.length);
    });
  return withNames(between(gutters, left, right, words), bands, size);
}

/**
 * Joins a column that only the first band fills to the neighbour that this band leaves blank: a name set in the middle of
 * a wide column stands beside short values at its left.
 */
function withNames(
  columns: readonly Column[],
  bands: readonly (readonly TextRow[])[],
  size: number,
): readonly Column[] {
  const filled = columns.map((column) =>
    bands.flatMap((band, index) => (band.some((row) => row.words.some((run) => isIn(run, column))) ? [index] : [])),
  );
  const isName = (column: number) => String(filled[column]) === '0';
  const at = columns.findIndex((column, index) => {
    const [next, near] = [columns[index + 1], filled[index + 1]];
    if (next === undefined || near === undefined || next.x0 - column.x1 > 2.5 * size) return false;
    return (isName(index) && !near.includes(0)) || (isName(index + 1) && !(filled[index] ?? []).includes(0));
  });
  const [name, values] = [columns[at], columns[at + 1]];
  if (name === undefined || values === undefined) return columns;
  return withNames(columns.toSpliced(at, 2, { x0: name.x0, x1: values.x1 }), bands, size);
}

/** A strip in which a sparsely filled column stands as the strips on both sides of that column. */
function aroundInner(strip: Gutter, chunks: readonly Chunk[]): readonly Gutter[] {
  const inner = merged(
    chunks.filter((chunk) => chunk.x0 > strip.from + 1 && chunk.x1 < strip.to + 1 && chunk.x1 > chunk.x0),
  );
  const bounds = [strip.from, ...inner.flatMap(({ box }) => [box[0], box[2]]), strip.to];
  const parts: Gutter[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 2) {
    const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
    if (to > from) parts.push({ from, to });
  }
  return parts;
}

/** Stretches that chunks cover, as boxes without height. */
function merged(chunks: readonly Chunk[]): readonly { readonly box: Box }[] {
  const stretches: [number, number][] = [];
  for (const { x0, x1 } of chunks.toSorted((a, b) => a.x0 - b.x0)) {
    const last = stretches.at(-1);
    if (last !== undefined && x0 <= last[1]) last[1] = Math.max(last[1], x1);
    else stretches.push([x0, x1]);
  }
  return stretches.map(([x0, x1]) => ({ box: [x0, 0, x1, 0] }));
}

/** Rows with about as many chunks as the table has columns; headings that span columns have fewer. */
function coreRows(rows: readonly TextRow[]): readonly TextRow[] {
  const tabular = rows.filter((row) => row.chunks.length > 1);
  const counts = tabular.map((row) => row.chunks.length).toSorted((a, b) => a - b);
  const usual = counts[Math.floor(counts.length * 0.8)] ?? 2;
  return tabular.filter((row) => row.chunks.length >= Math.max(2, 0.55 * usual));
}

/** Strips between left and right that at most `tolerance` rows cross with a word. */
function whiteStrips(
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
  words: readonly (readonly TextRun[])[],
  rows: readonly TextRow[],
  posts: readonly Edge[],
): readonly Gutter[] {
  const chunkOf = new Map<TextRun, number>();
  let chunks = 0;
  for (const row of rows) {
    for (const chunk of row.chunks) {
      for (const run of chunk.runs) chunkOf.set(run, chunks);
      chunks++;
    }
  }
  if (strips.length > mostStrips) return [];
  let kept = strips.filter((strip) => !posts.some((post) => post.at > strip.from - 1 && post.at < strip.to + 1));
  for (;;) {
    const cuts = [...kept.map(middleOf), ...posts.map((post) => post.at)].toSorted((a, b) => a - b);
    const strengths = kept.map((strip) => strength(strip, cuts, words, chunkOf));
    const weakest = strengths.indexOf(Math.min(...strengths));
    if (weakest === -1 || (strengths[weakest] ?? 1) >= 0.5) return kept;
    kept = kept.filter((_, index) => index !== weakest);
  }
}

/** The widest part of a strip that the fewest chunks reach into: headings are often wider than their columns. */
function clearestPart(strip: Gutter, chunks: readonly Chunk[]): Gutter {
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

const middleOf = (gutter: Gutter): number => (gutter.from + gutter.to) / 2;

/**
 * How well a strip parts the column before it from the column behind it: the share of rows with words in both that
 * leave a wide gap there or part numbers; 1 where no row fills both.
 */
function strength(
  strip: Gutter,
  cuts: readonly number[],
  words: readonly (readonly TextRun[])[],
  chunkOf: ReadonlyMap<TextRun, number>,
): number {
  const middle = middleOf(strip);
  const index = cuts.indexOf(middle);
  const from = cuts[index - 1] ?? Number.NEGATIVE_INFINITY;
  const to = cuts[index + 1] ?? Number.POSITIVE_INFINITY;
  let apart = 0;
  let numeric = 0;
  let support = 0;
  for (const row of words) {
    const before = row.filter(({ box }) => middleX(box) <= middle).at(-1);
    const after = row.find(({ box }) => middleX(box) > middle);
    if (before === undefined || after === undefined || before.box[2] < from + 1 || after.box[0] > to - 1) continue;
    support++;
    if (chunkOf.get(before) !== chunkOf.get(after)) apart++;
    else if (isThousands(before, after)) continue;
    else if (isNumeric(after.text) && (isNumeric(before.text) || strip.to - strip.from > 0.3 * after.size)) numeric++;
  }
  if (support === 0) return 1;
  const all = support >= 3 ? apart + numeric : apart;
  return Math.max(apart / support, all / support >= 0.6 ? all / support : 0);
}

/** True for two groups of digits of one number, as many countries set them: `12 345`. */
const isThousands = (before: TextRun, after: TextRun): boolean =>
  /^[-–+(]?\d{1,3}$/u.test(before.text) &&
  /^\d{3}(?:[.,]\d+)?\)?$/u.test(after.text) &&
  after.box[0] - before.box[2] < 0.5 * after.size;

/** The columns between gutters, as wide as their words. */
function between(
  gutters: readonly Gutter[],
  left: number,
  right: number,
  words: readonly TextRun[],
): readonly Column[] {
  const cuts = gutters.map((gutter) => (gutter.from + gutter.to) / 2).toSorted((a, b) => a - b);
  const bounds = [left - 1, ...cuts, right + 1];
  const columns: Column[] = [];
  for (let index = 0; index + 1 < bounds.length; index++) {
    const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
    const inside = words.filter(({ box }) => (box[0] + box[2]) / 2 > from && (box[0] + box[2]) / 2 < to);
    if (inside.length === 0) continue;
    columns.push({
      x0: Math.max(from, Math.min(...inside.map(({ box }) => box[0]))),
      x1: Math.min(to, Math.max(...inside.map(({ box }) => box[2]))),
    });
  }
  return columns;
}

/**
 * Joins neighbours that no row fills both (a heading set beside its numbers rather than above them), and columns of
 * mere marks (currency signs, per cent signs, footnote letters) with the numbers they belong to.
 */
function mergeComplementary(columns: readonly Column[], words: readonly (readonly TextRun[])[]): readonly Column[] {
  let merged = [...columns];
  for (let index = 0; index + 1 < merged.length; ) {
    const [a, b] = [merged[index], merged[index + 1]];
    if (a === undefined || b === undefined) break;
    const inA = words.map((row) => row.filter((run) => isIn(run, a)));
    const inB = words.map((row) => row.filter((run) => isIn(run, b)));
    const both = inA.filter((row, i) => row.length > 0 && (inB[i]?.length ?? 0) > 0).length;
    const countA = inA.filter((row) => row.length > 0).length;
    const countB = inB.filter((row) => row.length > 0).length;
    const size = median(words.flat().map((run) => run.size));
    const isNear = b.x0 - a.x1 < 2.5 * size;
    const complementary =
      both === 0 && Math.min(countA, countB) <= 2 && (isNear || isHeadOf(inA, inB) || isHeadOf(inB, inA));
    const marksA = isMarks(inA.flat()) && /^[$£€¥(<>]/u.test(inA.flat()[0]?.text ?? '');
    const marksB = isMarks(inB.flat()) && b.x0 - a.x1 < 1.2 * size && !marksA;
    if (complementary || marksA || marksB) {
      merged = [...merged.slice(0, index), { x0: a.x0, x1: b.x1 }, ...merged.slice(index + 2)];
    } else index++;
  }
  return merged;
}

/** True for the words of a heading set at one side of its column, and the numbers below at the other. */
function isHeadOf(head: readonly (readonly TextRun[])[], values: readonly (readonly TextRun[])[]): boolean {
  const last = head.findLastIndex((row) => row.length > 0);
  const first = values.findIndex((row) => row.length > 0);
  const numbers = values.flat().filter((run) => isNumeric(run.text));
  return last < first && last < 3 && numbers.length > 0.8 * values.flat().length && numbers.length > 2;
}

const isIn = ({ box }: TextRun, column: Column): boolean => {
  const middle = (box[0] + box[2]) / 2;
  return middle >= column.x0 - 0.5 && middle <= column.x1 + 0.5;
};

const isMarks = (runs: readonly TextRun[]): boolean =>
  runs.length > 0 && runs.every((run) => /^(?:[$£€¥%)(<>*†‡§¶#]{1,3}|[a-e]|\([a-e\d]\))$/iu.test(run.text));
