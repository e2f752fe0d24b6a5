import { foldWords } from '../lib/fold.ts';
import { rememberByText } from '../lib/remember.ts';
import type { Rgb } from '../model/document.ts';
import type { Rag, RagValue } from '../model/plan.ts';
import { beforeRating, ragSigns, ragWords } from '../vocabulary/rag-words.ts';

/** A colour word that stands alone, or leads a short text (`Green - on track`, `RAG: Amber`). */
export const ragFromWords: (raw: string) => Rag | null = rememberByText((raw) => {
  const words = foldWords(raw).replace(beforeRating, '');
  const value = signOf(raw) ?? ragWords.get(words) ?? leadingColour(words);
  return value === undefined ? null : { raw, value, from: 'words' };
});

/** The colour of the one sign at the front of a text; several are a legend. */
function signOf(raw: string): RagValue | undefined {
  const signs = [...raw.trim()].filter((sign) => ragSigns.has(sign));
  const [first = ''] = raw.trim();
  return signs.length === 1 && raw.trim().split(/\s+/).length <= longestRated ? ragSigns.get(first) : undefined;
}

/** Words after a sign; more are a text that only begins with one. */
const longestRated = 7;

function leadingColour(words: string): RagValue | undefined {
  const [first = '', ...rest] = words.split(' ');
  return first.length > 1 && rest.length > 0 && rest.length <= 6 ? ragWords.get(first) : undefined;
}

/**
 * The rating a painted colour shows.
 * @param colour red, green, blue, 0 to 255
 * @returns null for white, black and colours that no rating uses (purple, brown)
 */
export function ragFromColour(colour: Rgb, from: 'fill' | 'ink'): Rag | null {
  const value = namedColour(colour);
  return value === null ? null : { raw: hexColour(colour), value, from };
}

/** `#RRGGBB`, upper case. */
export function hexColour(colour: Rgb): string {
  return `#${colour
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** Distance of the strongest from the weakest part up to which a colour is a grey, and from which on it is a hue: between them is a tint. */
const mostOfGrey = 0.05 * 255;
const leastOfHue = 0.12 * 255;

/** Hues in degrees as a reader names them; a tint, as rows are striped with, and what is too light or dark is no rating. */
function namedColour([red, green, blue]: Rgb): RagValue | null {
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const spread = high - low;
  if (spread < leastOfHue) return spread > mostOfGrey || low > 245 || high < 0.3 * 255 ? null : 'grey';
  const hue = hueOf(red, green, blue, high, spread);
  if (hue < 18 || hue >= 340) return 'red';
  if (hue < 65) return 'amber';
  if (hue < 170) return 'green';
  return hue < 255 ? 'blue' : null;
}

function hueOf(red: number, green: number, blue: number, high: number, spread: number): number {
  if (high === red) return (60 * ((green - blue) / spread) + 360) % 360;
  if (high === green) return 60 * ((blue - red) / spread) + 120;
  return 60 * ((red - green) / spread) + 240;
}
