import { monthNames } from './months.ts';

/** What a column's or label's own words show beside its field, on text as printed. */

/** Who answers for an action above the one who carries it out, and whose the line is. */
export const overseer =
  /\b(exec(utive)?|strategic|senior|sponsor|sro|slt|elt|smt|accountable|board|member|portfolio|champion)\b/i;
export const doer = /\b(action|task|delivery|activity|operational|milestone|responsible|day to day|working)\b/i;

/** Which of two dates or ratings holds. */
export const newest = /\b(revised|current|latest|forecast|new|now|this)\b/i;
export const oldest = /\b(original|previous|prior|last|initial|baseline|first)\b/i;

/** Where another column has the progress, what such a label says of an earlier period is an update. */
export const earlierPeriod =
  /\b(last|previous|prior|preceding) (reporting )?(period|month|quarter|report|meeting|time|update|year)\b/i;

/** A service's abbreviation before the label: `HWFRS Action Proposed`, `Service action`. */
export const ownerPrefix =
  /^(?!HMIC|RAG|BRAG|AFI|SRO|COC|SLT|ELT|SMT)(?:[A-Z]{2,6}FRS?|[A-Z]{3,6}|Our|The|Service|Force|Brigade|Constabulary|Chief [Cc]onstable|Chief (?:[Ff]ire )?[Oo]fficer)['’]?s?\s+(?=\S)/;

/** A label that is a period and no more. On folded words. */
export const periodWords =
  /^(last|this|previous|current|next|prior|preceding) (quarter|month|period|update|year|report|meeting|time)s?( update| progress| position| commentary)?$|^q(uarter )?[1-4]( update| progress)?$|^(period|month|week) \d{1,2}$/;

/** `Apr–Jun 2024`, `Apr–Jun`: the months of a quarter. */
export const monthsOfYear = new RegExp(`^(?:${monthNames}) ?(?:-|to) ?(?:${monthNames})(?: (?:20)?\\d\\d)?$`);

/** `Position at March`, `Q3 update`: without its year a month or quarter is a period where the label says what it tells of it. */
export const yearless = new RegExp(`\\b(?:(?:\\d{1,2} )?(?:${monthNames})|q(?:uarter )?[1-4])\\b`);

/** What a label says is told of a period, and all words that may stand around one. On folded words. */
export const tellsOfPeriod = /\b(progress|updates?|position|commentary|comments?|activity|meeting)\b/;
export const periodFrame =
  /\b(progress|update[ds]?|position|commentary|comments?|status|as|at|of|to|date|the|end|quarter|in|for|since|latest|on|from|by|period|activity|rag|month|ending|meeting)\b/g;

/** The last words of a label before its period. On folded words. */
export const leadsToPeriod = / (?:at|to|in|for|as at|as of|up to|since|by|the end of)$/;

/** A label that begins with initials which are no words of plans. */
export const initialsFirst = /^(?!HMIC|RAG|BRAG|AFI|SRO)[A-Z]{2,6}(?:FRS|FRA|P|C)?['’]?s?\s/;

/** A label of the date that held before, and of the day that something began or is looked at on. */
export const earlierDate = /\b(?:original|initial|first|previous|baseline)\b/i;
export const otherDay = /\b(?:start|begin|commence|review|(?:completed|closed|closure|actual)\b)/i;

/** A label of actions, and one that says that they come next. */
export const namesActions = /\bactions?\b/i;
export const namesNext = /\b(?:next|further|future|remaining|outstanding|more)\b/i;

/** The letter of a part of a form before its label: `Part A. What inspectors said`. */
export const boxOfForm = /^\s*(?:(?:part|section|box)\s+(?:[a-z]|\d{1,2})|[a-z](?=[.)]))\s*[.):–-]?\s+/i;
