/** Days of the Gregorian calendar as ISO 8601 text; no clock and no time zone anywhere. */

/** Milliseconds of an hour, and of a day. */
export const hourLength = 3_600_000;
export const dayLength = 24 * hourLength;

/** @returns the date as `YYYY-MM-DD`, or null where the calendar has no such day */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

/** `YYYY-MM`; `month` counts from 1. */
function isoMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** First and last day of a run of whole months; `month` counts from 1 and may run past December. */
export function monthSpan(
  year: number,
  month: number,
  months: number,
): { readonly start: string; readonly end: string } {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month - 1 + months, 0));
  return { start: first.toISOString().slice(0, 10), end: last.toISOString().slice(0, 10) };
}

/** The first day of a date that may be a day, a month or a year (ISO 8601): of `2021-04` the 1st. */
export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day of a date that may be a day, a month or a year (ISO 8601): of `2021-04` the 30th. */
export function lastDayOf(date: string): string {
  const [year = 0, month = 12] = date.split('-').map(Number);
  return date.length === 10 ? date : monthSpan(year, month, 1).end;
}

/** Whole days from one day to another (ISO 8601), below zero where the second is before the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
