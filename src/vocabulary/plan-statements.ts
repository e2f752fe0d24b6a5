import { numberWords } from './numbers.ts';
import { planLines } from './plan-lines.ts';
import { finished, plainStatus } from './statuses.ts';

/** What papers say of a whole plan: that it closes, how many of its entries stand how. On folded text. */

const number = `(?<count>\\d{1,3}|${[...numberWords.keys()].join('|')})`;
const total = `(?<total>\\d{1,3}|${[...numberWords.keys()].join('|')})`;
const things = `(?:(?:individual|of the|of our|improvement|agreed|planned|separate|total) )*${planLines}`;
const standings = `${plainStatus}|${finished}`;
const done = `(?<status>${standings})`;

/** `Two AFIs are complete and …`: the number counts those alone. */
const ownStanding = `(?! (?:are|is|have been|has been|were|remain) (?:now )?(?:${standings}))`;

/** What happened in a period, what others decided, and what is still to be say nothing of how all entries stand now. */
const span =
  '(?:since\\b|(?:during|in|over|within) (?:the )?(?:last|past|quarter|month|period|reporting|year)|this (?:quarter|month|period|reporting)|at the last)';

/** The plan ends. */
export const planCloses =
  /\b(?:to close|closing|closes?|closure of|sign(?:ing)? off|be closed|is closed|being closed|now closed|formally closed?)\b(?! report)[^.]{0,60}\bplan\b|\bplan\b[^.]{0,60}\b(?:is|be|being|was|has been|now) (?:now )?(?:formally )?(?:closed|concluded|signed off|complete)\b/;

/** What names the end of a plan and does not say that it came. */
export const notYet = /\bclosure report\b|\bwill be (?:presented|closed)\b|\breporting on\b[^.]*\bcloses\b/;

/** So many of so many entries stand so. */
export const counts: readonly RegExp[] = [
  new RegExp(
    `\\b${number} (?:out )?of (?:the |our |its )?${total}(?: ${things})?(?: \\w+){0,3}? (?:is|are|were|was|have been|has been|now)? ?(?:now )?(?:been )?${done}`,
  ),
  new RegExp(
    `\\b${total} ${things}\\b${ownStanding}[^.]{0,60}\\b(?:of which|of these|and)\\b[^.]{0,20}\\b${number} (?:are|is|have been|were|had been) ${done}`,
  ),
  new RegExp(`\\b${finished} ${number} of (?:the |our )?${total}`),
  new RegExp(`\\b${number} ${things} (?:are|is|have been|were|remain) (?:now )?${done}`),
];
export const happened = new RegExp(`^[^,;.]{0,40}?\\b(?:${span}|by (?:hmic|the inspect|inspectors))`);
export const happenedBefore = new RegExp(`^${span}[^,]{0,40},[^,]{0,20}$`);
export const toCome = /\b(?:will|should|would|expected to|due to|planned to) (?:all )?(?:be|have)\b/;

/** `Open - Actions ongoing on track: 7`: a status and how many entries have it. */
export const counted = /^(?<words>[^:\d]{4,60}):\s*(?<count>\d{1,3})$/;

/** An entry that says of itself that it is no part of the plan is not among "all activities of the plan". */
export const outsidePlan = /\bnot (?:an? |one of the )?(?:activit\w+|actions?|part)\b[^.]*\bplan\b/i;
