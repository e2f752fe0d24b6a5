import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';

/** The lexicon's bytes, and by the hash of each word where it stands in them: a fifth of the memory of a set of its words. */
interface Lexicon {
  readonly bytes: Buffer;
  /** 0 where no word is; a word whose place is taken stands in the next one free. */
  readonly places: Uint32Array;
}

/** Twice as many and more as the lexicon has words (93,000); a power of two. */
const mostPlaces = 2 ** 18;

let lexicon: Lexicon | null = null;

/** True for a word of the English lexicon that comes with `natural`, which is read when it is first asked for. */
export const isEnglish = (word: string): boolean => placeOf(word) !== null;

/**
 * The parts of speech that a word of the lexicon can be, the most frequent first, as tags of the Penn Treebank (`VB`, `NN`); none for a word
 * that is not in it.
 * @param word in lower case, but for names
 */
export function tagsOf(word: string): readonly string[] {
  const found = placeOf(word);
  if (found === null) return [];
  const { bytes, at } = found;
  const [open, close] = [bytes.indexOf(0x5b, at), bytes.indexOf(0x5d, at)];
  return bytes
    .toString('latin1', open + 1, close)
    .split(',')
    .map((tag) => tag.trim().replaceAll('"', ''));
}

/** Where the entry of a word stands in the lexicon's bytes; null where there is none. */
function placeOf(word: string): { readonly bytes: Buffer; readonly at: number } | null {
  lexicon ??= readLexicon();
  const { bytes, places } = lexicon;
  const wanted = Buffer.from(`"${word}":`);
  let { at } = hashBefore(wanted, wanted.length - 2);
  for (let from = places[at] ?? 0; from !== 0; from = places[at] ?? 0) {
    if (bytes.compare(wanted, 0, wanted.length, from, from + wanted.length) === 0) return { bytes, at: from };
    at = (at + 1) % mostPlaces;
  }
  return null;
}

/** Every key of the file: no other text of it has a colon behind. */
function readLexicon(): Lexicon {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
  const places = new Uint32Array(mostPlaces);
  for (let colon = bytes.indexOf(0x3a); colon >= 0; colon = bytes.indexOf(0x3a, colon + 1)) {
    if (bytes[colon - 1] !== quote) continue;
    let { at, from } = hashBefore(bytes, colon - 1);
    while (places[at] !== 0) at = (at + 1) % mostPlaces;
    places[at] = from;
  }
  return { bytes, places };
}

/** Where the word begins (with its quote) that ends at a position, and its place by its hash (FNV-1a, folded). */
function hashBefore(bytes: Uint8Array, end: number): { readonly at: number; readonly from: number } {
  let hash = 0x811c9dc5;
  let from = end - 1;
  for (; from > 0 && bytes[from] !== quote; from--) hash = Math.imul(hash ^ (bytes[from] ?? 0), 0x01000193);
  return { at: (hash ^ (hash >>> 18)) & (mostPlaces - 1), from };
}

const quote = 0x22;
