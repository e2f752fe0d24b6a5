import { daysInMonth, isoDay, monthSpan } from '../lib/calendar.ts';
import { foldPlain, foldWords } from '../lib/fold.ts';
import { rememberByText } from '../lib/remember.ts';
import type { Precision } from '../model/plan.ts';
import { monthNames, months, seasons, weekday } from '../vocabulary/months.ts';
import { ordinals } from '../vocabulary/numbers.ts';

/** What a date phrase covers: first and last day (ISO 8601) and how exactly it was said. */
export interface DateSpan {
  readonly start: string;
  readonly end: string;
  readonly precision: Precision;
}

/** A date phrase in a text: where it begins and ends (offsets into the folded text) and what it covers. */
export interface FoundDate {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly span: DateSpan;
}

type Groups = Readonly<Record<string, string | undefined>>;
interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => DateSpan | null;
}

const month = `(?<month>${monthNames})`;
const season = `(?<season>${[...seasons.keys()].join('|')})`;
const onWeekday = `(?:${weekday},? )?`;
const day = '(?<day>\\d{1,2})(?: ?(?:st|nd|rd|th))?';
const year = "'?(?<year>(?:19|20)\\d\\d|\\d\\d)";
const longYear = '(?<year>(?:19|20)\\d\\d)';
/** A financial year as printed: `2022/23`, `2020-2021`, `22/23`, `2022-23`, `FY 2022/23`. */
const financialYear = '(?:fy ?|financial year ?)?(?<first>(?:20)?\\d\\d) ?[/-] ?(?<second>(?:20)?\\d\\d)';
const ordinal = `(?<ordinal>${[...ordinals.keys()].join('|')})`;
const quarter = `(?:(?:q|quarter ?|qtr ?)(?<quarter>[1-4])|${ordinal} quarter)`;
const half = `(?:h(?<half>[12])|${ordinal} half),?(?: of(?: the)?)? ?`;
/** `Q2/Q3 2022/23`, `Q2 to Q4 2022/23`: the first of several quarters of one year. */
const quarters = `(?:q(?<from>[1-4]) ?(?:[/&,-]|to|and) ?)?${quarter}`;

/** Most exact first: the first rule that matches at a place in the text wins. */
const rules: readonly Rule[] = [
  { pattern: /(?<year>(?:19|20)\d\d)-(?<m>\d{2})-(?<day>\d{2})/, read: numericDay },
  { pattern: new RegExp(`${onWeekday}${day} (?:of )?${month},? ${year}`), read: namedDay },
  { pattern: new RegExp(`${onWeekday}${day}[-/.] ?${month}[-/.] ?${year}`), read: namedDay },
  { pattern: new RegExp(`${onWeekday}${month} ${day},? ${longYear}`), read: namedDay },
  { pattern: /(?<day>\d{1,2}) ?[./-] ?(?<m>\d{1,2}) ?[./-] ?(?<year>(?:19|20)\d\d|\d\d)/, read: numericDay },
  { pattern: new RegExp(`${quarters},? ?(?:of |- |\\()?${financialYear}`), read: financialQuarter },
  { pattern: new RegExp(`${financialYear},? ?(?:- |\\()?${quarter}`), read: financialQuarter },
  { pattern: new RegExp(`(?:quarter end(?:ing)?|q/e|qtr end(?:ing)?) ${month}[ -]${year}`), read: quarterEnding },
  { pattern: new RegExp(`${quarters},? ?(?:of |- |\\()?${longYear}`), read: singleYearQuarter },
  { pattern: new RegExp(`${longYear},? ?${quarter}`), read: singleYearQuarter },
  { pattern: new RegExp(`${half}${financialYear}`), read: financialHalf },
  { pattern: new RegExp(`${ordinal} half,?(?: of)? ${longYear}`), read: calendarHalf },
  { pattern: new RegExp(`${month}(?: ?[-/.,] ?| )${year}`), read: namedMonth },
  { pattern: /(?<year>(?:19|20)\d\d)-(?<m>0[1-9]|1[0-2])/, read: numericMonth },
  { pattern: /(?<m>\d{1,2})\/(?<year>(?:19|20)\d\d)/, read: numericMonth },
  { pattern: new RegExp(`${season},? (?:of )?${financialYear}`), read: splitSeason },
  { pattern: new RegExp(`${season},? (?:of )?${year}`), read: namedSeason },
  { pattern: new RegExp(financialYear), read: wholeFinancialYear },
  { pattern: new RegExp(longYear), read: wholeYear },
].map(({ pattern, read }) => ({
  pattern: new RegExp(`(?<![\\w/£.])(?:${pattern.source})(?![\\w/%]|\\.\\d)`, 'g'),
  read,
}));

/** What no rule does without; most texts have none of it and need not be tried with every rule. */
const mayHoldDate = new RegExp(
  `${[...months.keys(), ...seasons.keys()].join('|')}|(?:19|20)\\d\\d|\\d\\d ?[/-] ?\\d\\d|\\d ?[./-] ?\\d{1,2} ?[./-] ?\\d\\d`,
);

/**
 * Every date phrase in a text, in order, without overlaps. A phrase that the calendar does not have (`31 February
 * 2023`) is no date, nor is any part of it. Financial years are the United Kingdom's: Q1 is April to
 * June, and `Q4 2022/23` is January to March 2023.
 */
export const findDates: (text: string) => readonly FoundDate[] = rememberByText((text) => {
  const folded = foldPlain(text);
  if (!mayHoldDate.test(folded)) return [];
  const found: FoundDate[] = [];
  /** Letters that a phrase was read from. */
  const read = new Uint8Array(folded.length);
  for (const { pattern, read: toSpan } of rules) {
    for (const match of folded.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (read.subarray(from, to).includes(1)) continue;
      read.fill(1, from, to);
      const span = toSpan(match.groups ?? {});
      if (span !== null) found.push({ from, to, words: match[0], span });
    }
  }
  return found.sort((a, b) => a.from - b.from);
});

/** The span in the contract's short form: `2021-03-31`, `2021-02`, or the start of what it covers with its end. */
export function reducedDate(span: DateSpan): string {
  if (span.precision === 'day') return span.start;
  if (span.precision === 'month') return span.start.slice(0, 7);
  if (span.precision === 'year') return span.start.slice(0, 4);
  return span.end.slice(0, 7);
}

function fullYear(text: string | undefined): number {
  const value = Number(text);
  return value < 100 ? 2000 + value : value;
}

function oneDay(yearText: string | undefined, monthNumber: number, dayText: string | undefined): DateSpan | null {
  const iso = isoDay(fullYear(yearText), monthNumber, Number(dayText));
  return iso === null ? null : { start: iso, end: iso, precision: 'day' };
}

function namedDay(groups: Groups): DateSpan | null {
  return oneDay(groups.year, months.get(groups.month ?? '') ?? 0, groups.day);
}

function numericDay(groups: Groups): DateSpan | null {
  return oneDay(groups.year, Number(groups.m), groups.day);
}

function namedMonth(groups: Groups): DateSpan | null {
  return oneMonth(fullYear(groups.year), months.get(groups.month ?? '') ?? 0);
}

function numericMonth(groups: Groups): DateSpan | null {
  return oneMonth(fullYear(groups.year), Number(groups.m));
}

function oneMonth(yearNumber: number, monthNumber: number): DateSpan | null {
  if (monthNumber < 1 || monthNumber > 12) return null;
  return { ...monthSpan(yearNumber, monthNumber, 1), precision: 'month' };
}

/** @returns the year a financial year begins in, or null where the two years do not follow each other */
function financialStart(groups: Groups): number | null {
  const first = fullYear(groups.first);
  return fullYear(groups.second) === first + 1 ? first : null;
}

function financialQuarter(groups: Groups): DateSpan | null {
  const start = financialStart(groups);
  return start === null ? null : quartersOf(start, groups);
}

/** `Q4 2023` without a second year: the quarter of the financial year that begins in that year. */
function singleYearQuarter(groups: Groups): DateSpan | null {
  return quartersOf(fullYear(groups.year), groups);
}

function quartersOf(financialYearStart: number, groups: Groups): DateSpan | null {
  const last = Number(groups.quarter ?? ordinals.get(groups.ordinal ?? ''));
  const first = Number(groups.from ?? last);
  if (first > last) return null;
  return { ...monthSpan(financialYearStart, 1 + 3 * first, 3 * (last - first + 1)), precision: 'quarter' };
}

function quarterEnding(groups: Groups): DateSpan | null {
  const last = months.get(groups.month ?? '');
  return last === undefined ? null : { ...monthSpan(fullYear(groups.year), last - 2, 3), precision: 'quarter' };
}

function financialHalf(groups: Groups): DateSpan | null {
  const start = financialStart(groups);
  return start === null ? null : halfFrom(start, 4, groups);
}

/** `the second half of 2024` is said of the calendar's year. */
function calendarHalf(groups: Groups): DateSpan | null {
  return halfFrom(fullYear(groups.year), 1, groups);
}

function halfFrom(
  startYear: number,
  firstMonth: number,
  { half: number, ordinal: word = '' }: Groups,
): DateSpan | null {
  const which = Number(number ?? ordinals.get(word));
  return which > 2 ? null : { ...monthSpan(startYear, firstMonth + 6 * (which - 1), 6), precision: 'half' };
}

function namedSeason(groups: Groups): DateSpan | null {
  const first = seasons.get(groups.season ?? '');
  if (first === undefined) return null;
  const begins = fullYear(groups.year) - (first === 12 ? 1 : 0);
  return { ...monthSpan(begins, first, 3), precision: 'season' };
}

/** `winter 2023/24`: the winter between the two years; another season belongs to the year of the two that has it. */
function splitSeason(groups: Groups): DateSpan | null {
  const first = seasons.get(groups.season ?? '');
  const start = financialStart(groups);
  if (first === undefined || start === null) return null;
  return { ...monthSpan(first === 3 ? start + 1 : start, first, 3), precision: 'season' };
}

function wholeFinancialYear(groups: Groups): DateSpan | null {
  const start = financialStart(groups);
  return start === null ? null : { ...monthSpan(start, 4, 12), precision: 'financial_year' };
}

function wholeYear(groups: Groups): DateSpan | null {
  const number = fullYear(groups.year);
  return { start: `${number}-01-01`, end: `${number}-12-${daysInMonth(number, 12)}`, precision: 'year' };
}

/** True for a date and nothing beside it; a label can name a period (`Progress as at May 2024`). */
export function isWholeDate(text: string): boolean {
  const plain = foldPlain(text);
  const [date] = findDates(plain);
  return date !== undefined && foldWords(plain.replace(date.words, ' ')) === '';
}
