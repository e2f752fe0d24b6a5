/** Every run of white space (no-break and other Unicode spaces too) as one blank, ends trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, ' ').trim();
}

/** As `foldSpace`, but line breaks stay: blank lines are dropped, each line is folded by itself. */
export function foldLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(foldSpace)
    .filter((line) => line !== '')
    .join('\n');
}
