import type { PaperField } from '../model/plan.ts';

/** Labels of a cover paper's front matter, folded to words. */
export const frontLabels: readonly (readonly [RegExp, PaperField])[] = [
  [
    /^(subject|title|report title|title of report|report subject|decision title|item title|paper title|name of report)$/,
    'title',
  ],
  [
    /^(meeting( of)?|committee( ?s)?|board|name of (meeting|committee)|meeting name|report(ed)? to|to|body|forum|panel)$/,
    'body',
  ],
  [/^(meeting date|date of( the)? meeting|dated?|(meeting )?to be held( on)?|(meeting )?held( on)?)$/, 'meetingDate'],
  [/^((open|closed|information|decision|public) )*(agenda )?item( no| number)?$|^agenda( no| number)?$/, 'agendaItem'],
  [
    /^(report author|author|authors|report by|report of|prepared by|report prepared by|submitted by|from|lead author|written by|issued by|circulated by|compiled by|kept by|drawn up by)$/,
    'author',
  ],
  [
    /^(updated|last updated|page last updated|(position|data|status|information|figures|progress)( (is|are|shown|correct|given|reported))* (as )?(at|of|on)|(as|correct|accurate) (at|of|on)|(correct|accurate) as (at|of|on)|report(ing)? period( (end(ed|ing)|to))?|period( (end(ed|ing)|to))?|(quarter|month|year) (ended|ending|to)|(data|figures|position|progress) (up )?to)$/,
    'asAt',
  ],
  [/^(service|force|organisation|brigade|fire (and rescue )?service)$/, 'service'],
];

/** Who brings a paper to its meeting: its author where it names no other. */
export const presenterLabel = /^presented by$/;

/** Labels only beside others: alone they say when, or what for. */
export const besideLabels: readonly (readonly [RegExp, PaperField])[] = [
  [/^by$/, 'author'],
  [/^for$/, 'body'],
];

/** Labels of front matter that stand for no field; they end the value before them. */
export const otherFrontLabels =
  /^(type of report|report type|report number|contact( officer)?( no)?|exemption category|annexes|appendices|protective marking|status|wards? affected|portfolio holder|purpose|decision required|background papers)$/;

/** Labels of a meeting's own front page: beside one of them a single known label makes a table front matter. */
export const meetingLabels = /^(venue|location|place( of meeting)?|time( of meeting)?|chair|clerk|quorum)$/;

/** Labels of the plan or programme that the whole paper is on. */
export const planLabels = /^(?:(?:name|title) of (?:the )?)?(?:plan|programme|project|tracker)(?: (?:name|title))?$/;

/** A name or post and nothing that is said of it. */
export const onlyNames = /^(?:the )?\p{Lu}[\p{L}'’-]*(?:,? (?:\p{Lu}[\p{L}'’-]*|of|and|for|the|&))*$/u;

/** `Clerk for members' information`: what comes behind an author. */
export const forWhom = /\s(?:for|from|on|in|at)\s\p{Ll}.*$/u;
