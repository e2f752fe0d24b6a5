import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { readPercent } from '../../src/normalise/percent.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isRef, splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { ofSentence } from '../../src/vocabulary/small-words.ts';
import { isPeriod, labelScores } from '../recognise/labels.ts';
import { asksOfService } from '../recognise/sections.ts';

/** A label has no more words than this; a question can be a little longer than a heading of a column. */
const longestLabel = 9;

/** The number of a box of a form, which is no part of its label: `4a Action to be taken`. */
export const boxNumber = /^\d{1,2}[a-z]?[.)]?\s+(?=\p{Lu}\p{Ll})/u;

/** True for a text short enough to be a label that could not be a value: no date, number, reference, status or post. */
export const couldBeLabel: (text: string) => boolean = rememberByText((text) => isLabelOf(longestLabel, text));

/** As `couldBeLabel`, for what is set off as labels are: the heading of a form's box can be a whole clause. */
export const couldBeLongLabel: (text: string) => boolean = rememberByText((text) => isLabelOf(longestHeading, text));

const longestHeading = 16;
/** Of the longest label, signs and all. */
const mostLetters = 1000;

function isLabelOf(longest: number, printed: string): boolean {
  const text = printed.replace(boxNumber, '');
  const words = foldWords(text);
  if (text.length > mostLetters || words === '' || !/\p{L}/u.test(words) || words.split(' ').length > longest)
    return false;
  if (/[;,]$|\s\S+\s.*\.$|\s\p{L}{4,}\.$/u.test(text.trim()) || /[☐☒☑✓✔]/u.test(text) || /\n|:\s+\S/.test(text))
    return false;
  return !isValue(text);
}

/** True for a short text that is a value by itself, whatever it stands under; one that ends in a colon or asks is none. */
export const isValue: (text: string) => boolean = rememberByText((text) => {
  if (/[:?]\s*$/.test(text)) return false;
  const plain = foldPlain(text);
  if (isRef(text) || splitRef(text) !== null || readPercent(plain) !== null || /^[£\d.,%\s/-]+$/.test(plain))
    return true;
  if (isPeriod(text)) return false;
  if (isStatusWords(text)) return !(plain.includes(' ') && knownLabel(text, 0.9));
  if (knownLabel(text, 0.9)) return false;
  return ragFromWords(text) !== null || findDates(text).length > 0;
});

/** True for words of a post, which some labels have too (`Responsible officer`). */
export const namesPost: (text: string) => boolean = rememberByText(
  (text) => labelScores(text).size === 0 && !/[:?]\s*$/.test(text) && rolePhrase.test(foldPlain(text)),
);

/** True where the vocabulary knows a label at least so well. */
export function knownLabel(text: string, least: number): boolean {
  return [...labelScores(text).values()].some((score) => score >= least);
}

/** The words by which two prints of one label are the same: digits kept, signs and case not. */
export const labelKey: (text: string) => string = rememberByText(foldWords);

const longestFact = 8;
const shortestStopped = /(?<=\p{L}{3}|\d|\b\p{Lu}{2,})\.$/u;

/** A date, a status or a post told as a sentence of its own, without its full stop; any other text as it is. */
export const withoutStop: (text: string) => string = rememberByText((text) => {
  const bare = text.replace(shortestStopped, '');
  return bare !== text && isFact(bare) ? bare : text;
});

/** True for a date, a status or a post and nothing else. */
export const isFact: (text: string) => boolean = rememberByText((text) => {
  const words = text.split(/\s+/).length;
  if (words > longestFact || /[.!?]$/.test(text) || asksOfService(text)) return false;
  if (
    (namesPost(text) && !ofSentence.test(text.replace(/^the /i, ''))) ||
    isRef(text) ||
    readPercent(foldPlain(text)) !== null
  )
    return true;
  if (ragFromWords(text) !== null) return true;
  return (isStatusWords(text) && words <= longestStatus) || (findDates(text).length > 0 && words <= longestDate);
});

const longestStatus = 4;
const longestDate = 5;
