import { bulletGlyphs } from './bullets.ts';

/** Bullets that Symbol and Wingdings put into the private use area, as Word exports them. */
const privateBullets = /[\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf02d\uf06f\uf071]/g;

/** Wingdings' ticks and crosses in the same area; a tick before words is a bullet all the same. */
const ticks: ReadonlyMap<string, string> = new Map([
  ['\uf0fc', '✓'],
  ['\uf0fb', '✗'],
  ['\uf0fe', '☑'],
  ['\uf0fd', '☒'],
]);
const privateTicks = /[\uf0fb-\uf0fe]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken off
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/**
 * Takes off what is in the characters but not on the page: soft hyphens, zero-width spaces and joiners, byte order
 * marks, control characters, and the `<AI1>` markers that committee software leaves in pages made from Word.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '')
    .replace(controls, '')
    .replace(/<\/?AI\d+>/g, '')
    .replace(privateTicks, (code) => ticks.get(code) ?? code)
    .replace(privateBullets, bulletGlyphs.charAt(0));
}
