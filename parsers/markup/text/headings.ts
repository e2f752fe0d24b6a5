import { foldWords, isCapitals } from '../../../src/lib/fold.ts';
import { frontLabels, otherFrontLabels } from '../../../src/vocabulary/front-labels.ts';
import { wordings } from '../../../src/vocabulary/labels.ts';

const longestHeading = 110;
const mostWords = 16;

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

/** A line that may be a heading if something stands under it: short, begins like a title, and is no sentence. */
export function isTitleLike(text: string): boolean {
  return (
    text.length <= longestHeading &&
    text.split(' ').length <= mostWords &&
    /^(?:\(?\d|["“'‘]?\p{Lu})/u.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !/[.;,:!]$/.test(text) &&
    !/\.\s+\p{Lu}/u.test(text.replace(/^[\dA-Za-z]{1,3}\.\s/, '')) &&
    !isLabelLine(text)
  );
}

/** `Report author: …`: a label and its value on one line. A title may hold a colon too. */
export function isLabelLine(text: string): boolean {
  const label = /^(\p{Lu}[\p{L}\d ()/&'’-]{1,40}):(?:\s|$)/u.exec(text)?.[1];
  if (label === undefined) return false;
  const words = foldWords(label);
  return frontLabels.some(([pattern]) => pattern.test(words)) || otherFrontLabels.test(words) || startsWithLabel(words);
}

const startsWithLabel = (words: string): boolean => wordings.some(({ pattern }) => pattern.exec(words)?.[0] === words);

/** `# Heading` as Markdown writes it; null for any other line. */
export function markedHeading(text: string): { readonly level: number; readonly text: string } | null {
  const found = /^(#{1,6})\s+(.+?)\s*#*$/.exec(text);
  return found?.[1] === undefined || found[2] === undefined ? null : { level: found[1].length, text: found[2] };
}

/** The level that a line of `===` or `---` gives to the text above it; null for any other line. */
export function underlineLevel(text: string): number | null {
  if (/^={3,}$/.test(text)) return 1;
  return /^-{3,}$/.test(text) ? 2 : null;
}

/** A line that only draws a rule across the page. */
export const isRuleLine = (text: string): boolean => /^(?:[-=_*~](?:\s?)){3,}$/.test(text);
