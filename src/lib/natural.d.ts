/** The parts of `natural` that are taken by path: its index also loads database drivers. */
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  /** 0 to 1: how many pairs of letters two texts share. */
  export default function DiceCoefficient(a: string, b: string): number;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/util/stopwords.js' {
  export const words: readonly string[];
}
