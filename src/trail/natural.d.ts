/** The parts of `natural` the trail takes by path: its index also loads database drivers. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/util/stopwords.js' {
  export const words: readonly string[];
}

declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    /** `document` is a list of terms, taken as they are. */
    addDocument(document: readonly string[]): void;
    /** 1 + ln(documents / (1 + documents with the term)). */
    idf(term: string): number;
  }
}
