/**
 * Which of several words a person most likely meant.
 * @returns the one that fewest letters tell from `word` (Damerau and Levenshtein), at most a third of its own; null where none is near
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const asked = word.toLowerCase();
  const near = known
    .map((one) => ({ one, distance: distanceOf(asked, one.toLowerCase()) }))
    .filter(({ one, distance }) => distance <= Math.max(1, Math.floor(one.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.one ?? null;
}

/** Letters to put in, take out, change or swap with the next to make the one of the other. */
function distanceOf(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** ` (did you mean "status"?)`, or nothing. */
export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? '' : ` (did you mean "${near}"?)`;
}
