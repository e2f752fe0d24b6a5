import { foldWords, isCapitals } from '../../../src/lib/fold.ts';
import { frontLabels, otherFrontLabels } from '../../../src/vocabulary/front-labels.ts';
import { wordings } from '../../../src/vocabulary/labels.ts';
import { leadsOnFromTitle } from '../../../src/vocabulary/small-words.ts';

const longestHeading = 110;
const mostWords = 16;
const longestLabel = 60;

/** A line in capitals that can only be a heading: letters enough to be words, no sentence. */
export function isCapitalHeading(text: string): boolean {
  return (
    isCapitals(text) &&
    /\p{Lu}{4}/u.test(text) &&
    text.length <= longestHeading &&
    !/[.;,]$/.test(text) &&
    !isLabelLine(text)
  );
}

/** A line that may be a heading if something stands under it: short, begins like a title, no sentence and no label. */
export const isTitleLike = (text: string): boolean => looksLikeTitle(text) && !isLabelLine(text) && !hasFacts(text);

/** Short texts on one line with a sign between them: what a record's facts are, no title's words. */
const hasFacts = (text: string): boolean => /\s[•·|]\s/.test(text);

/** A line that may be a label if it comes again: short, begins like a title, no sentence; it may lead on to its value ("What we have got to"). */
export const isLabelLike = (text: string): boolean =>
  text.length <= longestLabel && beginsTitle(text) && !endsOtherwise.test(text) && !isLabelLine(text);

/** As `isTitleLike`; a colon does not count against it unless the words before it belong to a paper's front matter. */
export const isPaperTitle = (text: string): boolean => looksLikeTitle(text) && !isFrontLabelLine(text);

function looksLikeTitle(text: string): boolean {
  return (
    text.length <= longestHeading &&
    text.split(' ').length <= mostWords &&
    beginsTitle(text) &&
    !endsOtherwise.test(text) &&
    !leadsOnFromTitle.test(text) &&
    !/\.\s+\p{Lu}/u.test(text.replace(/^[\dA-Za-z]{1,3}\.\s/, ''))
  );
}

const beginsTitle = (text: string): boolean => /^(?:\(?\d|["“'‘]?\p{Lu})/u.test(text) && /\p{L}{2}/u.test(text);

/** How sentences, items of lists and labels before their values end. */
const endsOtherwise = /[.;,:!]["'”’)]*$/;

/** `Report author: …`, `Status: …`: a label and its value on one line. A title may hold a colon too. */
export function isLabelLine(text: string): boolean {
  const label = labelWords(text);
  return label !== null && (isFrontLabel(label) || wordings.some(({ pattern }) => pattern.exec(label)?.[0] === label));
}

/** As `isLabelLine`, for the labels of a paper's front matter alone. */
function isFrontLabelLine(text: string): boolean {
  const label = labelWords(text);
  return label !== null && isFrontLabel(label);
}

function labelWords(text: string): string | null {
  const label = /^(?:\*\*)?(\p{Lu}[\p{L}\d ()/&'’-]{1,40})(?:\*\*)?:(?:\*\*)?(?:\s|$)/u.exec(text)?.[1];
  return label === undefined ? null : foldWords(label);
}

const isFrontLabel = (label: string): boolean =>
  frontLabels.some(([pattern]) => pattern.test(label)) || otherFrontLabels.test(label);

/** `# Heading` as Markdown writes it, and `--- Heading ---` or `** Heading **` between lines typed in signs; null for any other line. */
export function markedHeading(text: string): { readonly level: number; readonly text: string } | null {
  const between = text.length > longestHeading ? null : /^([-=_*~])\1+\s+(\S.*?)\s+\1{2,}$/.exec(text);
  if (between?.[2] !== undefined) return { level: 2, text: between[2] };
  const [, signs, words] = /^(#{1,6})\s+(.+)$/.exec(text) ?? [];
  return signs === undefined || words === undefined
    ? null
    : { level: signs.length, text: words.replace(/(?<=[^\s#])\s*#*$/, '') };
}

/** The level that a line of `===` or `---` gives to the text above it; null for any other line. */
export function underlineLevel(text: string): number | null {
  if (/^={3,}$/.test(text)) return 1;
  return /^-{3,}$/.test(text) ? 2 : null;
}

/** A line that only draws a rule across the page. */
export const isRuleLine = (text: string): boolean => /^(?:[-=_*~](?:\s?)){3,}$/.test(text);
