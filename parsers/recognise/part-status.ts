import { foldPlain } from '../../src/lib/fold.ts';
import { isWhollyStatus } from '../../src/normalise/status.ts';
import { planLines } from '../../src/vocabulary/plan-lines.ts';

const things = `(?:(?:improvement|agreed|individual|all) )?${planLines}`;
/** What names a part of a paper and says nothing of it: `Appendix B –`, `Annex 2:`, `4.1`, `Table 3`. */
const partName =
  /^(?:(?:appendix|annexe?|section|part|schedule|table|enclosure|list)(?: [a-z]|\s?\d+(?:\.\d+)*)?|\d+(?:\.\d+)*|[a-z])\s*[-–—:.)]*\s+/;
const statusFirst = new RegExp(
  `^(?<status>[\\p{L} -]{4,30}?) ${things}(?<rest> (?:since|in|during|this|at|as at|to|between|by)\\b.{2,50})?$`,
  'u',
);
const thingsFirst = new RegExp(
  `^${things}(?: (?:that|which) (?:are|have been))? (?<status>[\\p{L} -]{4,30}?)(?<rest> (?:since|in the|in (?=\\p{Lu}|\\d)|during|this|at|to|between|by)\\b.{2,50})?$`,
  'u',
);

/** What a named part of a paper says of all in it: `Part B: Completed since the last report`. */
const lately = /^(?<status>[\p{L} -]{4,30}?) (?:since|in the|during|this)\b.{2,50}$/u;
const isStatusOf = (words: string | null): boolean => words !== null && isWhollyStatus(words);

/**
 * The status that a title gives to everything below it: `Appendix B – Completed actions`, `Annex 2: Actions closed since
 * the last report`, `Improvement plan: completed actions`; null for any other title.
 */
export function statusOfPart(title: string): string | null {
  const whole = foldPlain(title).replace(partName, '');
  const last = whole.replace(/^.*(?::|\s-)\s+/, '');
  const sinceThen = whole === foldPlain(title) ? null : (lately.exec(whole)?.groups?.status ?? null);
  const told = statusToldIn(whole) ?? statusToldIn(last) ?? (isStatusOf(sinceThen) ? sinceThen : null);
  return told === null ? null : printed(title, told);
}

function statusToldIn(words: string): string | null {
  const { status = '', rest = '' } = statusFirst.exec(words)?.groups ?? thingsFirst.exec(words)?.groups ?? {};
  // Words like `to` may belong to the status: `left to deliver`.
  return [`${status}${rest}`, status].find((one) => isWhollyStatus(one)) ?? null;
}

/** The words as the title prints them. */
function printed(title: string, words: string): string {
  const at = title.toLowerCase().indexOf(words);
  return at < 0 ? words : title.slice(at, at + words.length);
}
