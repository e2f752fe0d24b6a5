const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};

/** True for text with Hebrew, Arabic or other right-to-left letters. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeftLetter.test(text);
}

/**
 * A right-to-left word as people read it, from the order in which its glyphs stand from left to right: letters turned
 * round, numbers and Latin pieces kept, brackets mirrored (a part of the Unicode Bidirectional Algorithm, UAX #9, that
 * suffices for single words).
 */
export function toReadingOrder(text: string): string {
  const pieces =
    text.match(
      /[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z]+(?:[.,:/-][0-9A-Za-z\u0660-\u0669\u06f0-\u06f9]+)*|\P{M}\p{M}*/gu,
    ) ?? [];
  return pieces
    .reverse()
    .map((piece) => mirrored[piece] ?? piece)
    .join('');
}
