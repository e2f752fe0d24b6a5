import { foldPlain } from '../lib/fold.ts';
import { rememberByText } from '../lib/remember.ts';
import type { StatusValue } from '../model/plan.ts';
import { namesDate, statusFillers, statusPatterns, toBeComplete } from '../vocabulary/statuses.ts';
import { hasOpenBox } from './choice.ts';

/** A paper's own legend: folded status or colour words to what the paper says they mean. */
export type Legend = ReadonlyMap<string, StatusValue>;

/** Longer cells are prose about progress, in which a status word is not the status. */
const longestStatus = 14;
const longestBareStatus = 6;
/**
 * What a status cell's words mean, by the paper's own legend, else by the usual words.
 * @returns null where the words are not known, or are too many to be a status
 */
export function statusValue(raw: string, legend: Legend = new Map()): StatusValue | null {
  const words = foldPlain(raw)
    .replace(/^status\s*:\s*/, '')
    .replace(toBeComplete, '');
  const own = legend.get(words) ?? legend.get(words.replace(/[.;]$/, ''));
  if (own !== undefined) return own;
  if (words.split(' ').length > longestStatus || hasOpenBox(words) || namesDate.test(words)) return null;
  return statusPatterns.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** True where a text is short and holds status words, so that it is a status wherever it stands. */
export const isStatusWords: (raw: string) => boolean = rememberByText(
  (raw) => foldPlain(raw).split(' ').length <= longestBareStatus && statusValue(raw) !== null,
);

/** True where a text is a status and nothing else: `Now under way`, but not `Review completed` or `Delayed by floods`. */
export function isWhollyStatus(raw: string): boolean {
  const words = foldPlain(raw);
  const known = statusPatterns.map(([pattern]) => pattern.exec(words)).find((match) => match !== null);
  return known !== undefined && words.replace(known[0], ' ').replace(statusFillers, ' ').trim() === '';
}
