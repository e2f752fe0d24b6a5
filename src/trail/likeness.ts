/** A text as the words that carry its meaning, each once, with what each weighs and what they weigh together. */
export interface Bag {
  /** Numbers of the stems, rising. */
  readonly words: Int32Array;
  readonly weights: Float64Array;
  readonly weight: number;
}

/** Makes bags that can be compared with one another. */
export type Bagger = (stems: readonly string[]) => Bag;

const leastWeight = 0.15;

/**
 * Weighs words by how rare they are in the given texts (inverse document frequency): close to 0 for a word that stands
 * in every text, about 5 for one that stands in one of many.
 */
export function rarity(texts: readonly (readonly string[])[]): Bagger {
  const having = new Map<string, number>();
  for (const text of texts) for (const stem of new Set(text)) having.set(stem, (having.get(stem) ?? 0) + 1);
  const idf = (stem: string) => Math.log(texts.length / (1 + (having.get(stem) ?? 0)));
  return bagger((stem) => Math.max(leastWeight, idf(stem) + leastWeight));
}

/** Weighs all words alike. */
export const evenly = (): Bagger => bagger(() => 1);

function bagger(weigh: (stem: string) => number): Bagger {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const numberOf = (stem: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    numbers.set(stem, weights.length);
    weights.push(weigh(stem));
    return weights.length - 1;
  };
  return (stems) => {
    const words = Int32Array.from(new Set(stems.map(numberOf))).sort();
    return weighed(
      words,
      Float64Array.from(words, (word) => weights[word] ?? 0),
    );
  };
}

const weighed = (words: Int32Array, weights: Float64Array): Bag => ({
  words,
  weights,
  weight: weights.reduce((sum, weight) => sum + weight, 0),
});

/** What two texts share, by weight. */
function shared(a: Bag, b: Bag): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.words.length && j < b.words.length) {
    const step = (a.words[i] ?? 0) - (b.words[j] ?? 0);
    if (step === 0) sum += a.weights[i] ?? 0;
    if (step <= 0) i += 1;
    if (step >= 0) j += 1;
  }
  return sum;
}

/** 0 to 1: how much of the two texts' weight is shared (Dice). */
export const likeness = (a: Bag, b: Bag): number =>
  a.weight + b.weight === 0 ? 0 : (2 * shared(a, b)) / (a.weight + b.weight);

/** 0 to 1: how much of `part`'s weight stands in `whole`. */
export const contained = (part: Bag, whole: Bag): number => (part.weight === 0 ? 0 : shared(part, whole) / part.weight);

/** The words of both texts. */
export function union(a: Bag, b: Bag): Bag {
  const weights = new Map<number, number>();
  for (const bag of [a, b]) for (const [at, word] of bag.words.entries()) weights.set(word, bag.weights[at] ?? 0);
  const words = Int32Array.from(weights.keys()).sort();
  return weighed(
    words,
    Float64Array.from(words, (word) => weights.get(word) ?? 0),
  );
}

/** The words of `a` that `b` has not. */
export function without(a: Bag, b: Bag): Bag {
  const known = new Set(b.words);
  const kept = [...a.words.keys()].filter((at) => !known.has(a.words[at] ?? -1));
  return weighed(
    Int32Array.from(kept, (at) => a.words[at] ?? 0),
    Float64Array.from(kept, (at) => a.weights[at] ?? 0),
  );
}

export const isEmpty = (bag: Bag): boolean => bag.words.length === 0;
