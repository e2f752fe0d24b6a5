import type { Line } from './lines.ts';
import { isListMark } from './markers.ts';
import type { Word } from './words.ts';

/** Points by which what begins at one place differs; and by which what does not differs at least. */
const slack = 0.75;
const different = 3;

/** A line of text right behind another on its baseline. */
interface Beside {
  readonly left: Line;
  readonly right: Line;
  readonly gap: number;
}

/**
 * The first words of texts that stand on one baseline with another and are none of its words: not in a column, in which texts
 * begin at one place whatever stands before them, but in line after line behind one and the same gap, wherever they begin
 * (`Head of Data   May 2025`).
 */
export function textsApart(lines: readonly Line[]): ReadonlySet<Word> {
  const pairs = pairsOf(lines);
  const start = ({ right }: Beside) => right.x0;
  const gapsAt = spread(pairs, start, ({ gap }) => gap);
  const startsBehind = spread(pairs, ({ gap }) => gap, start);
  const apart = pairs.filter((pair) => !gapsAt(pair, slack) && startsBehind(pair, different));
  return new Set(apart.flatMap(({ right }) => right.words[0] ?? []));
}

/**
 * Tells of a pair whether others in other lines with the same key, to the point, differ from it in a value by more than
 * `least`. Each stands under two keys half a point apart, so that no rounding parts two that are one.
 */
function spread(
  pairs: readonly Beside[],
  keyOf: (pair: Beside) => number,
  measure: (pair: Beside) => number,
): (pair: Beside, least: number) => boolean {
  const extremes = new Map<string, readonly Beside[]>();
  const keysOf = (pair: Beside) => [`${Math.round(keyOf(pair))}`, `${Math.floor(keyOf(pair))}.5`];
  for (const pair of pairs)
    for (const key of keysOf(pair)) extremes.set(key, furthest([...(extremes.get(key) ?? []), pair], measure));
  return (pair, least) =>
    keysOf(pair).some((key) =>
      extremes
        .get(key)
        ?.some(
          (other) => other.left.baseline !== pair.left.baseline && Math.abs(measure(other) - measure(pair)) > least,
        ),
    );
}

/** Of some pairs the two with the least and the two with the greatest value, of another line each. */
function furthest(pairs: readonly Beside[], measure: (pair: Beside) => number): readonly Beside[] {
  if (pairs.length < 5) return pairs;
  const sorted = pairs.toSorted((a, b) => measure(a) - measure(b));
  return [...new Set([sorted, sorted.toReversed()].flatMap(firstOfLines))];
}

/** The first of some pairs, and the first of them in another line. */
const firstOfLines = (pairs: readonly Beside[]): readonly Beside[] => [
  ...pairs.slice(0, 1),
  ...pairs.filter(({ left }) => left.baseline !== pairs[0]?.left.baseline).slice(0, 1),
];

function pairsOf(lines: readonly Line[]): readonly Beside[] {
  const sorted = lines.toSorted((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  return sorted.slice(1).flatMap((right, index): readonly Beside[] => {
    const left = sorted[index];
    const isBeside = left !== undefined && left.angle === right.angle && left.x1 < right.x0;
    // A mark goes with its item, and a title with the sign behind it.
    if (left?.bold === true || isListMark(left?.text ?? '')) return [];
    if (!isBeside || Math.abs(left.baseline - right.baseline) > 0.3 * Math.min(left.size, right.size)) return [];
    return [{ left, right, gap: right.x0 - left.x1 }];
  });
}
