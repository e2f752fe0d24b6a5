/** Every run of white space (no-break and other Unicode spaces too) as one blank, ends trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, ' ').trim();
}

/**
 * Words that no page shows (a title in a file's properties) as a page would show them: without control characters and
 * marks that turn the direction of writing, white space folded; null where nothing is left.
 */
export function shownWords(text: string | null): string | null {
  if (text === null) return null;
  return foldSpace(foldSpace(text).replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')) || null;
}

/** Its lines, each of them a point or a paragraph of its own, as one: parted by a sign where they end without one. */
export function asOneLine(text: string): string {
  const [first = '', ...others] = text
    .split('\n')
    .map((line) => foldSpace(line).replace(/^[•▪●◦]\s*/u, ''))
    .filter(Boolean);
  return others.reduce((line, next) => `${line}${/[\p{L}\p{N})]$/u.test(line) ? ';' : ''} ${next}`, first);
}

/** A text cut at a word where it is longer than `limit`. */
export function shortened(text: string, limit: number): string {
  const line = asOneLine(text);
  return line.length <= limit ? line : `${line.slice(0, limit).replace(/\s+\S*$/, '')} …`;
}

/** A text in quotes, shortened, without the sign at its end. */
export const quoted = (text: string, limit = 90): string =>
  `“${shortened(text.trimEnd().replace(/[.;,]$/, ''), limit)}”`;

/** The rows of a table written as text, a row a line, its cells parted by ` | `. */
export const tableRows = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** Texts under their labels or periods, one a line as people write and read them. */
export const labelledLines = (pairs: readonly (readonly [label: string, text: string])[]): string =>
  pairs.map(([label, text]) => `${label}: ${text}`).join('\n');

/** The same of progress by period. */
export const updateLines = (updates: readonly { readonly period: string; readonly text: string }[]): string =>
  labelledLines(updates.map(({ period, text }) => [period, text]));
