import { foldPlain } from '../../src/lib/fold.ts';
import type { Rgb } from '../../src/model/document.ts';
import { tickedChoice } from '../../src/normalise/choice.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { readPercent } from '../../src/normalise/percent.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { endsInNumber, isRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { findingPhrase, intentionPhrase, progressPhrase, rolePhrase } from '../../src/vocabulary/phrases.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';

/** What stands in a column: shares (0 to 1) of its filled cells, and their mean length in words. */
export interface ColumnProfile {
  readonly filled: number;
  readonly words: number;
  readonly dates: number;
  readonly statuses: number;
  readonly ratings: number;
  readonly refs: number;
  /** Short texts that end in a number: references where their header says so. */
  readonly numbered: number;
  readonly numbers: number;
  readonly roles: number;
  readonly findings: number;
  readonly progress: number;
  readonly intentions: number;
}

const empty: ColumnProfile = {
  filled: 0,
  words: 0,
  dates: 0,
  statuses: 0,
  ratings: 0,
  refs: 0,
  numbered: 0,
  numbers: 0,
  roles: 0,
  findings: 0,
  progress: 0,
  intentions: 0,
};

/** Texts of more words than this are prose: a date, status or role in them is not what the cell is for. */
const mostWordsOfAValue = 12;
const mostWordsOfAStatus = 4;

/** What stands in a cell or beside a label. */
export interface Value {
  readonly text: string;
  readonly fill: Rgb | null;
}

/** Profiles what stands in one column (each cell once, headers left out), or beside one label throughout a paper. */
export function valuesToProfile(cells: readonly Value[]): ColumnProfile {
  const texts = cells
    .map((cell) => foldPlain(tickedChoice(cell.text)))
    .filter((text) => /[\p{L}\p{N}]/u.test(text) || ragFromWords(text) !== null);
  const painted = cells.filter((cell) => cell.fill !== null && cell.text.trim() === '').length;
  if (texts.length === 0) return { ...empty, ratings: cells.length > 0 ? painted / cells.length : 0 };
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
  const short = (text: string) => wordCount(text) <= mostWordsOfAValue;
  return {
    filled: texts.length / cells.length,
    words: texts.reduce((sum, text) => sum + wordCount(text), 0) / texts.length,
    dates: share((text) => short(text) && (noDateWords.has(text) || hasWholeDate(text))),
    statuses: share(isStatusWords),
    ratings: Math.max(
      share((text) => ragFromWords(text) !== null),
      painted / cells.length,
    ),
    refs: cells.filter((cell) => isRef(cell.text)).length / texts.length,
    numbered: cells.filter((cell) => endsInNumber(cell.text)).length / texts.length,
    numbers: share((text) => readPercent(text) !== null),
    roles: share((text) => short(text) && rolePhrase.test(text) && !/[.!?]$/.test(text)),
    findings: share((text) => findingPhrase.test(text)),
    progress: share((text) => wordCount(text) > mostWordsOfAStatus && progressPhrase.test(text)),
    intentions: share((text) => intentionPhrase.test(text)),
  };
}

/** A date that is what the cell is for: not one inside a sentence (`Tender issued on 3 April 2023.`). */
function hasWholeDate(text: string): boolean {
  const sentence = /[.!?]$/.test(text);
  return findDates(text).some(
    ({ span, words }) =>
      (span.precision !== 'year' || /^\d{4}$/.test(text)) && !(sentence && wordCount(text) - wordCount(words) > 2),
  );
}

function wordCount(text: string): number {
  return text.split(' ').length;
}
