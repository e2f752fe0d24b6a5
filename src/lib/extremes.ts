/** The least that a measure gives of some items; Infinity of none. */
export function leastOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) least = Math.min(least, measure(item));
  return least;
}

/** The most that a measure gives of some items; -Infinity of none. */
export function mostOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) most = Math.max(most, measure(item));
  return most;
}
