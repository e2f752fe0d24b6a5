import { overlap } from '../../../../src/lib/box.ts';
import type { Chunk, TextRow } from '../../text/rows.ts';
import type { Edge } from '../ruled/edge.ts';
import { groupRows } from './group-rows.ts';
import { proseChunks, wordCount } from './prose.ts';
import { extendUp, withoutTitle } from './region-bounds.ts';
import { splitAtRepeatedColumns } from './repeated-columns.ts';
import { type Group, isWide, toGroup } from './row-groups.ts';
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
}

/** Groups rows whose chunks stand in the same columns; running text parts groups. */
export function findRegions(
  rows: readonly TextRow[],
  flats: readonly Edge[],
  uprights: readonly Edge[],
): readonly Region[] {
  const prose = withoutRuled(proseChunks(rows), rows, flats);
  const groups = groupRows(rows, prose, flats).flatMap(splitAtRepeatedColumns).flatMap(splitAtRepeatedHeading);
  const taken = new Set(groups.flatMap((group) => group.rows.flatMap((row) => row.runs)));
  return groups.map((group) => {
    const own = new Set(group.rows.flatMap((row) => row.runs));
    const free = rows.filter((row) => !row.runs.some((run) => taken.has(run) && !own.has(run)));
    const extended = withoutTitle(extendUp(group, free, flats, prose), flats);
    for (const row of extended.rows) for (const run of row.runs) taken.add(run);
    return toRegion(extended, flats, uprights);
  });
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
  };
}
