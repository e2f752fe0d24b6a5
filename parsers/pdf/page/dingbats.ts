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

/**
 * A sign of the font ZapfDingbats, which pdf.js gives as the ASCII letter of its code: `4` is a tick. Any other text as
 * it is. After Adobe's table "ITC Zapf Dingbats to Unicode" (zdingbat.txt).
 * @param font the font's name
 */
export function dingbat(font: string, text: string): string {
  const code = text.charCodeAt(0);
  if (!font.includes('ZapfDingbats') || text.length !== 1 || code < 0x21 || code > 0x7e) return text;
  return elsewhere[text] ?? String.fromCharCode(code + offset);
}
