import { planLines } from './plan-lines.ts';

/** What names a part of a paper, or a table or picture in it. */

const annexes = 'appendix|annexe?|enclosure';

/** `Appendix B` and nothing else. On folded words. */
export const annexAlone = new RegExp(`^(?:${annexes}|attachment)(?: \\w{1,3})?$`);

/** A title that begins so. On folded text. */
export const annexFirst = new RegExp(`^(?:${annexes})\\b`);

/** What names a part of a paper and says nothing of it: `Appendix B –`, `Annex 2:`, `4.1`, `Table 3`. */
export const partName = new RegExp(
  `^(?:(?:${annexes}|section|part|schedule|table|list)(?: [a-z]|\\s?\\d+(?:\\.\\d+)*)?|\\d+(?:\\.\\d+)*|[a-z])\\s*[-–—:.)]*\\s+`,
);

/** The number or letter of a section and what parts it from the section's words. */
export const sectionNumber = /^\s*(?:\d+(?:\.\d+)*[.)]?|\p{Lu}[.)])\s+/u;

/** `Annex 2 –` before a title. */
export const annexBefore = new RegExp(`^\\s*(?:${annexes}|part)(?:\\s+\\w+\\s*[-–—:]?|\\s*[-–—:])\\s*`, 'i');

/** A line that names a table, a picture or a part, in the languages that tables are set in. */
export const caption =
  /^(?:table|exhibit|figure|fig\.|chart|box|appendix|annex|tableau|tabelle|tabella|tabla|quadro)\s*[\dA-Z]{0,3}[.\-–:\d]*(?:\s|$)/iu;

/** Such a line of a table. */
export const tableCaption = /^(?:tab|exhibit|quadro)/iu;

/** The same over the whole width of a ruled table. */
export const rowOfCaption = /^(?:table|exhibit|figure|chart|box)\b/iu;

/** What stands below a table and tells of it. */
export const rowOfNotes = /^(?:sources?|notes?)\s?:/iu;

const things = `(?:(?:improvement|agreed|individual|all) )?(?:${planLines}|areas?)`;

/** A title that gives a status to the lines of a plan below it: `Completed actions`, `Actions closed since May`. On folded text. */
export const statusOfLines = new RegExp(
  `^(?<status>[\\p{L} -]{4,30}?) ${things}(?<rest> (?:since|in|during|this|at|as at|to|between|by|from|of)\\b.{2,50})?$`,
  'u',
);
export const linesOfStatus = new RegExp(
  `^${things}(?: (?:that|which) (?:are|have been))? (?<status>[\\p{L} -]{4,30}?)(?<rest> (?:since|in the|in (?=\\p{Lu}|\\d)|during|this|at|to|between|by|from|of)\\b.{2,50})?$`,
  'u',
);

/** What a named part of a paper says of all in it: `Part B: Completed since the last report`. */
export const lately = /^(?<status>[\p{L} -]{4,30}?) (?:since|in the|during|this)\b.{2,50}$/u;
