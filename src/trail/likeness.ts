import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';

/** How much a word tells: close to 0 for one that stands in every text, up to about 5 for one that stands in one of many. */
export type Weight = (stem: string) => number;

/** A text as a set of stems with what they weigh together. */
export interface Bag {
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

const leastWeight = 0.15;

/** Weighs words by how rare they are in the given texts (inverse document frequency). */
export function rarity(texts: readonly (readonly string[])[]): Weight {
  const index = new TfIdf();
  for (const text of texts) index.addDocument(text);
  const weights = new Map<string, number>();
  return (stem) => {
    const known = weights.get(stem);
    if (known !== undefined) return known;
    const made = Math.max(leastWeight, index.idf(stem) - 1 + leastWeight);
    weights.set(stem, made);
    return made;
  };
}

export function bagOf(stems: readonly string[], weight: Weight): Bag {
  const set = new Set(stems);
  let sum = 0;
  for (const stem of set) sum += weight(stem);
  return { stems: set, weight: sum };
}

function shared(a: Bag, b: Bag, weight: Weight): number {
  const [small, large] = a.stems.size <= b.stems.size ? [a, b] : [b, a];
  let sum = 0;
  for (const stem of small.stems) if (large.stems.has(stem)) sum += weight(stem);
  return sum;
}

/** 0 to 1: how much of the two texts' weight is shared (Dice). */
export const likeness = (a: Bag, b: Bag, weight: Weight): number =>
  a.weight + b.weight === 0 ? 0 : (2 * shared(a, b, weight)) / (a.weight + b.weight);

/** 0 to 1: how much of `part`'s weight stands in `whole`. */
export const contained = (part: Bag, whole: Bag, weight: Weight): number =>
  part.weight === 0 ? 0 : shared(part, whole, weight) / part.weight;
