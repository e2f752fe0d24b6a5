import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { words as stopWords } from 'natural/lib/natural/util/stopwords.js';
import { rememberByText } from '../lib/remember.ts';
import { silentWords, turns } from '../vocabulary/alike-words.ts';

const silent = new Set([...stopWords, ...silentWords]);
/**
 * No word of English or Welsh is longer (Llanfairpwll's full name has 58 letters); what is, is an address, a code or a
 * text without spaces. The stemmer's time grows with the square of a word's length, so that one of a million letters
 * would not come back from it.
 */
const longestWord = 64;

/** A word without its endings; what is longer than any word is its own stem. */
function stem(word: string): string {
  return word.length > longestWord ? word : stemOf(word);
}

const stemOf = rememberByText((word) => stemmer.stem(word), 50_000);

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<\/?[a-z]+>/g, ' ')
    .replace(/[‘’`´']/g, '')
    .replace(/\u00ad/g, '')
    .replaceAll('&', ' and ');

/** A text with the turns of phrase that mean the same folded into one, in lower case. */
const foldTurns = (text: string): string =>
  turns.reduce((folded, [pattern, word]) => folded.replace(pattern, word), plain(text).replace(/\s+/g, ' '));

/**
 * What is left of a text when all that a new layout or format may change is taken away: spaces, hyphens, quotes,
 * bullets, markup, capitals and punctuation. Points and commas inside numbers stay (`12.9` is not `129`).
 * Two texts with the same letters say the same.
 */
export const letters = (text: string | null): string =>
  text === null ? '' : plain(text).replace(/(?<!\d)[.,]|[.,](?!\d)|[^\p{L}\p{N}.,%£+]/gu, '');

/** The stems of the words that carry a text's meaning, in order, with repeats. */
export const stems = (text: string | null): readonly string[] =>
  text === null
    ? []
    : (foldTurns(text).match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []).filter((word) => !silent.has(word)).map(stem);
