/** The least that a measure gives of some items; Infinity of none. */
export function leastOf<Item>(items: readonly Item[], measure: (item: Item, index: number) => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < items.length; index++) {
    const measured = measure(items[index] as Item, index);
    if (measured < least) least = measured;
  }
  return least;
}

/** The most that a measure gives of some items; -Infinity of none. */
export function mostOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < items.length; index++) {
    const measured = measure(items[index] as Item);
    if (measured > most) most = measured;
  }
  return most;
}
