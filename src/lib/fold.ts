/**
 * Folds what print varies without meaning: case, white space, quotes and dashes.
 * @returns lower case, single spaces, `'`, `"` and `-` only, ends trimmed
 */
export function foldPlain(text: string): string {
  if (plainText.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** ASCII without accents by themselves, words parted by one blank: all that there is to fold is case. */
const plainText = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** Folds further, to words alone: punctuation becomes a space, so that labels compare by their words. */
export function foldWords(text: string): string {
  return foldPlain(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}%&#]+/gu, ' ')
    .trim();
}

/** True for one line in which there is a letter. */
export const isLineOfWords = (text: string): boolean => /\p{L}/u.test(text) && !text.includes('\n');

/** True where the text has capital letters and no small ones. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** A text in capitals with small letters but at the front of its words; link words (`and`, `of`) all small. Others stay. */
export function titleCased(text: string): string {
  if (!isCapitals(text)) return text;
  return text
    .toLowerCase()
    .replace(/\p{L}[\p{L}'’]*/gu, (word) =>
      /^(and|of|the|for|to|in|on|at|with|by)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}
