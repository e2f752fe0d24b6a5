import { containsPoint, middleX, middleY, shareInside } from '../../../../src/lib/box.ts';
import type { Rgb } from '../../../../src/model/document.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill } from '../../page/page-content.ts';
import type { Word } from '../../text/words.ts';

/** From this brightness on, each of red, green and blue, paint is white. */
const white = 250;
/** Least distance between the strongest and the weakest part of a colour that is no shade of grey. */
const leastChroma = 48;

/**
 * What is painted behind a cell's text, or behind the empty cell: of all fills that lie under a word the last painted,
 * and of all words the colour under the most letters. Null for nothing and for white.
 */
export function fillOf(box: Box, runs: readonly Word[], fills: readonly Fill[]): Rgb | null {
  if (runs.length === 0) {
    const shapes = fills.filter((fill) => shareInside(fill.box, box) > 0.9 || shareInside(box, fill.box) > 0.6);
    return coloured(shapes.at(-1)?.colour ?? null);
  }
  const under = runs.map((run) => ({ value: topmost(run.box, fills), weight: run.text.length }));
  return coloured(heaviest(under));
}

/** The colour most of the letters are printed in; null for black, grey and white. */
export function inkOf(runs: readonly Word[]): Rgb | null {
  const ink = heaviest(runs.map((run) => ({ value: run.colour, weight: run.text.length })));
  return ink !== null && Math.max(...ink) - Math.min(...ink) >= leastChroma ? ink : null;
}

function topmost(box: Box, fills: readonly Fill[]): Rgb | null {
  return fills.findLast((fill) => containsPoint(fill.box, middleX(box), middleY(box)))?.colour ?? null;
}

const coloured = (colour: Rgb | null): Rgb | null =>
  colour === null || colour.every((part) => part >= white) ? null : colour;

function heaviest(votes: readonly { readonly value: Rgb | null; readonly weight: number }[]): Rgb | null {
  const [first] = votes;
  if (votes.every(({ value }) => value === first?.value)) return first?.value ?? null;
  const sums = new Map<string, { value: Rgb | null; weight: number }>();
  for (const { value, weight } of votes) {
    const key = String(value);
    const sum = sums.get(key) ?? { value, weight: 0 };
    sum.weight += weight;
    sums.set(key, sum);
  }
  let best: { value: Rgb | null; weight: number } | null = null;
  for (const sum of sums.values()) if (best === null || sum.weight > best.weight) best = sum;
  return best?.value ?? null;
}
