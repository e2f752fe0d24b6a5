/** Signs for "yes": ticks of every font, and boxes with anything in them, as Word and forms print a ticked box. */
export const tickSign = /^(?:[✓✔✅☑☒√🗸🗹🗷🗵⮽⮹]|\[[xX✓✔]\])$/u;
/** Signs and letters that tick one of several boxes, and mean "no" where ticks stand beside them. */
export const crossSign = /^[✗✘✕✖❌🗶🗴🗙xX×]$/u;
/** Other marks that a table sets in one of several columns. */
export const dotSign = /^[●•■Yy]$/u;
/** Boxes that nobody ticked, and signs for nothing. */
export const openBox = /^(?:[☐□▢🗆🞎🞏❑❏⬜◻◽–—-]|\[ ?\])$/u;

/** What stands behind a header and only says how to answer. */
export const howToAnswer = /\s*(?:\?|\((?:tick|✓|✔|y\/n|yes\/no|x)[^)]*\))\s*$/iu;
