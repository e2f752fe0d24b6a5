import { containsPoint, middleX } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { type Chunk, median, type TextRow, toChunk } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';
import { endsSentence, type ProseBlock, proseBlocks } from './prose.ts';
import { narrowed } from './row-groups.ts';

/** The white strip between two columns of a page, and the rows (first and last) along which it runs. */
interface Strip {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Ems: the least width of the strip. Lines: a block of prose that speaks for columns, and the least height of both. */
const leastStrip = 0.9;
const fewestLines = 4;
const fewestBeside = 3;
const fewestRows = 8;
/** A block wider than this share of the page's text runs over the page; one of shorter lines is a cell of a table. */
const widestBlock = 0.62;
const fewestLetters = 24;
/** Points: how finely gaps are compared. */
const slotWidth = 4;

/**
 * The stretches of a page in which tables are to be looked for by themselves: where running text stands in columns,
 * each column, and what lies above and below them. A page without such columns is one stretch.
 * @param rows from the top down
 * @param flats flat lines; one that runs across a strip ends it
 * @param wholes boxes of tables that are not to be parted
 */
export function toStretches(
  rows: readonly TextRow[],
  flats: readonly Edge[],
  wholes: readonly Box[],
  depth = 0,
): readonly (readonly TextRow[])[] {
  const strip = depth < 4 ? findStrip(rows, flats, wholes) : null;
  if (strip === null) return rows.length === 0 ? [] : [rows];
  const middle = (strip.from + strip.to) / 2;
  const inside = rows.slice(strip.first, strip.last + 1);
  const next = (part: readonly TextRow[]) => toStretches(part, flats, wholes, depth + 1);
  return [
    ...next(rows.slice(0, strip.first)),
    ...next(inside.flatMap((row) => side(row, Number.NEGATIVE_INFINITY, middle))),
    ...next(inside.flatMap((row) => side(row, middle, Number.POSITIVE_INFINITY))),
    ...next(rows.slice(strip.last + 1)),
  ];
}

/** The part of a row between two positions, the words whose middle lies there; nothing where it has none. */
function side(row: TextRow, from: number, to: number): readonly TextRow[] {
  const belongs = ({ box }: Word) => middleX(box) > from && middleX(box) < to;
  const chunks = row.chunks.flatMap((chunk): Chunk | readonly Chunk[] => {
    if (chunk.runs.every(belongs)) return chunk;
    const runs = chunk.runs.filter(belongs);
    return runs.length === 0 ? [] : toChunk(runs);
  });
  if (chunks.length === row.chunks.length && chunks.every((chunk, index) => chunk === row.chunks[index])) return [row];
  return chunks.length === 0 ? [] : [narrowed(row, chunks)];
}

/** The strip beside running text that runs along the most rows; null where none parts columns. */
function findStrip(rows: readonly TextRow[], flats: readonly Edge[], wholes: readonly Box[]): Strip | null {
  // Without the end of a sentence there is no running text, as on pages of nothing but tables.
  if (!rows.some((row) => row.chunks.some(endsSentence))) return null;
  const left = leastOf(rows, (row) => row.x0);
  const right = mostOf(rows, (row) => row.x1);
  const narrow = proseBlocks(rows).filter(
    (block) => isColumnProse(block) && block.x1 - block.x0 < widestBlock * (right - left),
  );
  const beside = narrow
    .flatMap((block) => [stripBeside(rows, block, 1), stripBeside(rows, block, -1)])
    .filter((strip) => strip !== null);
  const least = leastStrip * median(rows.map((row) => row.size));
  const tallest = [...beside, ...commonGaps(rows, least)]
    .map(({ at, from, to }) => grow(rows, at, { from, to }, least, flats, wholes))
    .filter((strip) => strip.last - strip.first + 1 >= fewestRows && mayHoldProse(rows, strip))
    .toSorted((a, b) => b.last - b.first - (a.last - a.first));
  return distinct(tallest).find((strip) => partsColumns(rows, strip)) ?? null;
}

/** Strips without those that differ from one before them by hardly anything. */
function distinct(strips: readonly Strip[]): readonly Strip[] {
  const keyOf = ({ from, to, first, last }: Strip) => `${Math.round((from + to) / 8)} ${first} ${last}`;
  return [...new Map(strips.toReversed().map((strip) => [keyOf(strip), strip])).values()].toReversed();
}

/**
 * True where both sides of a strip have rows, and on one of them enough have as many letters as a line of running text: most
 * tables have not.
 */
function mayHoldProse(rows: readonly TextRow[], { from, to, first, last }: Strip): boolean {
  const middle = (from + to) / 2;
  const lettersOf = (row: TextRow, isLeft: boolean) =>
    row.words.reduce((sum, { box, text }) => (middleX(box) < middle === isLeft ? sum + text.length : sum), 0);
  const inside = rows.slice(first, last + 1);
  const sides = [true, false].map((isLeft) => inside.map((row) => lettersOf(row, isLeft)).filter((count) => count > 0));
  const full = sides.map((letters) => letters.filter((count) => count >= 0.75 * fewestLetters).length);
  const heights = sides.map((letters) => letters.length);
  return Math.min(...heights) >= fewestBeside && Math.max(...heights) >= fewestRows && Math.max(...full) >= fewestLines;
}

/** The white beside a block up to the next words on that side, near the block or, failing that, anywhere. */
function stripBeside(rows: readonly TextRow[], block: ProseBlock, to: 1 | -1) {
  const chunks = (near: boolean) =>
    rows
      .filter((row) => !near || (row.baseline > block.top - row.size && row.baseline < block.bottom + row.size))
      .flatMap((row) => row.chunks)
      .filter((chunk) => (to === 1 ? chunk.x0 > block.x1 : chunk.x1 < block.x0));
  const beside = chunks(true);
  const others = beside.length > 0 ? beside : chunks(false);
  const at = rows.findIndex((row) => row.baseline > block.top);
  if (others.length === 0 || at === -1) return null;
  return to === 1
    ? { at, from: block.x1, to: leastOf(others, (chunk) => chunk.x0) }
    : { at, from: mostOf(others, (chunk) => chunk.x1), to: block.x0 };
}

/** A strip as far up and down from a row as no words and no flat line cross it; it narrows where words reach into it. */
function grow(
  rows: readonly TextRow[],
  start: number,
  gap: { readonly from: number; readonly to: number },
  least: number,
  flats: readonly Edge[],
  wholes: readonly Box[],
): Strip {
  let { from, to } = gap;
  const crossing = flats.filter((flat) => flat.from < from - 5 && flat.to > to + 5).map((flat) => flat.at);
  const takes = (row: TextRow, before: TextRow | undefined) => {
    if (before !== undefined && crossing.some((at) => isBetween(at, row, before))) return false;
    const middle = (from + to) / 2;
    if (wholes.some((box) => containsPoint(box, middle, row.baseline, 1))) return false;
    const left = Math.max(
      from,
      mostOf(row.words, ({ box }) => (middleX(box) < middle ? box[2] : from)),
    );
    const right = Math.min(
      to,
      leastOf(row.words, ({ box }) => (middleX(box) < middle ? to : box[0])),
    );
    if (right - left < least) return false;
    from = left;
    to = right;
    return true;
  };
  const extend = (by: 1 | -1) => {
    let end = start;
    for (let row = rows[end + by]; row !== undefined && takes(row, rows[end]); row = rows[end + by]) end += by;
    return end;
  };
  const first = rows[start];
  if (first === undefined || !takes(first, undefined)) return { from, to, first: start, last: start };
  const last = extend(1);
  return { first: extend(-1), last, from, to };
}

/** True for a height between the lines of two rows. */
function isBetween(at: number, row: TextRow, other: TextRow): boolean {
  const line = at + 0.3 * row.size;
  return line > Math.min(row.baseline, other.baseline) && line < Math.max(row.baseline, other.baseline);
}

/**
 * Columns of a page rather than of a table: running text stands on one side, and the texts of both do not begin at one
 * height again and again, as the cells of a table's rows do.
 */
function partsColumns(rows: readonly TextRow[], strip: Strip): boolean {
  if (strip.to - strip.from <= 0) return false;
  const inside = rows.slice(strip.first, strip.last + 1);
  const middle = (strip.from + strip.to) / 2;
  const left = inside.flatMap((row) => side(row, Number.NEGATIVE_INFINITY, middle));
  const right = inside.flatMap((row) => side(row, middle, Number.POSITIVE_INFINITY));
  const [onLeft, onRight] = [proseLines(left), proseLines(right)];
  const mostly = onLeft >= 0.4 * left.length || onRight >= 0.4 * right.length;
  if (!mostly && onLeft + onRight < 0.25 * Math.max(left.length, right.length)) return false;
  const [some, others] = [beginnings(left), beginnings(right)];
  const together = some.filter((at) => others.some((other) => Math.abs(at - other) < 2)).length;
  return together < 3 || together < 0.5 * Math.max(some.length, others.length);
}

/** How many rows are lines of running text, as a column of a page has them. */
function proseLines(rows: readonly TextRow[]): number {
  return proseBlocks(rows)
    .filter(isColumnProse)
    .reduce((sum, block) => sum + block.lines, 0);
}

const isColumnProse = ({ sentences, lines, letters }: ProseBlock): boolean =>
  sentences && lines >= fewestLines && letters >= fewestLetters;

/**
 * Gaps between words that many rows have at one place: in justified text they are no wider than others of their row,
 * but those of running text do not stand under each other.
 */
function commonGaps(rows: readonly TextRow[], least: number) {
  const gapsAt = new Map<number, { readonly at: number; readonly from: number; readonly to: number }[]>();
  rows.forEach(({ words }, at) => {
    // By index, as in `extremes.ts`.
    for (let index = 1; index < words.length; index++) {
      const gap = { at, from: words[index - 1]?.box[2] ?? 0, to: words[index]?.box[0] ?? 0 };
      if (gap.to - gap.from < least) continue;
      for (let slot = Math.ceil(gap.from / slotWidth); slot * slotWidth <= gap.to; slot++) {
        const gaps = gapsAt.get(slot);
        if (gaps === undefined) gapsAt.set(slot, [gap]);
        else gaps.push(gap);
      }
    }
  });
  const countAt = (slot: number) => gapsAt.get(slot)?.length ?? 0;
  return [...gapsAt].flatMap(([slot, gaps]) => {
    const isPeak = gaps.length >= fewestRows && gaps.length >= countAt(slot - 1) && gaps.length > countAt(slot + 1);
    const middle = gaps[Math.floor(gaps.length / 2)];
    return isPeak && middle !== undefined ? [middle] : [];
  });
}

/** The heights at which text begins anew after more than a line's space. */
function beginnings(rows: readonly TextRow[]): readonly number[] {
  const steps = rows.slice(1).map((row, index) => row.baseline - (rows[index]?.baseline ?? 0));
  const pitch = Math.min(...steps.filter((step, index) => step > 0.7 * (rows[index]?.size ?? 0)));
  return rows.flatMap((row, index) => (index === 0 || (steps[index - 1] ?? 0) > 1.25 * pitch ? [row.baseline] : []));
}
