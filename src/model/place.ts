/** Left, top, right, bottom in points from the top left of the page as a reader sees it, after rotation. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Where a value stands. `path` is always there: `h3` (third heading), `p7` (seventh paragraph), `l2/i4` (fourth item
 * of the second list), `t1/r4/c2` (table, row, column), `f1` (running header or footer), `meta/title` (what the file
 * says about itself), `page/3` (a page as a whole); all numbers count from 1. `page` counts from 1; `page` and `bbox` only where the format has pages.
 */
export interface Place {
  readonly path: string;
  readonly page?: number;
  readonly bbox?: Box;
}

/**
 * The fields by which it is told where an entry stands, before any other: what is to be done stands in the entry's own row,
 * a finding perhaps pages before it, above several actions.
 */
export const tellingFields = ['action', 'progress', 'updates', 'finding'] as const;

/** Where an entry stands by these; undefined where no place is known. */
export function placeOfEntry(places: Readonly<Partial<Record<string, readonly Place[]>>>): Place | undefined {
  const telling = tellingFields.flatMap((field) => places[field] ?? []);
  return telling[0] ?? Object.values(places).flatMap((all) => all ?? [])[0];
}
