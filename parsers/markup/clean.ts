import { bulletGlyphs } from './bullets.ts';

/** Bullets that Symbol and Wingdings put into the private use area, as Word exports them. */
const privateBullets = /[\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\uf02d\uf06f\uf071]/g;

/**
 * Takes off what is in the characters but not on the page: soft hyphens, zero-width spaces and joiners, byte order
 * marks, and the `<AI1>` markers that committee software leaves in pages made from Word.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '')
    .replace(/<\/?AI\d+>/g, '')
    .replace(privateBullets, bulletGlyphs.charAt(0));
}
