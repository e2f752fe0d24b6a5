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
