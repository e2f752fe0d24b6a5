/** Every run of white space (no-break and other Unicode spaces too) as one blank, ends trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, ' ').trim();
}
