import type { Status } from '../model/plan.ts';
import { isWhollyStatus, statusValue } from './status.ts';

/**
 * The status that a progress text gives of its own: words that open it and end at a dash, a colon or a stop (`Complete –
 * all staff are trained`), or a sentence about nothing else (`This recommendation is now closed.`).
 */
export function statusInProgress(text: string): Status | null {
  const words = [openingWords.exec(text)?.groups?.words, [...text.matchAll(ownStanding)].at(-1)?.groups?.words];
  const raw = words.find((one) => one !== undefined && isWhollyStatus(one));
  const value = raw === undefined ? null : statusValue(raw);
  return raw === undefined || value === null ? null : { raw, value };
}

/** The status in brackets at the end of an action: `Publish the review (Complete)`. */
export function statusInBrackets(text: string): Status | null {
  const raw = /\((?<words>[\p{L} -]{4,24})\)\.?$/u.exec(text.trim())?.groups?.words;
  const value = raw === undefined || !isWhollyStatus(raw) ? null : statusValue(raw);
  return raw === undefined || value === null ? null : { raw, value };
}

/** The words up to the first dash, colon or stop. */
const openingWords = /^(?<words>\p{L}[\p{L} -]{3,24}?)(?:\s*[:.](?=\s|$)|\s+[-–—]\s|$)/u;

/** `This area for improvement is now complete.`: a sentence about nothing but the entry's own standing. */
const ownStanding =
  /(?<=^|[.!?]\s|\n)(?:This|The) (?:area for improvement|AFI|recommendation|action|cause of concern|finding)(?: is| has been| was)(?: now)?(?: considered| assessed as| marked as)?(?: to be)? (?<words>(?:on|off|in|at|behind|not) \p{L}+|\p{L}+)(?=[\s.,;])/giu;
