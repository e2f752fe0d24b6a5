import { overlap } from '../../../../src/lib/box.ts';
import { isNumericText, isYear } from '../../text/numbers.ts';
import type { Chunk, TextRow } from '../../text/rows.ts';
import type { Edge } from '../ruled/edge.ts';
import { groupRows, isNear } from './group-rows.ts';
import { proseChunks, wordCount } from './prose.ts';
import {
  cutBelowLastRule,
  extendDown,
  extendUp,
  isNumberedCaption,
  isTableCaption,
  withoutTitle,
} from './region-bounds.ts';
import { splitAtRepeatedColumns } from './repeated-columns.ts';
import { farthestRow, type Group, isWide, toGroup } from './row-groups.ts';
import { splitAtRepeatedHeading } from './row-splits.ts';

/** Rows of text that may be one table, from the top down, and the ruling lines that lie among them. */
export interface Region {
  readonly rows: readonly TextRow[];
  readonly left: number;
  readonly right: number;
  /** Flat lines from the one above the first row to the one below the last. */
  readonly rules: readonly Edge[];
  /** Upright lines that run through a good part of the region. */
  readonly posts: readonly Edge[];
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
  /** True where a line right above says that this is a table, with its number. */
  readonly named: boolean;
}

/** Lines of a caption. */
const mostCaptionLines = 3;

/** Groups rows whose chunks stand in the same columns; running text parts groups. */
export function findRegions(
  rows: readonly TextRow[],
  flats: readonly Edge[],
  uprights: readonly Edge[],
): readonly Region[] {
  const prose = withoutRuled(proseChunks(rows), rows, flats);
  const parts = groupRows(rows, prose, flats)
    .flatMap((group) => splitAtRepeatedColumns(group, flats))
    .flatMap(splitAtRepeatedHeading);
  // Twice: the lower line of a heading may be too short for the upper one until the rows below have joined it.
  const groups = joinHeaders(joinHeaders(parts, rows, flats), rows, flats);
  const taken = new Set(groups.flatMap((group) => group.rows.flatMap((row) => row.runs)));
  return groups.map((group) => {
    const own = new Set(group.rows.flatMap((row) => row.runs));
    const free = rows.filter((row) => !row.runs.some((run) => taken.has(run) && !own.has(run)));
    const extended = withoutTitle(extendUp(extendDown(group, free, flats, prose), free, flats, prose), flats);
    for (const row of extended.rows) for (const run of row.runs) taken.add(run);
    const region = toRegion(cutBelowLastRule(extended, flats), flats, uprights);
    return { ...region, named: isNamed(region, rows) };
  });
}

/** True where the number and name of a table stand right above, on one line or several. */
function isNamed({ rows: own, left, right }: Region, rows: readonly TextRow[]): boolean {
  const [first] = own;
  if (first === undefined) return false;
  const above = rows.filter((row) => row.baseline < first.baseline && overlap(row.x0, row.x1, left, right) > 0);
  const caption = above.slice(-mostCaptionLines).findLast(isTableCaption);
  return caption !== undefined && first.baseline - caption.baseline < 2 * mostCaptionLines * first.size;
}

/** All rows of text inside a box as one region. */
export function regionIn(rows: readonly TextRow[], flats: readonly Edge[], uprights: readonly Edge[]): Region {
  return toRegion(toGroup(rows), flats, uprights);
}

/**
 * Running text without what stands in a table that three or more rules of one length draw: the first two enclose its
 * heading.
 */
function withoutRuled(prose: ReadonlySet<Chunk>, rows: readonly TextRow[], flats: readonly Edge[]): ReadonlySet<Chunk> {
  const kept = new Set(prose);
  for (const top of flats) {
    const stack = flats
      .filter((flat) => flat.at > top.at && Math.abs(flat.from - top.from) < 5 && Math.abs(flat.to - top.to) < 5)
      .toSorted((a, b) => a.at - b.at);
    const [second] = stack;
    if (second === undefined || stack.length < 2) continue;
    const between = (from: number, to: number) =>
      rows
        .filter((row) => row.top > from - 2 && row.baseline < to + 1)
        .map((row) => row.chunks.filter((chunk) => overlap(chunk.x0, chunk.x1, top.from, top.to) > 0))
        .filter((chunks) => chunks.length > 0);
    const heading = between(top.at, second.at);
    const isHeading =
      heading.length <= 6 &&
      heading.some((chunks) => chunks.length > 1) &&
      heading.flat().every((chunk) => wordCount(chunk) <= 9);
    if (!isHeading) continue;
    const isText = ([first, ...others]: readonly Chunk[]) =>
      first === undefined || others.length === 0
        ? (first?.x1 ?? 0) - (first?.x0 ?? 0) > 0.8 * (top.to - top.from)
        : [first, ...others].every((chunk) => prose.has(chunk));
    const body = stack
      .slice(1)
      .map((rule) => between(second.at, rule.at))
      .findLast((inside) => !inside.some(isText));
    for (const chunk of (body ?? []).flat()) kept.delete(chunk);
  }
  return kept;
}

/** Joins a short group without numbers to the group below that it heads, with the name of a first part between. */
function joinHeaders(groups: readonly Group[], rows: readonly TextRow[], flats: readonly Edge[]): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const above = joined.at(-1);
    const [last, first] = [above?.rows.at(-1), group.rows[0]];
    const between = last === undefined || first === undefined ? [] : namesBetween(rows, last, first, group);
    const next = between[0] ?? first;
    if (above !== undefined && last !== undefined && next !== undefined && heads(above, last, group, next, flats)) {
      joined[joined.length - 1] = toGroup([...above.rows, ...between, ...group.rows]);
    } else joined.push(group);
  }
  return joined;
}

/** The lines between two rows where they are few, short and stand at the left of the group below: names of its parts. */
function namesBetween(rows: readonly TextRow[], above: TextRow, below: TextRow, group: Group): readonly TextRow[] {
  const between = rows.filter(
    (row) =>
      row.baseline > above.baseline &&
      row.baseline < below.baseline &&
      overlap(row.x0, row.x1, group.left, group.right) > 0,
  );
  const isName = (row: TextRow) =>
    row.chunks.length === 1 &&
    !isNumberedCaption(row) &&
    Math.abs(row.x0 - group.left) < row.size &&
    row.x1 < group.right &&
    row.size < 1.15 * below.size;
  const steps = [...between, below].map(
    (row, index) => row.baseline - (between[index - 1]?.baseline ?? above.baseline),
  );
  return between.length <= 2 && between.every(isName) && steps.every((step) => step <= farthestRow * below.size)
    ? between
    : [];
}

function heads(above: Group, last: TextRow, below: Group, first: TextRow, flats: readonly Edge[]): boolean {
  const distance = (first.baseline - last.baseline) / Math.max(first.size, last.size);
  if (above.rows.length > 6 || distance > farthestRow || !isNear(last, first, flats)) return false;
  const chunks = above.rows.flatMap((row) => row.chunks);
  // Years head columns beside names, but they stand under charts too.
  const named = !first.chunks.some((chunk) => isNumericText(chunk.text));
  const numeric = chunks.filter((chunk) => isNumericText(chunk.text) && !(named && isYear(chunk.text))).length;
  const slack = 2 * first.size;
  return (
    numeric <= 0.35 * chunks.length &&
    chunks.every((chunk) => wordCount(chunk) <= 9) &&
    above.left >= below.left - slack &&
    above.right <= below.right + slack &&
    overlap(above.left, above.right, below.left, below.right) > 0
  );
}

function toRegion(group: Group, flats: readonly Edge[], uprights: readonly Edge[]): Region {
  const first = group.rows[0];
  const last = group.rows.at(-1);
  const top = first?.top ?? 0;
  const bottom = last?.bottom ?? 0;
  const size = first?.size ?? 10;
  const rules = flats.filter(
    (flat) =>
      flat.at >= top - 1.6 * size &&
      flat.at <= bottom + 1.2 * size &&
      overlap(flat.from, flat.to, group.left, group.right) > 0.6 * (flat.to - flat.from),
  );
  const posts = uprights.filter(
    (post) =>
      post.at > group.left &&
      post.at < group.right &&
      overlap(post.from, post.to, top, bottom) >= 0.45 * (bottom - top),
  );
  return {
    rows: group.rows,
    left: group.left,
    right: group.right,
    rules,
    posts,
    ruleAbove: rules.some((rule) => rule.at <= top + 3 && isWide(rule, group.left, group.right)),
    ruleBelow: rules.some((rule) => rule.at >= bottom - 3 && isWide(rule, group.left, group.right)),
    named: false,
  };
}
