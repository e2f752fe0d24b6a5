import type { PaperField } from '../model/plan.ts';

/** Labels of a cover paper's front matter, folded to words. */
export const frontLabels: readonly (readonly [RegExp, PaperField])[] = [
  [
    /^(subject|title|report title|title of report|report subject|decision title|item title|paper title|name of report)$/,
    'title',
  ],
  [/^(meeting( of)?|committee|board|name of (meeting|committee)|meeting name|report to|to|body|forum|panel)$/, 'body'],
  [/^(meeting date|date of( the)? meeting|date|(meeting )?to be held( on)?|(meeting )?held( on)?)$/, 'meetingDate'],
  [/^((open|closed|information|decision|public) )*(agenda )?item( no| number)?$|^agenda( no| number)?$/, 'agendaItem'],
  [
    /^(report author|author|authors|report by|report of|prepared by|report prepared by|submitted by|from|lead author|written by)$/,
    'author',
  ],
  [
    /^(updated|last updated|page last updated|(position|data|status|information|figures|progress)( (is|are|shown|correct|given|reported))* (as )?(at|of|on)|(as|correct|accurate) (at|of|on)|(correct|accurate) as (at|of|on)|report(ing)? period|period)$/,
    'asAt',
  ],
  [/^(service|force|organisation|brigade|fire (and rescue )?service)$/, 'service'],
];

/** Labels of front matter that stand for no field; they end the value before them. */
export const otherFrontLabels =
  /^(presented by|type of report|report type|report number|contact( officer)?( no)?|exemption category|annexes|appendices|protective marking|status|wards? affected|portfolio holder|purpose|decision required|background papers)$/;

/** Labels of a meeting's own front page: beside one of them a single known label makes a table front matter. */
export const meetingLabels = /^(venue|location|place( of meeting)?|time( of meeting)?|chair|clerk|quorum)$/;

/** A body that papers are reported to: its name ends with one of these. */
export const bodyNouns =
  'Board|Committee|Panel|Cabinet|Sub-?[Cc]ommittee|Working Group|Group|Forum|Authority|Council|Commission|Executive|Team|Assembly|Meeting|Seminar';

/** What a masthead's line says beside a body and a day: where the paper belongs, what it is for, whose it is. On folded words. */
export const mastheadNotes =
  /^(?:(?:open|closed|public|agenda|information|decision) )*(?:item|agenda|annexe?|appendix|enclosure|paper|part|report)(?: no| number)?(?: ?\w{1,4})?$|^for (?:information|decision|noting|approval|discussion|scrutiny|assurance|consideration)$|^(?:report|paper) (?:of|by|from) .+|^(?:open|public|closed|official|official sensitive)$|^\d{1,2}(?: \d\d)? ?(?:[ap] ?m|noon|hours)$/;

/** Words between which a data date stands: what the paper's figures and words are as of. On folded text. */
export const asAtWords =
  /\b(updated?|refresh(ed)?|last (updated|reviewed)|(position|status|data|figures|correct|accurate|information|progress|performance)( (is|are|was|were|shown|given|reported|stated|set out|below|here|in this (report|paper|plan|update)))* (as )?(at|of|to|on)( the)?( end of)?|as (at|of|on)( the)?( end of)?|up to( the)?( end of)?|position at)\b[^.]{0,12}$/;

/** What is said of a plan as it was on a day, in any order of words; the day follows `dayOfState`. On folded text. */
export const stateWords =
  /\b(?:position|status|state|stands?|stood|true|figures?|data|percentages?|returns?|views?|comments|open|progress|updates?|updated|reviewed|changed|checked|extracted|refreshed|where (?:we|things|it) (?:are|is|was|were)|(?:period|months?|quarter) to)\b/;
export const dayOfState =
  /(?:\b(?:at|on|to|of|for|in)(?: the)?(?: end of(?: (?:q|quarter )[1-4])?)?|\b(?:position|status|extracted|updated|refreshed|reviewed|checked)) ?[:(]? ?$/;
/** Sentences on what happened on a day say nothing of the plan's state then. */
export const otherDays =
  /\b(?:inspected|inspection (?:of|in|on)|published|report of|visit(?:ed)?|meeting|approved|agreed|adopted|revisit|letter|will|due|from|since|minutes|graded|presented|reported to|submitted|taken to|next)\b/;
