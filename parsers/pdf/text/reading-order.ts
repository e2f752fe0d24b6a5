import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import { type Line, mergeLines } from './lines.ts';
import type { Word } from './words.ts';

/** Anything that takes its place in the reading order by where it stands: a line or a table. Points, reading frame. */
export interface Placed {
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/** A stretch of a page that is read from the top down, and how far its text may run to the sides. */
export interface Region<T extends Placed> {
  readonly items: readonly (Line | T)[];
  /** Left and right edge of a column; null for a stretch as wide as the page's text. */
  readonly column: readonly [left: number, right: number] | null;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Points of white between two lanes of boxes. */
const leastGap = 1.5;
/** Least width in ems of the white strip between two columns, and least number of lines on each side of it. */
const gutterWidth = 0.9;
const gutterLines = 3;

/**
 * The reading order of a page: stretches of full width from the top down, columns of prose from left to right where a
 * white strip parts them over at least three lines. A column of labels beside their values is not a column of prose:
 * what stands on one baseline stays one line.
 * @param apart the first words of texts that stay apart from others on their baseline
 */
export function toRegions<T extends Placed>(
  lines: readonly Line[],
  others: readonly T[],
  apart: ReadonlySet<Word> = new Set(),
): readonly Region<T>[] {
  return split(
    [...lines, ...others].toSorted((a, b) => a.top - b.top),
    apart,
  );
}

function split<T extends Placed>(
  items: readonly (Line | T)[],
  apart: ReadonlySet<Word>,
  depth = 0,
): readonly Region<T>[] {
  if (items.length === 0) return [];
  const band = depth < 6 ? tallestGutter(items) : null;
  if (band === null) return [{ items: onOneBaseline(items, apart), column: null }];
  const middle = (item: Placed) => (item.top + item.bottom) / 2;
  const inside = items.filter((item) => middle(item) >= band.top && middle(item) <= band.bottom);
  const left = inside.filter((item) => item.x1 <= band.left + 0.5);
  const right = inside.filter((item) => item.x1 > band.left + 0.5);
  return [
    ...split(
      items.filter((item) => middle(item) < band.top),
      apart,
      depth + 1,
    ),
    ...asColumn(
      split(left, apart, depth + 1),
      leastOf(left, (item) => item.x0),
      band.left,
    ),
    ...asColumn(
      split(right, apart, depth + 1),
      band.right,
      mostOf(right, (item) => item.x1),
    ),
    ...split(
      items.filter((item) => middle(item) > band.bottom),
      apart,
      depth + 1,
    ),
  ];
}

function asColumn<T extends Placed>(regions: readonly Region<T>[], left: number, right: number): readonly Region<T>[] {
  return regions.map((region) => (region.column === null ? { ...region, column: [left, right] } : region));
}

/** The white strip that parts two columns of prose over the greatest height; null where there is none. */
function tallestGutter(items: readonly (Line | Placed)[]): Band | null {
  let best: Band | null = null;
  const tried: Band[] = [];
  for (const [index, item] of items.entries()) {
    if (!isLine(item)) continue;
    const beside = neighbour(items, index);
    if (beside === null) continue;
    const lane = laneBeside(items, index, beside.x0);
    if (lane !== null && (best === null || heightOfBand(lane) > heightOfBand(best)) && partsLanes(items, lane))
      best = lane;
    const known = tried.some(
      (band) => item.top >= band.top && item.bottom <= band.bottom && band.left >= item.x1 && band.right <= beside.x0,
    );
    if (known) continue;
    const band = grow(items, index, item.x1, beside.x0, gutterWidth * item.size);
    tried.push(band);
    if ((best === null || heightOfBand(band) > heightOfBand(best)) && partsProse(items, band)) best = band;
  }
  return best;
}

/** The white strip at the right of a heading and of the box right below it, down to the end of the boxes; null where there is none. */
function laneBeside(items: readonly (Line | Placed)[], index: number, right: number): Band | null {
  const head = items[index];
  if (head === undefined) return null;
  const under = items.slice(index + 1).find((item) => item.x0 < head.x1 && item.x1 > head.x0);
  if (under === undefined || isLine(under)) return null;
  const boxes = items.filter((item) => !isLine(item));
  const end = items.findIndex((item) => isLine(item) && item.top > under.top && !isCutOff(item, boxes));
  return grow(end === -1 ? items : items.slice(0, end), index, Math.max(head.x1, under.x1), right, leastGap);
}

/** True for text of a box that the page's end cuts open: it stands in none, but below one, set in from its sides. */
const isCutOff = (line: Line, boxes: readonly Placed[]): boolean =>
  boxes.some(({ x0, x1, bottom }) => bottom <= line.top && x0 < line.x0 - leastGap && x1 >= line.x1);

const heightOfBand = ({ top, bottom }: Band): number => bottom - top;

/** The next line to the right on the same baseline. */
function neighbour(items: readonly (Line | Placed)[], index: number): Line | null {
  const line = items[index];
  if (line === undefined || !isLine(line)) return null;
  let nearest: Line | null = null;
  for (const other of items.slice(Math.max(0, index - 12), index + 12)) {
    if (!isLine(other) || other.x0 <= line.x1 || Math.abs(other.baseline - line.baseline) > 0.6 * line.size) continue;
    if (nearest === null || other.x0 < nearest.x0) nearest = other;
  }
  return nearest;
}

/** Follows a white strip up and down from one row until something crosses it. */
function grow(items: readonly Placed[], from: number, left: number, right: number, width: number): Band {
  const seed = { top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY, left, right };
  const up = follow(items.slice(0, from + 1).reverse(), seed, width);
  const down = follow(items.slice(from + 1), up.band, width);
  const top = columnsStart(items, down.band);
  return down.crossed ? { ...down.band, top, bottom: columnsEnd(items, down.band) } : { ...down.band, top };
}

function follow(
  items: readonly Placed[],
  from: Band,
  width: number,
): { readonly band: Band; readonly crossed: boolean } {
  let band = from;
  for (const item of items) {
    const next = narrow(band, item);
    if (next.right - next.left < width) return { band, crossed: true };
    band = { ...next, top: Math.min(next.top, item.top), bottom: Math.max(next.bottom, item.bottom) };
  }
  return { band, crossed: false };
}

/** Short lines above the other column's start, set off from their own column, stand over both. */
function columnsStart(items: readonly Placed[], band: Band): number {
  const inside = insideOf(items, band).toSorted((a, b) => b.top - a.top);
  const isLeft = (item: Placed) => item.x1 <= band.left + 0.5;
  const startOf = (side: readonly Placed[]) => leastOf(side, (item) => item.top);
  let start = Math.max(startOf(inside.filter(isLeft)), startOf(inside.filter((item) => !isLeft(item))));
  for (const item of inside.filter((each) => each.top < start - 0.5)) {
    if (start - item.bottom > 0.5 * (item.bottom - item.top)) return start;
    start = Math.min(start, item.top);
  }
  return start;
}

const insideOf = (items: readonly Placed[], band: Band): readonly Placed[] =>
  items.filter((item) => item.top >= band.top - 0.5 && item.bottom <= band.bottom + 0.5);

/**
 * Above text of full width, a short line set off from its column below the other column's end is no part of the
 * columns, but a heading of what follows.
 */
function columnsEnd(items: readonly Placed[], band: Band): number {
  const inside = insideOf(items, band);
  const isLeft = (item: Placed) => item.x1 <= band.left + 0.5;
  const endOf = (side: readonly Placed[]) => mostOf(side, (item) => item.bottom);
  let end = Math.min(endOf(inside.filter(isLeft)), endOf(inside.filter((item) => !isLeft(item))));
  for (const item of inside.filter((each) => each.bottom > end + 0.5)) {
    if (item.top - end > 0.5 * (item.bottom - item.top)) return end;
    end = Math.max(end, item.bottom);
  }
  return end;
}

function narrow(band: Band, item: Placed): Band {
  if (item.x1 <= (band.left + band.right) / 2) return { ...band, left: Math.max(band.left, item.x1) };
  if (item.x0 >= (band.left + band.right) / 2) return { ...band, right: Math.min(band.right, item.x0) };
  return { ...band, right: band.left };
}

/** True for a heading over a stack of boxes on the left of a strip, and others level with it over boxes on its right. */
function partsLanes(items: readonly (Line | Placed)[], band: Band): boolean {
  const within = insideOf(items, band);
  const boxes = within.filter((item) => !isLine(item));
  const stacked = within.filter((item) => !isLine(item) || !isCutOff(item, boxes));
  const [head, ...stack] = stacked.filter((item) => item.x1 <= band.left + 0.5);
  const others = stacked.filter((item) => item.x0 >= band.right - 0.5);
  if (head === undefined || !isLine(head) || stack.length === 0 || stack.some(isLine)) return false;
  const heads = others.filter((item) => isLine(item));
  const areLevel =
    heads.length > 0 && heads.every(({ baseline }) => Math.abs(baseline - head.baseline) < head.size / 2);
  const isStack = stack.every(({ x0, x1 }) => Math.abs(x0 - (stack[0]?.x0 ?? x0)) < leastGap && x1 > head.x0);
  return areLevel && isStack && heads.length < others.length;
}

function partsProse(items: readonly (Line | Placed)[], band: Band): boolean {
  const within = items.filter((item) => isLine(item) && item.top >= band.top - 0.5 && item.bottom <= band.bottom + 0.5);
  const sides = [
    within.filter((item) => item.x1 <= band.left + 0.5),
    within.filter((item) => item.x0 >= band.right - 0.5),
  ];
  return sides.every((side) => {
    const texts = side.filter(isLine).map((line) => line.text);
    const words = texts.reduce((sum, text) => sum + text.split(' ').length, 0);
    return texts.length >= gutterLines && words / texts.length >= 3.5;
  });
}

/** Lines that share a baseline joined, unless each has a label of its own or they are texts apart; everything from the top down. */
function onOneBaseline<T extends Placed>(
  items: readonly (Line | T)[],
  apart: ReadonlySet<Word>,
): readonly (Line | T)[] {
  const rows: (Line | T)[][] = [];
  const sorted = items.toSorted((a, b) => order(a) - order(b) || a.x0 - b.x0);
  for (const item of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const together =
      row !== undefined &&
      first !== undefined &&
      isLine(first) &&
      isLine(item) &&
      Math.abs(item.baseline - first.baseline) <= 0.3 * Math.min(item.size, first.size);
    if (together) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    const lines = row.filter((item): item is Line => isLine(item));
    if (lines.length < 2) return row;
    const across = lines.toSorted((a, b) => a.x0 - b.x0);
    if (across.every(isLabelled) || isTitleWithNote(across)) return across;
    // What a label holds goes on to the end of its line.
    return (across.some(isLabelled) ? [across] : partedAt(across, apart)).map(mergeLines);
  });
}

/** Lines of one baseline by the texts that they are of. */
function partedAt(across: readonly Line[], apart: ReadonlySet<Word>): readonly (readonly Line[])[] {
  const texts: Line[][] = [];
  for (const line of across) {
    const last = texts.at(-1);
    if (last === undefined || line.words.some((word) => apart.has(word))) texts.push([line]);
    else last.push(line);
  }
  return texts;
}

/** Ems of the larger type between a title and a note far to the right of it, and how much larger the title is set. */
const farthestNote = 4;
const largerType = 1.3;

/** True for two texts far from each other of which one is set much larger: a title, and what stands at the other edge. */
function isTitleWithNote([left, right, ...more]: readonly Line[]): boolean {
  if (left === undefined || right === undefined || more.length > 0) return false;
  const [smaller, larger] = [Math.min(left.size, right.size), Math.max(left.size, right.size)];
  return larger >= largerType * smaller && right.x0 - left.x1 > farthestNote * larger;
}

/** `Lead: Jo Marlowe`: a label and its value, side by side with others. */
const isLabelled = ({ text }: Line): boolean => /^\p{Lu}[\p{L} ]{1,30}:\s\S/u.test(text);

const order = (item: Line | Placed): number => (isLine(item) ? item.baseline : item.top);

const isLine = (item: Line | Placed): item is Line => 'words' in item;
