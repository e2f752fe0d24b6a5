import { type DateSpan, type FoundDate, findDates, reducedDate } from './dates.ts';

/** Digits without signs between: a day or a month as programs name files (`20220614`, `202206`), or a day as people do (`24102028`). */
const bareDates: readonly (readonly [pattern: RegExp, iso: string])[] = [
  [/(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g, ' $1-$2-$3 '],
  [/(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(20\d\d)(?!\d)/g, ' $3-$2-$1 '],
  [/(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)/g, ' $1-$2 '],
  [/(?<!\d)(20\d\d)[ .](0[1-9]|1[0-2])[ .](0[1-9]|[12]\d|3[01])(?!\d)/g, ' $1-$2-$3 '],
  [/(?<!\d)(20\d\d)[ .](0[1-9]|1[0-2])(?![ .-]?\d)/g, ' $1-$2 '],
  [/(?<=\bq[1-4])-(?=20\d\d)/gi, ' '],
  // A word that holds the name together: `board-2022-06-14`, `plan-June-2022`.
  [/(?<=\p{L})-(?=\p{L}|\d)|(?<=\d)-(?=\p{L})/gu, ' '],
  [/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, ' '],
];

/** Years are no date: a plan is often called by those that it runs for. */
const exactness: Readonly<Record<DateSpan['precision'], number>> = {
  day: 3,
  month: 2,
  quarter: 1,
  season: 1,
  half: 1,
  year: 0,
  financial_year: 0,
};

/** The date phrase in a file's name, the most exact where there are several. */
function phraseIn(file: string): FoundDate | undefined {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]+$/i, '');
  const text = bareDates.reduce((words, [pattern, iso]) => words.replace(pattern, iso), name.replaceAll('_', ' '));
  return findDates(text).toSorted((a, b) => exactness[b.span.precision] - exactness[a.span.precision])[0];
}

/**
 * The date in a file's name: `board-2022-06.pdf`, `20220614_plan.docx`, `Public reports pack 24102028 1600.pdf`, `Action
 * Plan - 6th November 2028.md`, `Plan Q1 2028-29.docx`.
 * @returns a day or a month, of a quarter its last, ISO 8601; null where the name has no more than a year
 */
export function dateInName(file: string): string | null {
  const found = phraseIn(file);
  return found === undefined || exactness[found.span.precision] === 0 ? null : reducedDate(found.span);
}

/** The year that is all of a date in a file's name, as written; null where the name has a date, or none. */
export function yearInName(file: string): string | null {
  const found = phraseIn(file);
  return found === undefined || exactness[found.span.precision] > 0 ? null : found.words;
}
