/**
 * Text that a spreadsheet might take for a formula: one that begins with `=`, `+`, `-` or `@` (also in their full-width
 * forms, also after blanks), with a tab, or with a line's end (OWASP, "CSV Injection"); and text that begins with an
 * apostrophe, so that the guard can be told from it.
 */
const risky = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/;

/** True where `text` may not begin a spreadsheet's cell as it is. */
export function isRisky(text: string): boolean {
  return risky.test(text);
}

/** Puts an apostrophe before risky text, which every spreadsheet then takes for text. */
export function guarded(text: string): string {
  return isRisky(text) ? `'${text}` : text;
}
