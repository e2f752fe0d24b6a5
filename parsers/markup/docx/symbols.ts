import { codePoint } from 'dingbat-to-unicode';

/** Fonts whose codes stand for signs, not for the letters they have in other fonts. */
const symbolFont = /^(?:wingdings(?: ?[23])?|webdings|symbol)$/i;
/** Word writes a symbol font's codes from here, in the private use area (ECMA-376 part 1, 17.3.3.30). */
const privateUse = 0xf000;

export const isSymbolFont = (font: string): boolean => symbolFont.test(font.trim());

/** A font's name as the table of signs has it: `Wingdings 2`. */
const canonical = (font: string): string =>
  font
    .trim()
    .toLowerCase()
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
    .replace(/ ?(?=\d$)/, ' ');

/**
 * The sign that a code of a font stands for; null where a symbol font has none known to Unicode.
 * @param code as `w:sym` gives it, or a character's own: in a symbol font with or without the offset of the private area
 */
export function signOf(font: string, code: number): string | null {
  if (!isSymbolFont(font)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
  const own = code >= privateUse && code <= privateUse + 0xff ? code - privateUse : code;
  return codePoint(canonical(font), own)?.string ?? null;
}

/** Letters typed in a symbol font, as the signs that a reader sees; a character without a sign stays as it is. */
export const signsOf = (font: string, letters: string): string =>
  [...letters]
    .map((letter) => (letter === ' ' ? letter : (signOf(font, letter.codePointAt(0) ?? 0) ?? letter)))
    .join('');
