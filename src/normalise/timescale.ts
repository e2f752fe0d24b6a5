import { foldPlain } from '../lib/fold.ts';
import type { Timescale } from '../model/plan.ts';
import { monthNames } from '../vocabulary/months.ts';
import { betweenDates, endOf, superseded, superseding } from '../vocabulary/timescale-words.ts';
import { type DateSpan, type FoundDate, findDates } from './dates.ts';

/** `June - September 2023`: the first month borrows the year of the second. */
const yearlessRange = new RegExp(
  `^(?<first>${monthNames})(?<between> ?(?:-|to|/|and|&) ?)(?<rest>(?:${monthNames})[ -]'?(?<year>\\d{2,4}))`,
);
/** The number of a footnote after a whole date: `January 2025 1`. */
const noteMark = /(?<=\b20\d{2}) (?:\d|\(\d\)|\[\d\]|[*†‡])$/u;

/**
 * What a timescale's words mean: first and last day. A range covers both its dates; of an old and a new date
 * (`June 2023, revised to March 2024`) the new one counts.
 * @returns the words with null dates where they are no date, or several dates without a word that says which counts
 */
export function readTimescale(text: string): Timescale {
  const raw = text.replace(noteMark, '');
  const span = spanOf(foldPlain(raw));
  return { raw, start: span?.start ?? null, end: span?.end ?? null, precision: span?.precision ?? null };
}

function spanOf(words: string): DateSpan | null {
  const text = words.replace(
    yearlessRange,
    (_, first: string, between: string, rest: string, yearText: string) => `${first} ${yearText}${between}${rest}`,
  );
  const dates = findDates(text);
  const [only] = dates;
  if (only === undefined) return null;
  if (dates.length === 1) return endOf.test(text.slice(0, only.from)) ? lastPart(only.span) : only.span;
  return rangeOf(text, dates) ?? revisedOf(text, dates) ?? agreed(dates);
}

/** `end of 2023/24` is its last month, not the whole year; shorter spans stay as they are. */
function lastPart(span: DateSpan): DateSpan {
  if (span.precision !== 'financial_year' && span.precision !== 'year') return span;
  return { start: `${span.end.slice(0, 7)}-01`, end: span.end, precision: 'month' };
}

function rangeOf(text: string, dates: readonly FoundDate[]): DateSpan | null {
  const [first, second, third] = dates;
  if (first === undefined || second === undefined || third !== undefined) return null;
  if (!betweenDates.test(text.slice(first.to, second.from)) || first.span.start > second.span.end) return null;
  const precision = first.span.precision === second.span.precision ? first.span.precision : second.span.precision;
  return { start: first.span.start, end: second.span.end, precision };
}

function revisedOf(text: string, dates: readonly FoundDate[]): DateSpan | null {
  const lead = (index: number) => text.slice(dates[index - 1]?.to ?? 0, dates[index]?.from);
  const newest = dates.findLastIndex((_, index) => superseding.test(lead(index)) && !/\bfrom\s*$/.test(lead(index)));
  if (newest >= 0) return dates[newest]?.span ?? null;
  const current = dates.filter((_, index) => !superseded.test(lead(index)));
  return current.length === 1 && current.length < dates.length ? (current[0]?.span ?? null) : null;
}

function agreed(dates: readonly FoundDate[]): DateSpan | null {
  const [first, ...rest] = dates;
  if (first === undefined) return null;
  return rest.every(({ span }) => span.start === first.span.start && span.end === first.span.end) ? first.span : null;
}
