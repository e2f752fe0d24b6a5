/** What papers call themselves. */

/** Words of a report's title. */
export const reportWords = /\b(plan|report|update|progress|inspection|hmic(frs)?|findings|response|review|tracker)\b/i;

/** `Position at: 05/03/2025` in the same row of a sheet. */
export const labelBehind =
  /\s+(?:(?:position|data|correct|as) (?:as )?(?:at|to|of)|date|version|updated)\s*:\s*\S[^:]*$/iu;

/** What stands beside a paper's date, and is no title with it. */
export const besideDate = /\b(updated?|as at|as of|date|version|draft|position|last)\b/g;

/** What a paper that keeps minutes calls itself, in a line of its own at its top. */
export const calledMinutes =
  /^(?:draft |unconfirmed |confirmed |approved |public )*minutes\b(?! (?:of|from) the (?:last|previous))/;

/** What a paper that tells people how to write a plan calls itself. */
export const calledGuidance =
  /^(?:(?:user |short |staff )?guid(?:ance|e)\b|how to\b|instructions?\b|notes (?:on|for) (?:completing|filling|authors)|completing\b|checklist\b)|(?::|\s-)\s*(?:guidance|instructions) (?:for|on|to)\b|\b(?:guidance|guidance notes?|user guide|checklist|(?:blank |plan )?template)$/;

/** What only minutes say: who came, and what was decided. */
export const meetingLines =
  /^(?:present|in attendance|attendance|apologies(?: for absence)?|also present|reply|resolved|agreed|decision|noted)\b\s*(?::|[-–—]|$|that\b|were received)/;

/** The first words of a letter, and its last. */
export const salutation = /^dear\s[^.!?]{2,60}$/i;
export const complimentaryClose =
  /^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes))\b[^.]{0,20}$/i;
