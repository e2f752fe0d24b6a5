/** What a value's own words show of what it is, on folded text unless said otherwise. */

export const money = /^(?:£|circa £|c\. ?£)[\d.,]+|^nil$|\b(?:budget|funding|revenue|capital)\b/;

/** As printed. */
export const person =
  /^(?:(?:Mr|Mrs|Ms|Dr|[ACDT]*CFO|GM|AM|SM|WM|Cllr) )?(?:\p{Lu}\p{Ll}+|\p{Lu}\.?) (?:\p{Lu}\p{Ll}+[- ]?){1,2}$/u;
export const ensures = /^(?:make sure|ensure|assure|improve|address|should|must|put in place)\b/;
export const perfect = /\b(?:has|have)(?: now| been| also)* \p{L}+(?:ed|en|t|n|ne)\b/u;
export const past = /\b(?:was|were|held|began|ran|met|took|went|\p{L}{3,30}ed)\b/u;
export const isToCome =
  /\b(?:will|shall|next|plan(?:s|ned)? to|going to|intend(?:s|ed)? to|to be \p{L}+ed|due to|scheduled)\b/u;
export const stillToDo = /\b(?:not yet|still|remain(?:s|ing)?|outstanding|await(?:s|ing)?)\b/;
export const firstPerson = /^(?:we|our)\b/;
export const thirdPerson = /^(?:the service|the force|it|there|inspectors|staff|crews)\b/;
export const closedAnswer = /^(?:yes|no|y|n|n\/a|none|high|medium|low|tbc|-)$/;

/** Answers to a column that is named for a status: `Complete`, with `Yes` and `No` below it. */
export const yesOrNo = /^(?:yes|no|y|n)$/i;

/** What a row that only sums up those above it is named. As printed. */
export const namesSum =
  /^(?:grand |sub-?)?(?:totals?|average|mean|overall)\b|\b(?:sub-?total|total|average)(?: complete)?:?$|^all \p{L}+: ?\d+$/iu;

/** A label left before a lead in its own cell. As printed. */
export const leadLabel = /^\s*(strategic lead|lead officer|responsible (lead|officer)|lead|owner)\s*:\s*/i;

/** `80`, `80 %`, `80% complete`, `Complete – 80%`: a share, and no words but those that it is a share of. */
export const shareDone =
  /^\s*(?:(?:complet(?:ed?|ion)|progress)\W+)?(?<number>\d{1,3}(?:\.\d+)?)\s*(?<sign>%|per ?cent)?(?:\s*(?:complet(?:ed?|ion)|done|delivered))?\W*$/i;
