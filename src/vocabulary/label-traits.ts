/** What a column's or label's own words show beside its field, on text as printed. */

/** Who answers for an action above the one who carries it out, and whose the line is. */
export const overseer =
  /\b(exec(utive)?|strategic|senior|sponsor|sro|slt|elt|smt|accountable|board|member|portfolio|champion)\b/i;
export const doer = /\b(action|task|delivery|activity|operational|milestone|responsible|day to day|working)\b/i;

/** Which of two dates or ratings holds. */
export const newest = /\b(revised|current|latest|forecast|new|now|this)\b/i;
export const oldest = /\b(original|previous|prior|last|initial|baseline|first)\b/i;

/** Where another column has the progress, what such a label says of an earlier period is an update. */
export const earlierPeriod = /\b(last|previous|prior|preceding) (reporting )?(period|month|quarter|report|meeting)\b/i;
