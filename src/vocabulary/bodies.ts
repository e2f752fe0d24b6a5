import { weekday } from './months.ts';

/** What papers say of the bodies that they go to, and of their meetings. */

/** A body that papers are reported to: its name ends with one of these. */
const bodyNouns =
  'Board|Committee|Panel|Cabinet|Sub-?[Cc]ommittee|Working Group|Working Party|Group|Forum|Authority|Council|Commission|(?<!Chief )Executive|Team|Assembly|Meeting|Seminar';

/** The one body whose name is a single word. */
export const bodyOfOneWord = /^(?:the )?(?:cabinet|authority)$/i;

/** A council or an authority meets where no body of its own is named. */
export const parentBody = /\b(?:council|authority)$/i;

/** A name that ends as a body's does. */
export const endsAsBody = new RegExp(`\\s(?:${bodyNouns})$`, 'i');

/** A team or a group may have written the paper; beside a day it met. */
export const alsoWrites = /\b(?:team|group|executive|meeting|seminar)$/i;

/** A team works on a plan more often than it meets on it: it is a body beside its day. */
export const teamAlone = /\bteam$/i;

/** A text with a body's name in it. */
export const namesBody = new RegExp(`\\b(?:${bodyNouns})\\b`, 'i');

/** Of these a name is a body's without a sign between it and its label. */
export const surelyBody = /\b(Board|Committee|Panel|Cabinet|Group|Authority|Forum)$/;

/** A title that only says whom a paper goes to. */
export const onlyBody = new RegExp(`^(?:report to )?(?:the )?(?:[\\p{L}&,'’]+\\s+){0,7}(?:${bodyNouns})$`, 'iu');

/** What is wanted of a body by a paper. */
const asked = '(?:asked|invited|requested|recommended)';

/** `Members are asked to note the report` under `Recommendation` is the paper's own. */
export const asksReaders = new RegExp(`\\b(?:is|are) ${asked} (?:to|that)\\b|\\bit is recommended\\b`, 'i');

/** `Report to the Audit Committee, 5 September 2024`: whom a paper is for, and no theme. */
export const namesReaders = /^(?:Report|Paper|Presented|Submitted|Presentation|Briefing) (?:to|for) (?:the )?\p{Lu}/u;
const capital = "(?:\\p{Lu}[\\p{L}'’-]*)";
const bodyName = `(?<body>${capital}(?:(?:\\s*(?:,|&|and|of|for|the)\\s+|\\s+)${capital}){0,7}?\\s+(?:${bodyNouns}))(?![\\p{L}])`;

/** Sentences that name a body, most telling first: who is asked, whom the paper is for, where it was taken, a body beside a date. */
export const bodySentences: readonly RegExp[] = [
  new RegExp(`\\b[Mm]embers of (?:the )?${bodyName} (?:are|is|were) ${asked}`, 'u'),
  new RegExp(
    `\\b(?:[Pp]aper|[Rr]eport(?:ed|s|ing)?|[Pp]resented|[Pp]repared|[Ss]ubmitted|[Uu]pdate|[Bb]riefing|[Mm]inutes|[Aa]genda|[Mm]eeting)\\s+(?:to|for|of)\\s+(?:the\\s+)?${bodyName}`,
    'u',
  ),
  new RegExp(`^(?:Report|Paper|Update|Briefing) (?:of|by|from)\\b[^.]{0,80}? to (?:the )?${bodyName}`, 'u'),
  new RegExp(`\\b(?:[Tt]hat|[Tt]he) ${bodyName} (?:is|are|be) ${asked}`, 'u'),
  new RegExp(`(?:^|[.;:,–|·•-]\\s+|\\s–\\s)${bodyName}(?=\\s*(?:,|–|-|:|·|•|\\bon\\b|held|\\||\\d{1,2}[ ./-]|$))`, 'u'),
];

/** Words that lead to a body's name, and the post of who is written to (`Chair, Police and Crime Board`). */
export const beforeBody =
  /^(?:(?:(?:To|For|From|At|By) )?(?:Chair(?:man|woman|person)?|Clerk|Secretary)(?:,| (?:of|to))|To|For|From|At|By) (?:the )?(?=\S)/i;

/** A line that says whom a paper is for. */
export const addressed = new RegExp(
  `^(?:report|paper|update|briefing|presented|submitted)\\s+(?:(?:of|by|from) .{3,80}? )?(?:to|for)\\b.{0,90}\\b(?:${bodyNouns})\\b`,
  'i',
);

/** What stands between a body and the day that it meets on. */
export const beforeDayOfMeeting = new RegExp(
  `(?:\\b(?:meeting|held|on|of)|[,:–|·•-])\\s*(?:to be held on|held on|date)?\\s*(?:${weekday},?\\s*)?$`,
  'i',
);

/** A sentence on the meeting itself. */
export const tellsOfMeeting =
  /\bmeeting\b.{0,20}\b(held|of|on|date)\b|^held (on|at)\b|^minutes of\b.{3,80}\bheld on\b/i;

/** Right before the day that a meeting is held on. */
export const meetsBefore = new RegExp(`\\b(?:meeting (?:of|on)|held on)(?: the)?\\s+(?:${weekday},?\\s*)?$`, 'i');

/** Sentences about an earlier or a later meeting say nothing of this one. */
export const otherMeeting =
  /\b(last|previous|earlier|prior|next) (update|report|paper|meeting|version)\b|\b(will|would|is to) be (presented|reported|submitted|taken)\b|\b(was|were) (first |previously |last )?(presented|reported|submitted|taken)\b|\b(each|every) (meeting|week|month|quarter|year)\b/i;

/** An agenda's item on the minutes of the meeting before. */
export const earlierMinutes = /^(?:to \w+ |approval of )?(?:the )?(?:draft )?minutes\b/i;

/** All that may stand beside a day alone on its line. */
export const besideDay = /^[\s:,.|()–—-]*(?:date|(?:meeting )?(?:of|on)(?: the)?)?[\s:,.|()–—-]*$/;

/** `Thursday 3 July 2025, 2.00 pm, Fenholme Fire Station`: a weekday and a time make a day that of a meeting. */
export const weekdayBefore = new RegExp(`^(?:on )?${weekday},?\\s*$`, 'i');

/** `, 10 am`, `at 14:30`. */
export const timeOfDay = /[,\s]*(?:\bat\s+)?\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|noon\b|hours\b|(?<=[.:]\d\d)$)/;

/** What a title has that is the name of a body, or says which one it goes to. */
export const meetingBody = /\b(?:board|committee|panel|group|authority)\b/i;
