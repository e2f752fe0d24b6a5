import type { Issue, Severity } from '../../src/model/issue.ts';

/** An issue about the file as a whole. */
export const issue = (code: string, severity: Severity, message: string): Issue => ({
  code,
  severity,
  message,
  place: null,
});

/** Words in quotation marks, cut off after so many letters. */
export function quote(words: string, most: number): string {
  return `“${words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`}”`;
}
