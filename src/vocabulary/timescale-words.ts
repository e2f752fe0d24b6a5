/** What stands around dates. On folded text unless said otherwise. */

/** What parts the facts of a line: a raised dot, a bar, a semicolon, a comma before the word that leads to a date. */
export const factSeparator = /\s*[|•·;]\s*|\s+[–—]\s+|\s*,\s*(?=(?:by|due|target|end)\b)/iu;

/** What leads to a date and is no part of it. As printed. */
export const leadsToDate = /^(?:all )?(?:by|due(?: by)?|target:?|end of)\s+/i;
export const betweenDates = /^\s*(-|to|until|through|–)\s*$/;
export const superseding =
  /\b(revised|now|extended|moved|changed|slipped|amended|new( target| due)?( date)?|rescheduled)\b/;
export const superseded = /\b(was|were|previously|originally|original|formerly|from|initially)\b/;

/** Words that put the end of a span, not the whole of it, as the date. */
export const endOf = /\b(by (the )?end( of)?|end( of)?|before the end of)\s*$/;
