import type { Issue } from '../../src/model/issue.ts';
import type { RawValue } from '../../src/model/raw.ts';

const longestQuote = 160;

/** The issue for text inside a plan that fits no field: its words and where they stand. */
export function textNotPlaced({ text, places }: RawValue): Issue {
  const words = text.replace(/\s+/g, ' ').trim();
  const quote = words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words;
  return {
    code: 'layout/text-not-placed',
    severity: 'info',
    message: `Text inside a plan that belongs to no entry: "${quote}"`,
    place: places[0] ?? null,
  };
}
