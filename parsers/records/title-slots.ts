import { mostOf } from '../../src/lib/extremes.ts';
import type { Slot, TextValue } from './model.ts';
import type { Segment } from './segments.ts';
import { leastSupport, slot } from './slot.ts';
import { bandLevel } from './title-levels.ts';

/**
 * Titles that most groups have for themselves, told by how far they stand above their group and not by how they are set: a
 * paper sets a short title as a heading and a long one in bold. Those further out that change on the way are slots too.
 */
export function titleSlots(segments: readonly Segment[]): readonly Slot[] {
  const firsts = new Map(
    [...Map.groupBy(segments, ({ group }) => group)].flatMap(([group, [first]]) =>
      first === undefined ? [] : [[group, first]],
    ),
  );
  const fresh = (group: number) => (firsts.get(group)?.titles ?? []).filter((title) => title.fresh);
  const groups = [...firsts.keys()];
  const most = Math.max(
    0,
    mostOf(groups, (group) => fresh(group).length),
  );
  const inTable = groups.length === 1 && segments.length > 1;
  const least = Math.max(segments.length === 1 || inTable ? 1 : 2, leastSupport * groups.length);
  const ranks = Array.from({ length: most }, (_, rank) => rank).filter((rank) => {
    const own = groups.flatMap((group) => fresh(group).at(-1 - rank) ?? []);
    return own.length >= least && (!inTable || own.every(isBand));
  });
  const own = ranks.map((rank) =>
    slot(`title ${rank}`, 'title', '', segments, ({ group }) => titleAt(firsts.get(group), rank)?.value ?? null),
  );
  return [...outerSlots(segments, ranks.length, fresh), ...own.toReversed()];
}

/** The title so far above a group: the nearest is its own, those further out hold until the next one. */
function titleAt(segment: Segment | undefined, rank: number): Segment['titles'][number] | undefined {
  const title = segment?.titles.at(-1 - rank);
  return rank > 0 || title?.fresh === true ? title : undefined;
}

/** A row over the width of a table, which is part of the plan though it stands but once. */
const isBand = ({ level }: Segment['titles'][number]): boolean => level > bandLevel - 1;
const isBandAt = (titles: Segment['titles'], rank: number): boolean => {
  const title = titles.at(-1 - rank);
  return title !== undefined && isBand(title);
};

/** Titles above several groups, which hold until the next one on their level: the nearest last. */
function outerSlots(
  segments: readonly Segment[],
  inner: number,
  fresh: (group: number) => readonly { readonly level: number; readonly value: TextValue }[],
): readonly Slot[] {
  const above = segments.map(({ group, titles }) => {
    const [nearest] = inner > 1 ? titles.slice(-inner) : [];
    const own = (
      nearest === undefined ? fresh(group).slice(-inner || Number.POSITIVE_INFINITY) : titles.slice(-inner)
    ).map(({ value }) => value);
    return titles.filter(
      ({ value }) => !own.includes(value) && titles.some((title) => own.includes(title.value) && title.level > 0),
    );
  });
  const most = Math.max(
    0,
    mostOf(above, (titles) => titles.length),
  );
  return Array.from({ length: most }, (_, rank) => most - 1 - rank).flatMap((rank): readonly Slot[] => {
    const values = above.map((titles) => titles.at(-1 - rank)?.value ?? null);
    if (
      new Set(values.flatMap((value) => value?.text ?? [])).size < 2 &&
      !above.every((titles) => isBandAt(titles, rank))
    )
      return [];
    return [{ key: `title above ${rank}`, kind: 'title', label: '', values }];
  });
}
