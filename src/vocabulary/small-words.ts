/** Words that say nothing by themselves, and what they show of the text that has them. */

/** A line that ends in one of these goes on in the next. */
const leadOn = 'an?|the|of|to|and|or|with';

/** Words that a sentence has and the name of a post has not. */
export const ofSentence = /\b(?:the|an?(?!\.)|to|with|from|is|are|was|were|be|should|will)\b/i;

/** A label set apart by type alone does not end so. */
export const leadsToValue = new RegExp(
  `(?:^|\\s)(?:${leadOn}|in|on|at|from|our|its|this|that|has|have|are|will)$`,
  'i',
);

/** No title ends so. */
export const leadsOnFromTitle = new RegExp(`\\b(?:${leadOn}|for|in)$`, 'i');

/** After a comma or one of these words a sentence goes on. */
export const sentenceGoesOn = new RegExp(`(?:,|\\b(?:${leadOn}|from|for|in|by|on|at))$`, 'i');

/** After a comma or one of these words a sentence must go on, in a narrow cell too. */
export const cellGoesOn = new RegExp(
  `(?:,|\\b(?:${leadOn}|from|for|by|into|our|their|its|which|that|is|are|was|were|be|been|has|have))$`,
  'iu',
);

/** Words that lead on from a status: `closed following the visit`, `on track for May`. */
export const leadsOnFromStatus = /^(?:and|but|with|as|because|since|at|in|following|due|for|to|by|this|after)$/i;

/** A sentence that speaks of what stands before it. */
export const refersBack = /\b(this|these|it|they|that)\b/i;
