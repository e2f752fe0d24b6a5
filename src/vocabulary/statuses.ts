import type { StatusValue } from '../model/plan.ts';

const end =
  '(?:completed?|completion|done|delivered|achieved|finished|implemented|fulfilled|embedded|actioned|met|closed)';
const few = String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)`;
const percent = String.raw`(?!0+ ?%)\d{1,2}(?:\.\d+)? ?(?:%|per ?cent)`;

/** Words that name the end and say only that it is not reached: `not yet delivered`. */
const beforeEnd = String.raw`\bnot(?: yet)?(?: been)? (?!met)${end}(?!\w)`;

/** Words that name the end and fall short of it: `80% complete`, `mostly done`, `2 of 5 closed`, `not fully delivered`. */
const shortOfEnd = [
  `(?:part(?:ially|ly)?|half|mostly|mainly|largely|near(?:ly|ing)?|almost|virtually|substantially|significantly|approaching|close to)[ -](?:all )?${end}`,
  `not(?: yet)?(?: been)? fully ${end}`,
  `${percent}(?: of)?(?: (?:actions?|work))?(?: (?:is|are|now|has been|have been))? ${end}`,
  String.raw`${end}\W+${percent}(?=\W*$)`,
  String.raw`(${few})(?:(?: out)? of (?:the )?|/)(?!\1\b)${few}\b[^,;.]{0,30}? ${end}`,
  `${end} (?:in part|except|apart from)`,
]
  .map((words) => String.raw`\b${words}(?!\w)`)
  .join('|');

/** Words that say that something is done, as they stand behind "has been" or before "actions". */
export const finished =
  '(?:completed?|done|delivered|achieved|finished|implemented|fulfilled|embedded|actioned|closed|discharged|signed off)';

/** What a wording of a status means, and where it may stand in a text. */
interface StatusWording {
  readonly value: StatusValue;
  /** A pattern's source, on text in lower case with dashes folded to `-`. */
  readonly words: string;
  /** `alone`: the whole text; `first`: it opens one; `last`: it ends one; `anywhere`: inside one too. */
  readonly stands: 'alone' | 'first' | 'last' | 'anywhere';
  /** True for words that are a status and nothing else, also where no sign parts them from what stands before. */
  readonly plain?: true;
}

/**
 * The words that papers say a status in, most telling first: the first that is found decides. Every place where a status
 * can stand (a cell, a badge, the end of a title, the front of the progress, a sentence, a legend) reads by this list.
 * Sources: the wordings published by 20 services and 5 forces.
 */
const wordings: readonly StatusWording[] = [
  {
    value: 'not_applicable',
    words:
      'n/?a|not applicable|not for (?:the |this )?(?:service|force|brigade)|(?:action |recommendation )?for (?:the )?(?:national|other|home office|nfcc|government|ministers?|college of|local government|lga)\\b.*|no (?:further )?action (?:is )?(?:required|needed)(?: for .*)?',
    stands: 'alone',
  },
  {
    value: 'complete',
    words: `(?!.*(?:${beforeEnd}|${shortOfEnd}))(?:action |now |fully |100 ?% )?(?:completed?|completion|done|delivered|achieved|finished|implemented|fulfilled|embedded|actioned|signed off)`,
    stands: 'first',
  },
  {
    value: 'complete',
    words:
      'yes|y|met|kept|performed|settled|(?:accepted|agreed) and (?:completed?|done|delivered|met)|put right|put to bed|(?:all )?sorted(?: out)?|landed|arrived|wrapped up|cleared|ticked off|in the bag|job done|done and dusted|(?:already|now) in place|100 ?%|✓|✔|☑',
    stands: 'alone',
  },
  { value: 'complete', words: String.raw`closed\W{1,3}${finished}`, stands: 'first' },
  {
    value: 'not_started',
    words:
      'not (?:yet )?(?:been )?(?:started|begun|commenced|due)(?: yet)?|(?:yet|still) to (?:start|begin|commence|be started)|unstarted|awaiting (?:allocation|start)',
    stands: 'anywhere',
    plain: true,
  },
  {
    value: 'not_started',
    words: `(?<!\\d)0 ?% (?:completed?|done|delivered)|to be (?:started|commenced)|(?:no (?:work|action|progress)|nothing) (?:has|have) (?:yet )?been (?:${finished}|started|begun|made|taken)`,
    stands: 'anywhere',
  },
  {
    value: 'not_started',
    words:
      'proposed|planned|scheduled|pending|to do|to come|up next|ahead of us|untouched|not (?:yet )?(?:touched|opened|picked up|looked at|moving|off the ground)(?: yet)?|in the queue|queued|to start|ready to (?:start|begin|go)|new|due to start|not (?:yet )?reached|in the pipeline',
    stands: 'alone',
  },
  {
    value: 'closed',
    words: 'superseded|no longer (?:required|needed|applicable|relevant)',
    stands: 'anywhere',
    plain: true,
  },
  {
    value: 'closed',
    words:
      '(?:(?:moved|transferred|passed|handed over) to )?(?:business as usual|bau)|supersedes|merged|withdrawn|discharged|removed|cancelled|replaced by|(?:rolled|moved|absorbed|subsumed|transferred|incorporated|folded) into',
    stands: 'anywhere',
  },
  {
    value: 'closed',
    words:
      '(?:part of )?everyday work|abandoned|struck off|lapsed|rejected|overtaken(?: by .*)?|carried elsewhere|struck off, .*',
    stands: 'alone',
  },
  { value: 'deferred', words: 'deferred|on hold|paused|stalled|postponed|suspended', stands: 'anywhere', plain: true },
  { value: 'deferred', words: 'parked|stood down|in abeyance', stands: 'anywhere' },
  {
    value: 'deferred',
    words:
      '(?:left|put off|kept) (?:till|until|for) later|shelved|held over|put (?:back|off)|(?:laid|set) aside|on (?:the shelf|ice)',
    stands: 'alone',
  },
  {
    value: 'delayed',
    words:
      '(?:off[ -]|not (?:on|to)[ -])(?:track|target|schedule|course|time|plan)|(?:behind|below) (?:schedule|plan|target|time)|at risk|in (?:difficulty|trouble)|overdue|delayed|slipped',
    stands: 'anywhere',
    plain: true,
  },
  { value: 'delayed', words: 'behind|delays?|late|slipp(?:ing|age)|missed|exceeded|major issues?', stands: 'anywhere' },
  {
    value: 'delayed',
    words:
      '(?:needs?|requires?) (?:(?:urgent|immediate|management) )?attention|attention (?:needed|required)|(?:will|may|likely to) miss (?:its|their|the) .*|stuck|dragging|overrunning|held up|struggling|blocked|bogged down|drifting|adrift|lagging|going (?:badly|wrong|slowly)|running (?:over|behind)|some concerns?|in doubt|needs? (?:watching|a push|help)|(?:going |moving |progress )?(?:more slowly|slower) than .*',
    stands: 'alone',
  },
  { value: 'in_progress', words: shortOfEnd, stands: 'anywhere' },
  { value: 'outstanding', words: beforeEnd, stands: 'anywhere' },
  { value: 'in_progress', words: '(?:pending|awaiting) sign[ -]?off', stands: 'anywhere', plain: true },
  {
    value: 'in_progress',
    words: '(?:pending|awaiting|ready for|under|for) (?:sign[ -]?off|approval|closure|evidence|review|validation)',
    stands: 'anywhere',
  },
  { value: 'outstanding', words: 'incomplete|(?:still |yet )?to complete', stands: 'alone' },
  {
    value: 'complete',
    words: 'continues to be in place|(?:done|achieved) and (?:maintained|kept up)',
    stands: 'anywhere',
  },
  {
    value: 'complete',
    words:
      '(?:is|are|was|been|now|all|actions?|status|fully) (?:now )?(?:completed?|done|delivered|achieved|finished|implemented|fulfilled|embedded)',
    stands: 'anywhere',
  },
  { value: 'closed', words: 'closed|action closed|closed off|ended|archived', stands: 'first' },
  {
    value: 'in_progress',
    words:
      'on[ -](?:track|target|schedule|course|plan)|ahead of (?:schedule|target|plan)|(?:moving|going|running|proceeding|progressing) (?:as planned|to (?:plan|time))',
    stands: 'anywhere',
    plain: true,
  },
  { value: 'outstanding', words: 'outstanding', stands: 'anywhere', plain: true },
  {
    value: 'outstanding',
    words:
      'left to (?:deliver|do|complete)|remaining|still to (?:do|deliver|complete)|(?:yet |still )?to be (?:completed|delivered|done)',
    stands: 'anywhere',
  },
  { value: 'in_progress', words: 'in[ -]progress|under ?way', stands: 'anywhere', plain: true },
  {
    value: 'in_progress',
    words:
      'doing|(?:still )?working on it|still (?:going|moving|running|at it)|(?:to|in) time|steady|(?:with)?in(?:side)? tolerance|half[ -]?way(?: there)?|(?:evidence gathering|gathering evidence)|being tested|on (?:the|its) way|nearly there|(?:(?:just|recently) )?begun|moving (?:forward|ahead|along)|(?:coming|getting) (?:along|on)|getting there|almost there|moving|well (?:on|advanced|in hand|on the way)|partly(?: there| met)?|part[ -]way(?: there)?|advancing(?: well)?|work continues|ticking over|shaping up|on the (?:move|go)|nearly home|(?:going )?to plan|(?:going |moving )?as (?:we (?:had )?)?(?:planned|hoped|intended)|(?:going|doing|progressing) well',
    stands: 'alone',
  },
  {
    value: 'in_progress',
    words:
      'in[ -](?:delivery|train)|progressing|proceeding|started|commenced|in hand|being (?:delivered|progressed|implemented)|in development|being (?:worked on|done|kept|met|performed)|(?<!\\b(?:not|unlikely|never)\\b[^.,;:–—-]{0,40})on time|wip',
    stands: 'anywhere',
  },
  { value: 'in_progress', words: 'open|active|live', stands: 'first' },
  { value: 'ongoing', words: 'on-?going', stands: 'first', plain: true },
  { value: 'ongoing', words: 'continuous|continuing|continual|recurring|rolling|permanent', stands: 'first' },
  { value: 'closed', words: 'closed', stands: 'last', plain: true },
  { value: 'closed', words: 'concluded', stands: 'last' },
  { value: 'complete', words: 'completed?', stands: 'last', plain: true },
];

const around = {
  alone: ['^(?:', ')$'],
  first: ['^(?:', ')(?!\\w)'],
  last: ['\\b(?:', ')$'],
  anywhere: ['(?<!\\w)(?:', ')(?!\\w)'],
} as const;

/** What status words mean, most telling first: the first pattern that matches decides. On text folded plain. */
export const statusPatterns: readonly (readonly [RegExp, StatusValue])[] = wordings.map(({ words, stands, value }) => [
  new RegExp(around[stands].join(words)),
  value,
]);

const sourceOf = (chosen: readonly StatusWording[]): string => `(?:${chosen.map(({ words }) => words).join('|')})`;

/** Words that are a status and nothing else, as a pattern's source. */
export const plainStatus = sourceOf(wordings.filter(({ plain }) => plain));

/** The same run together, as letters drawn on a page. */
export const plainStatusLetters = plainStatus.replace(/(?:\[ -\]|[ -])\??/g, '');

/** Those of what is neither ended nor merely left to do: late, on track, on hold, not begun. */
export const openStatus = sourceOf(
  wordings.filter(
    ({ plain, value }) => plain && ['not_started', 'in_progress', 'delayed', 'deferred', 'ongoing'].includes(value),
  ),
);

/** Words that say that something is left to do, as a pattern's source. */
export const outstandingStatus = sourceOf(
  wordings.filter(({ value, stands }) => value === 'outstanding' && stands === 'anywhere'),
);

/** A title that ends in a status without a sign between: `Home visits On track`, `HYDRANTS [OVERDUE]`. */
export const endsInStatus = new RegExp(
  `^(?<head>.*?[^\\s:–—-])\\s+(?:\\[(?=.*\\]$))?(?<status>${plainStatus})\\]?$`,
  'i',
);

/** Words that name a date, and are no status: `Date completed`, `Closed on`. On folded text. */
export const namesDate = new RegExp(`^dates? [a-z ]+$|^(?:[a-z]+ )?(?:${end}|started|begun|due) (?:on|by|dates?)$`);

/** `Complete by March`, `completion due in May`: what is to be says nothing of how it stands. */
export const toBeComplete =
  /(?:^|(?<![\s,;:(-])[\s,;:(-]+)(?:(?:is |are |due |expected |planned )?to (?:be )?)?(?:complete|completion) (?:is )?(?:by|due|expected|planned|anticipated|forecast|target(?:ed)?|date)\b.*$/;

/** Words beside a status that add nothing to it. */
export const statusFillers = /\b(?:actions?|implementation|work|now|fully|still|currently|status|all|is|are|the)\b/g;

/** Words in a date or status cell that are neither a date nor a status: nothing is known yet. */
export const noDateWords: ReadonlySet<string> = new Set(
  'tbc|tba|tbd|to be confirmed|to be agreed|to be determined|to be decided|to be advised|not set|n/a|na|none|no date|no date set|not known|unknown|-|.|x|xxx|?|date tbc'.split(
    '|',
  ),
);

/** What leads from an entry to its status in a sentence: a pattern's source. */
export const standsAs =
  '(?:is|are|has been|have been|was|were|remains?)(?: now| currently| still| all| both| considered(?: to be)?)*(?: (?:assessed|marked|reported|rated) as)?';
