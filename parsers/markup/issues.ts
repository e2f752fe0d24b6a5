import { type Issue, issueOf } from '../../src/model/issue.ts';

/** Words in quotation marks, cut off after so many letters. */
export function quote(words: string, most: number): string {
  return `“${words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`}”`;
}

/** Words that are struck through are kept in an issue alone. */
export function struckIssue(words: readonly string[], area: 'html' | 'docx' | 'text'): readonly Issue[] {
  if (words.length === 0) return [];
  const message = `Text that is struck through was left out: ${quote(words.join(' … '), 300)}. Ask for the final paper.`;
  return [issueOf(`${area}/struck-text`, message)];
}
