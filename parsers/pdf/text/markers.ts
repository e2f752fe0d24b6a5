import type { Line } from './lines.ts';

/** What stands before an item of a list: a glyph that is dropped, or a number or letter that is kept as a label. */
export interface Marker {
  /** As printed ("1.", "(a)", "ii)"); null for a bullet glyph. */
  readonly label: string | null;
  /** The text of the item's first line without the marker; empty where nothing follows on the line. */
  readonly text: string;
  /** Where the marker begins and where the item's text begins, points along the line. */
  readonly markerX: number;
  readonly textX: number;
}

const bulletGlyphs = '•●○▪■□◦‣⁃∙◆◇►▶▸➢➤➔→✓✔✗❖★⦁⚫·';
/** Glyphs that symbol fonts (Symbol, Wingdings, Webdings) put in the private area for bullets, boxes, ticks, arrows. */
const symbolGlyphs = '\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc\uf0e0\uf06f\uf06e\uf0fb\uf077\uf071\uf02d\uf0be\uf09f';
const bullet = new RegExp(`^[${bulletGlyphs}${symbolGlyphs}](?=\\s|$|\\p{Lu})`, 'u');
/** A tick, cross or arrow with nothing after it is no bullet but the answer itself. */
const loneTick = /^[✓✔✗→➔\uf0fc\uf0fb]$/u;
const dash = /^[-–—](?=\s)/u;
const number = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-H][.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s)/u;

/**
 * Reads the marker a line begins with; null where it has none. A dash counts as a bullet only where a gap follows it,
 * the letter "o" only where it stands alone in a font of its own (second-level bullets made by word processors), a
 * number only where the text after it is set off by more than a blank or `knownLabels` is true.
 */
export function readMarker(line: Line, knownLabels = false): Marker | null {
  if (loneTick.test(line.text)) return null;
  const glyph = bullet.exec(line.text)?.[0] ?? loneLetterO(line);
  if (glyph !== null) return cut(line, glyph, null);
  const dashed = dash.exec(line.text)?.[0];
  if (dashed !== undefined && gapAfter(line, dashed) > 0.3) return cut(line, dashed, null);
  const label = number.exec(line.text)?.[0];
  if (label !== undefined && (knownLabels || gapAfter(line, label) > 0.55)) return cut(line, label, label);
  return null;
}

/** True for nothing but a bullet, whatever its font makes of it, or the number of a list's entry. */
export const isListMark = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) || /^(?:o|\(?[\divxa-z]{1,4}[.)]|\d+(?:\.\d+)*)$/iu.test(text);

function loneLetterO(line: Line): string | null {
  const [first, second] = line.words;
  if (first === undefined || second === undefined || first.text !== 'o') return null;
  const gap = second.box[0] - first.box[2];
  return gap > (first.font === second.font ? 0.6 : 0.3) * line.size ? 'o' : null;
}

/** Ems between the marker and the text after it; 0 where both were drawn as one run. */
function gapAfter(line: Line, marker: string): number {
  let seen = '';
  for (const [index, word] of line.words.entries()) {
    seen += word.text;
    const next = line.words[index + 1];
    if (seen === marker) return next === undefined ? 0 : (next.box[0] - word.box[2]) / line.size;
    if (seen.length > marker.length) return 0;
  }
  return 0;
}

function cut(line: Line, marker: string, label: string | null): Marker {
  let seen = '';
  let words = 0;
  for (const word of line.words) {
    if (seen.length >= marker.length) break;
    seen += word.text;
    words += 1;
  }
  const text = line.text.slice(marker.length).trimStart();
  const whole = seen === marker;
  const share = whole ? 0 : (line.text.length - text.length) / Math.max(1, line.text.length);
  const textX = whole ? (line.words[words]?.box[0] ?? line.x1) : line.x0 + share * (line.x1 - line.x0);
  return { label, text, markerX: line.x0, textX };
}
