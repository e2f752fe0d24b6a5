/** Codes of ZapfDingbats that are not where the others' order would put them in Unicode's Dingbats block. */
const elsewhere: Readonly<Record<string, string>> = {
  '%': '\u260e',
  '*': '\u261b',
  '+': '\u261e',
  H: '\u2605',
  l: '\u25cf',
  n: '\u25a0',
  s: '\u25b2',
  t: '\u25bc',
  u: '\u25c6',
  w: '\u25d7',
};

/** What the code of `!` stands for, the first of the block. */
const offset = 0x2701 - 0x21;

/** Ticks and crosses by their codes in Wingdings, which pdf.js gives as they are or in the private area (U+F000 on). */
const wingdings: Readonly<Record<number, string>> = { 251: '\u2717', 252: '\u2713', 253: '\u2612', 254: '\u2611' };

/** True for a font whose codes mean signs. */
export const hasSigns = (font: string): boolean => font.includes('Wingdings') || font.includes('ZapfDingbats');

/**
 * A sign of the fonts ZapfDingbats and Wingdings, whose codes mean no letters: `4` in the one and `ü` in the other is a
 * tick. What is none is as it is. After Adobe's table "ITC Zapf Dingbats to Unicode" (zdingbat.txt).
 * @param font the name of a font that `hasSigns`
 */
export function dingbat(font: string, text: string): string {
  if (text.length !== 1) return text;
  const code = text.charCodeAt(0);
  if (font.includes('Wingdings')) return wingdings[code >= 0xf000 ? code - 0xf000 : code] ?? text;
  if (code < 0x21 || code > 0x7e) return text;
  return elsewhere[text] ?? String.fromCharCode(code + offset);
}
