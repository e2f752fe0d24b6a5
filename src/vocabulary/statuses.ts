import type { StatusValue } from '../model/plan.ts';

const end = '(?:completed?|completion|done|delivered|achieved|finished|implemented|embedded|actioned|met|closed)';
const few = String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)`;
const percent = String.raw`(?!0+ ?%)\d{1,2}(?:\.\d+)? ?(?:%|per ?cent)`;

/** Words that name the end and fall short of it: `80% complete`, `mostly done`, `2 of 5 closed`, `not yet delivered`. */
const shortOfEnd = [
  `(?:part(?:ially|ly)?|half|mostly|mainly|largely|near(?:ly|ing)?|almost|virtually|substantially|significantly|approaching|close to)[ -](?:all )?${end}`,
  `not(?: yet)?(?: been)?(?: fully)? (?!met)${end}`,
  `${percent}(?: of)?(?: (?:actions?|work))?(?: (?:is|are|now|has been|have been))? ${end}`,
  String.raw`${end}\W+${percent}(?=\W*$)`,
  String.raw`(${few})(?:(?: out)? of (?:the )?|/)(?!\1\b)${few}\b[^,;.]{0,30}? ${end}`,
  `${end} (?:in part|except|apart from)`,
]
  .map((words) => String.raw`\b${words}(?!\w)`)
  .join('|');

/**
 * What status words mean, most telling first: the first pattern that matches decides. Words are lower case with
 * dashes folded to `-`. Sources: the wordings published by 20 services and 5 forces.
 */
export const statusPatterns: readonly (readonly [RegExp, StatusValue])[] = [
  [
    /^(n\/?a|not applicable|not for (the |this )?(service|force|brigade)|(action |recommendation )?for (the )?(national|other|home office|nfcc|government|ministers?|college of|local government|lga)\b.*)$/,
    'not_applicable',
  ],
  [/^(no (action|further action) (is )?(required|needed)( for .*)?)$/, 'not_applicable'],
  [
    new RegExp(
      String.raw`^(?!.*(?:${shortOfEnd}))(action |now |fully |100 ?% )?(completed?|completion|done|delivered|achieved|finished|implemented|embedded|actioned|signed off)\b`,
    ),
    'complete',
  ],
  [/^(yes|y|met|100 ?%|✓|✔|☑)$/, 'complete'],
  [
    /\b(not (yet )?(started|begun|commenced|due)|yet to (start|begin|commence|be started)|(?<!\d)0 ?% (completed?|done|delivered)|to be (started|commenced)|unstarted|awaiting (allocation|start)|not started)\b/,
    'not_started',
  ],
  [/^(proposed|planned|scheduled|pending|to do|to start|awaiting start|new)$/, 'not_started'],
  [
    /\b(business as usual|\bbau\b|supersed(ed|es)|merged|withdrawn|no longer (required|needed|applicable|relevant)|discharged|removed|cancelled|replaced by|(rolled|moved|absorbed|subsumed|transferred|incorporated|folded) into)\b/,
    'closed',
  ],
  [/\b(deferred|on hold|paused|stalled|postponed|suspended|parked|stood down|in abeyance)\b/, 'deferred'],
  [
    /\b(off[- ](track|target|schedule|course)|behind( schedule| plan| target)?|at risk|overdue|delay(ed|s)?|late|slipp(ed|ing|age)|missed|not on (track|target|schedule)|exceeded|major issues?)\b/,
    'delayed',
  ],
  [new RegExp(shortOfEnd), 'in_progress'],
  [
    /\b(pending|awaiting|ready for|under|for) (sign[- ]?off|approval|closure|evidence|review|validation)\b/,
    'in_progress',
  ],
  [/^(incomplete|(still |yet )?to complete)$/, 'outstanding'],
  [/\bcontinues to be in place\b|\b(done|achieved) and (maintained|kept up)\b/, 'complete'],
  [
    /\b(is|are|was|been|now|all|actions?|status|fully) (now )?(completed?|done|delivered|achieved|finished|implemented|embedded)\b/,
    'complete',
  ],
  [/^(closed|action closed|closed off|ended|archived)\b/, 'closed'],
  [/\bon[- ](track|target|schedule|course)\b/, 'in_progress'],
  [
    /\b(left to deliver|outstanding|remaining|still to (do|deliver|complete)|yet to be (completed|delivered)|to be (completed|delivered))\b/,
    'outstanding',
  ],
  [
    /\b(in[- ](progress|delivery|train)|progressing|under ?way|started|commenced|ahead of schedule|in hand|being (delivered|progressed|implemented)|in development|work in progress|wip)\b/,
    'in_progress',
  ],
  [/^(open|active|live)\b/, 'in_progress'],
  [/^(on-?going|continuous|continuing|continual|recurring|rolling|permanent)\b/, 'ongoing'],
  [/\b(closed|concluded)$/, 'closed'],
  [/\bcompleted?$/, 'complete'],
];

/** Words that are a status and nothing else, also where no sign parts them from what stands before. */
const plainStatus =
  'not (?:yet )?(?:started|begun|commenced)|(?:on|off)[ -](?:track|target|schedule)|at risk|in[ -]progress|(?:behind|ahead of) (?:schedule|target|plan)|on hold|under ?way|completed?|closed|overdue|delayed|deferred|postponed|paused|suspended|superseded|on-?going|outstanding';

/** A title that ends in a status without a sign between: `Home visits On track`, `HYDRANTS [OVERDUE]`. */
export const endsInStatus = new RegExp(
  `^(?<head>.*[^\\s:–—-])\\s+(?:\\[(?=.*\\]$))?(?<status>${plainStatus})\\]?$`,
  'i',
);

/** The title of a legend. */
export const legendTitle =
  /^\s*(?:(?:our|the|progress|delivery) )?(?:b?rag |colou?r |status |ratings? )*(?:key|legend|definitions?)(?: to (?:the )?(?:colou?rs|ratings?|b?rag|status(?:es)?)(?: ratings?| used| status)?)?\s*:?\s*$/i;

/** What the longer sentences of a legend mean, where the words above do not say. */
export const legendPatterns: readonly (readonly [RegExp, StatusValue])[] = [
  [
    /\bnot [\w ]{0,30}responsib(le|ility)|\boutside (our|the service's|the force's) (control|remit)\b/,
    'not_applicable',
  ],
  [
    /\b(will|would|can|could|may|might|is|are)( \w+)? not (be )?(meet|met|hit|achieved?|delivered?|completed?|finish(ed)?|done)\b|\b(unlikely|not expected) to\b|\b(past|beyond|missed) ((its|their|the|an?) )?((due|target|end|agreed|planned) )?(date|deadline)s?\b|\b(significant|serious|major) (risks?|issues?|concerns?|delays?|problems?)\b|\b(needs?|requires?) ((urgent|immediate|management) )?(attention|intervention)\b/,
    'delayed',
  ],
  [
    /\b(has|have) been (fully )?(completed?|delivered|implemented|achieved|embedded)\b|\bcompleted?\b|\b(is|are) (fully )?implemented\b/,
    'complete',
  ],
  [/\bnot (yet )?(started|begun)\b/, 'not_started'],
  [
    /\b(on-?going|anticipated|expected|progress(ing)?|on (track|target|schedule)|will be (met|achieved|delivered|completed|implemented))\b/,
    'in_progress',
  ],
];

/** Words in a date or status cell that are neither a date nor a status: nothing is known yet. */
export const noDateWords: ReadonlySet<string> = new Set([
  'tbc',
  'tba',
  'tbd',
  'to be confirmed',
  'to be agreed',
  'to be determined',
  'to be decided',
  'to be advised',
  'not set',
  'n/a',
  'na',
  'none',
  'no date',
  'no date set',
  'not known',
  'unknown',
  '-',
  '.',
  'x',
  'xxx',
  '?',
  'date tbc',
]);
