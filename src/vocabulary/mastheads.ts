/** Lines over a paper: what they say of its meeting, and where in the meeting's agenda it stands. */

/** What a masthead's line says beside a body and a day: where the paper belongs, what it is for, whose it is. On folded words. No line has more than a few: `item` may be a number too, and each more would double the time. */
export const mastheadNotes =
  /^(?:(?:(?:open|closed|public|agenda|information|decision) )*(?:item|agenda|annexe?|appendix|enclosure|paper|part|report)(?: no| number)?(?: ?\w{1,4}(?: [a-z])?)?(?: |$)){1,6}$|^for (?:information|decision|noting|approval|discussion|scrutiny|assurance|consideration)$|^(?:report|paper) (?:of|by|from) .+|^(?:open|public|closed|official|official sensitive)$|^\d{1,2}(?: \d\d)? ?(?:[ap] ?m|noon|hours)$/;

/** What leads to a body or a date in a masthead and is no part of either. */
export const beforeInMasthead =
  /^(?:(?:(?:report|paper|item|update|briefing|minutes)(?: \w{1,4})? )?(?:to|for|of) (?:the )?|\p{L}+(?: \d{1,4})?,? (?:to|for|before) the |for \p{L}+ (?:by|at) (?:the )?|(?:the )?(?:(?:annual|ordinary|special|extraordinary) )*meeting(?: (?:of|on|date|to be held on))?(?: the)?\b:? ?|(?:to be )?held on ?|date:? ?)/iu;

/** What stands behind one of them and is no part of it. */
export const behindInMasthead = /(?:^|\s+)(?:meeting(?: of| on| date)?|on|at|of)[:\s]*$/i;

/** Two signs or more between the pages that lead to a page. */
export const pathOfPages = /(?:[›>]|\s\/\s).*(?:[›>]|\s\/\s)/;

/** The number of the agenda's item: by its name, or at the end of a line behind a sign or a year (`Audit Panel, 3 May 2025, item 4(b)`), or alone in a line. */
export const agendaItem =
  /\b(?:agenda|information|decision|discussion|open|closed|public)\s+item\s*(?:no\.?|number|:)?\s*(?<item>\d{1,3}(?:\([a-z]\)|[a-z]\b|\b))|(?:^|[,|·•.(]|\s[-–—]|\b20\d\d|Authority)\s*item\s*(?:no\.?|number|:)?\s*(?<item>\d{1,3}(?:\([a-z]\)|[a-z])?)\.?\)?\s*$/im;

/** `Agenda item 4:` before a title. */
export const itemBefore =
  /^(?:(?:agenda|open|public|information|decision) )?item(?: no\.?| number)? ?\w{1,4}\s*[:–—-]\s*(?=\S+\s)/iu;

/** The number in it. */
export const itemOfTitle =
  /^(?:(?:agenda|open|public|information|decision) )?item(?: no\.?| number)? ?(?<item>\d{1,3}[a-z]?)\s*[:–—-]\s*\S/iu;

/** The same with nothing behind it. On folded words. */
export const beginsWithItem = /^(open|closed|public)? ?(agenda|information|decision)? ?item\b/;

/** A line at the top of a page that only says where it belongs. */
export const onlyNumbered = /^(?:agenda item|item|page|public|open|restricted)\b[^a-z]*$/iu;
