import type { StatusValue } from '../model/plan.ts';
import { ragWords } from './rag-words.ts';
import { finished } from './statuses.ts';

/** What papers say of the colours, codes and words of their own that they rate by. */

const colours = [...ragWords.keys()].filter((word) => word.length > 1);
const means = 'means?|shows?|indicates?|denotes?|represents?|stands? for';

export const legendTitle =
  /^\s*(?:(?:our|the|progress|delivery) )?(?:b?rag\w? |colou?r |status |ratings? )*(?:key|legend|definitions?|(?<=rag\w? )(?:ratings?|codes?))(?: to (?:the )?(?:colou?rs|ratings?|b?rag|status(?:es)?)(?: ratings?| used| status)?)?\s*:?\s*$/i;

/** What the longer sentences of a legend mean, where the words above do not say. */
export const legendPatterns: readonly (readonly [RegExp, StatusValue])[] = [
  [
    /\bnot [\w ]{0,30}responsib(le|ility)|\boutside (our|the service's|the force's) (control|remit)\b/,
    'not_applicable',
  ],
  [
    /\b(will|would|can|could|may|might|is|are)( \w+)? not (be )?(meet|met|hit|achieved?|delivered?|completed?|finish(ed)?|done)\b|\b(?:unlikely|not (?:now )?(?:expect(?:ed)?|likely|going|able)) to\b|\b(past|beyond|miss(?:es|ed)?) ((its|their|the|an?) )?((due|target|end|agreed|planned|revised|original|new) )?(date|deadline)s?\b|\b(significant|serious|major) (risks?|issues?|concerns?|delays?|problems?)\b|\b(needs?|requires?) ((urgent|immediate|management) )?(attention|intervention|help)\b/,
    'delayed',
  ],
  [
    /^(?:(?:when|if|that|where) )?(?:they|it|this|these) (?:are|is|will|has|have) not$|\bmiss(?:ed)? (?:its|the|their|an?)\b|\b(?:date|deadline|milestone|target)s? (?:was |were |has been |have been )?missed\b/,
    'delayed',
  ],
  [/\b(?:later than|too late|out of time|(?:will|would|may) be late|will not make|gone by)\b/, 'delayed'],
  [
    /\b(?:will|to|expects?|expected|on course|likely)\b[\w ]{0,20}\b(?:be (?:completed?|finished|met|done|delivered)|meet|finish|hit|close)\b|\bmost of the work\b/,
    'in_progress',
  ],
  [
    /\b(has|have) been (fully )?(completed?|delivered|implemented|achieved|embedded)\b|\bcompleted?\b|\b(is|are) (fully )?implemented\b/,
    'complete',
  ],
  [/\b(?:should|ought to) be (?:ready|done|finished|completed?)\b/, 'in_progress'],
  [
    /^no (?:work|action|progress)\b(?!.*\b(?:needed|required|left)\b)|\bnothing (?:has )?(?:yet )?(?:been )?(?:done|begun|started)\b/,
    'not_started',
  ],
  [/\b(?:stopped|halted|put off|set aside|laid aside)\b/, 'deferred'],
  [new RegExp(`^(?:fully |all )?${finished}\\b`), 'complete'],
  [/\bnot (yet )?(been )?(started|begun)\b/, 'not_started'],
  [/(?<!\bnot )\bin (?:good )?time\b/, 'in_progress'],
  [
    /\b(on-?going|anticipated|expected|progress(ing)?|on (track|target|schedule)|will be (met|achieved|delivered|completed|implemented))\b/,
    'in_progress',
  ],
];

/** A line that begins with what it explains. */
export const legendLine = new RegExp(
  `^(?<colour>[\\p{L}]+)\\s*(?:[-–—=:]|\\b(?:${means}|is)\\b)\\s*(?<meaning>.+)$`,
  'u',
);
const shaded = '(?:shaded|coloured|highlighted|marked)';
/** `Greyed out sections note actions completed or embedded`: a sentence that says what a shade means. */
export const shadeSentence = new RegExp(
  `\\b(?:${shaded}(?: out)?(?: in)?(?: light| dark| pale)? )?(?<colour>${colours.join('|')})(?:ed)?(?: out|[- ]shaded| shading| text| sections?| rows?| cells?|(?<=${shaded}\\b.{0,16}))\\b.{0,50}?\\b(?:${means}|notes?|are|is|mark(?:s|ed)?)\\b\\s+(?<meaning>[^.]+)`,
  'i',
);
const printedColours = colours
  .flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
  .join('|');
const sign = '(?:=|[-–—:](?=\\s))';
const inBrackets = `(?:\\((?:[RAGBW]|${printedColours})\\)\\s*)?`;
/** One of several colours in a line, and what leads to its meaning (`Red means late`, `R (red) = late`); a single letter needs a sign. */
export const legendPart = new RegExp(
  `(?<![\\p{L}])(?:(?<word>${printedColours})\\s*${inBrackets}(?:${sign}|(?:${means}|is)\\b(?: that\\b)?)|(?<letter>[RAGBW])\\s*${inBrackets}${sign})\\s*`,
  'gu',
);

/** A colour in a line of several, and the words behind it, without a sign. */
export const colourAndWords = new RegExp(`(?<![\\p{L}])(?:${printedColours})\\s+(?=\\p{Lu})`, 'gu');

/** A line that is a colour or its letter, and words behind it, without a sign. */
export const letterAndWords = new RegExp(`^(?<colour>[RAGBW]|${printedColours})\\s+(?<words>\\p{Lu}.{3,120})$`, 'u');

/** A line that begins with the letter of a colour, and what it means. */
export const letterLine = /^(?<letter>[RAGBW])\s*(?:[-–—=:]|\()\s*(?<meaning>.+?)\)?$/u;

/** Words before a meaning that say only what has it. On folded text. */
export const beforeMeaning =
  /^(that )?(the )?(actions?|activity|work|tasks?|items?|milestones?|objectives?|recommendations?)( is| are| has been| have been)? /;

/** The name of a colour before its meaning in one text. On folded text. */
export const colourBeforeMeaning = new RegExp(`^(?:${colours.join('|')})\\s*[-=:]\\s*`);

/** What leads from a word to its meaning. */
export const leadsToMeaning = new RegExp(
  `^["'”’]?\\s*(?::|=|,|\\((?=[^()]*\\))|[-–—]\\s|\\b(?:${means}|where|when|if|is|are|for)\\b|\\s{2,})\\s*`,
  'iu',
);

/** A word in quotation marks that a sentence explains: `“Submitted” means that the work is done`. */
export const explained = new RegExp(`["“‘'](?<word>[^"“”‘’']{3,24})["”’']\\s+(?:${means})\\b`, 'iu');

/** What stands before a word of a key: the beginning, the end of a meaning, a quotation mark. */
export const beforeKeyWord = /(?:^|[.;|\n"'“‘(]|[:,]\s|\s\s|\band\s|\bor\s)\s*["'“‘]?$/u;

/** What joins words of one meaning. */
export const joinsKeyWords = /^["'”’]?\s*(?:,|and|or|\/|&)\s*["'“‘]?$/iu;

/** A line that says it is a key sets each word before its meaning with nothing between: `Key: Blue Complete Green On plan`. */
export const saysKey = /^\s*(?:[\p{L} ]{0,20}\s)?(?:key|legend)\b[^:.]{0,30}:\s/iu;

/** Capitals, numbers and levels, and what leads to their meaning. */
export const codeInSentence = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<code>\\p{Lu}{1,4}|\\d{1,2}|\\p{Lu}\\p{Ll}+ \\d)['"”’]?\\s*(?:=|\\b(?:${means})\\b)\\s*`,
  'gu',
);

/** A line's codes stand before a sign: `C = Complete; OT = On track`; a key's title may stand before the first. */
export const codeAndMeaning =
  /^(?:[\p{L} ]{1,30}:\s+)?(?<code>[\p{L}\p{N}][\p{L}\p{N} .+/-]{0,11}?)\s*(?:=|:(?=\s)|\s[-–—](?=\s)|\b(?:means|is)\b)\s*(?<meaning>.+)$/u;
