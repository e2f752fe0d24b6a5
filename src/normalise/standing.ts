import type { Status } from '../model/plan.ts';
import { planLines } from '../vocabulary/plan-lines.ts';
import { leadsOnFromStatus } from '../vocabulary/small-words.ts';
import { openStatus, standsAs } from '../vocabulary/statuses.ts';
import { isWhollyStatus, statusValue } from './status.ts';

/**
 * The status that a progress text gives of its own: words that open it and end at a dash, a colon or a stop (`Complete –
 * all staff are trained`), or a sentence about nothing else (`This recommendation is now closed.`).
 */
export function statusInProgress(text: string): Status | null {
  const words = [openingWords.exec(text)?.groups?.words, wordsAtFront([...text.matchAll(ownStanding)].at(-1))];
  return words.map(asStatus).find((status) => status !== null) ?? null;
}

/** Words that are a status and nothing else. */
function asStatus(raw: string | undefined): Status | null {
  const value = raw === undefined || !isWhollyStatus(raw) ? null : statusValue(raw);
  return raw === undefined || value === null ? null : { raw, value };
}

/** The status in brackets at the end of an action: `Publish the review (Complete)`. */
export function statusInBrackets(text: string): Status | null {
  return asStatus(/\((?<words>[\p{L} -]{4,24})\)\.?$/u.exec(text.trim())?.groups?.words);
}

/** The words up to the first dash, colon or stop. */
const openingWords = /^(?<words>\p{L}[\p{L} -]{3,24}?)(?:\s*[:.](?=\s|$)|\s+[-–—]\s|$)/u;

const clause = '(?<words>\\p{L}[\\p{L} -]*)';

/** `This area for improvement is now complete.`: a sentence about nothing but the entry's own standing. */
const ownStanding = new RegExp(`(?<=^|[.!?]\\s|\\n)(?:This|The) ${planLines} ${standsAs} ${clause}`, 'giu');
/** `The following three actions are on track:` */
const listStanding = new RegExp(`\\b${planLines} ${standsAs} ${clause}`, 'giu');
const openWords = new RegExp(`(?<!\\w)${openStatus}(?!\\w)`, 'i');

/**
 * The status that a sentence above a list gives to its items, as printed: `The following actions are behind schedule:`,
 * `Actions on hold`; null where it gives none.
 */
export function statusOfListed(sentence: string): string | null {
  const said = [...sentence.matchAll(listStanding)].map(wordsAtFront);
  return said.find((words) => words !== undefined) ?? openWords.exec(sentence)?.[0] ?? null;
}

const longestStatus = 5;

/** The most words behind the verb that are a status and nothing else, before a sign or a word that leads on. */
function wordsAtFront(match: RegExpExecArray | undefined): string | undefined {
  const words = match?.groups?.words?.trim().split(/\s+/) ?? [];
  const counts = words.slice(0, longestStatus).map((_, index, { length }) => length - index);
  const count = counts.find((one) => {
    const next = words[one];
    return (next === undefined || leadsOnFromStatus.test(next)) && isWhollyStatus(words.slice(0, one).join(' '));
  });
  return count === undefined ? undefined : words.slice(0, count).join(' ');
}
