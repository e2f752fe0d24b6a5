import type { RecognisedWord } from '../../../src/model/document.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import type { Place } from '../../../src/model/place.ts';
import { imagedShare, isImagePage } from './image-page.ts';
import type { PageContent, TextRun } from './page-content.ts';

/** From this share of a page on, a picture among text may show what matters. */
const largePicture = 0.3;
/** Words that the engine is less sure of than this are named, so many at most. */
const unsure = 0.6;
const mostNamed = 12;
/** So many painted shapes on a page without text or image: letters turned into outlines. */
const manyShapes = 150;

/**
 * What of a page was not read, or not for certain.
 * @param words the words of a page that was read by character recognition; null for any other
 */
export function pageIssues(page: PageContent, words: readonly RecognisedWord[] | null): readonly Issue[] {
  const told = [
    words === null ? unreadIssue(page) : ocrIssue(page, words),
    unknownLettersIssue(page),
    coveredIssue(page),
  ];
  return [...damageIssues(page), ...told.filter((issue) => issue !== null)];
}

const placeOf = (number: number): Place => ({ path: `page/${number}`, page: number });

/** What to tell of a page that is described by damaged bytes; nothing of any other. */
export function damageIssues({ damaged, number }: Pick<PageContent, 'damaged' | 'number'>): readonly Issue[] {
  if (!damaged) return [];
  const message = `the file is damaged where page ${number} is described: something that stands there may be missing or wrong; fetch the file again, or hold what was read against the page`;
  return [issueOf('pdf/damaged-page', message, placeOf(number))];
}

/** What only an image or a drawing shows. */
function unreadIssue(page: PageContent): Issue | null {
  const share = imagedShare(page);
  if (isImagePage(page)) {
    const message = `page ${page.number} is an image without a text layer, so what it shows was not read; read the paper with --ocr`;
    return issueOf('pdf/no-text-layer', message, placeOf(page.number));
  }
  if (page.runs.length > 0 && share >= largePicture && !isScan(page)) {
    const message = `${Math.round(100 * share)} % of page ${page.number} is a picture; words in it were not read`;
    return issueOf('pdf/picture', message, placeOf(page.number));
  }
  if (page.runs.length > 0 || page.fills.length + page.segments.length < manyShapes) return null;
  const message = `page ${page.number} holds drawings and no text; if it shows words, ask for a copy whose text can be selected`;
  return issueOf('pdf/drawing', message, placeOf(page.number));
}

/** True for an image with its words as a text layer on it. */
function isScan({ runs, images }: PageContent): boolean {
  const over = runs.filter(({ box }) =>
    images.some(([x0, y0, x1, y1]) => box[0] >= x0 && box[2] <= x1 && box[1] >= y0 && box[3] <= y1),
  );
  return over.length > 0.5 * runs.length;
}

function ocrIssue({ number }: PageContent, words: readonly RecognisedWord[]): Issue {
  return issueOf('pdf/ocr', ocrMessage(number, words), placeOf(number));
}

function ocrMessage(number: number, words: readonly RecognisedWord[]): string {
  if (words.length === 0) return `page ${number} is an image, and no words were recognised on it`;
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  const doubtful = words.filter((word) => word.confidence < unsure).map((word) => `"${word.text}"`);
  const check = doubtful.length === 0 ? 'check it against the page' : `check ${named(doubtful)}`;
  return `page ${number} is an image: its ${words.length} words were recognised with a confidence of ${Math.round(100 * mean)} % on average; ${check}`;
}

/** Letters that a font's map leaves out: words with one are lost in part, a sign by itself may be a bullet or an icon. */
function unknownLettersIssue({ runs, number }: PageContent): Issue | null {
  const unknown = runs.filter((run: TextRun) => run.text.includes('\ufffd'));
  if (unknown.length === 0) return null;
  const inWords = unknown.some((run) => /[\p{L}\p{N}\ufffd]{2}/u.test(run.text));
  const words = [...new Set(unknown.map((run) => `"${run.text}"`))];
  const message = `the file does not say which letters stand at the marks \ufffd in ${named(words)}; look them up on the page`;
  return issueOf(inWords ? 'pdf/unmapped-letters' : 'pdf/unmapped-signs', message, placeOf(number));
}

function coveredIssue({ covered, number }: PageContent): Issue | null {
  if (covered === 0) return null;
  const message = `${covered === 1 ? 'one word' : `${covered} words`} on page ${number} cannot be seen, for something is painted over them; they were left out`;
  return issueOf('pdf/covered-text', message, placeOf(number));
}

const named = (words: readonly string[]): string =>
  words.slice(0, mostNamed).join(', ') + (words.length > mostNamed ? ` and ${words.length - mostNamed} more` : '');
