/** The parts of `natural` the trail takes by path: its index also loads database drivers. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/util/stopwords.js' {
  export const words: readonly string[];
}
