import type { Random } from '../../test/support/random.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as printed, and the first and last day it means (ISO 8601). */
export interface PrintedDate {
  readonly raw: string;
  readonly start: string;
  readonly end: string;
}

type Print = (date: Date) => PrintedDate;

const iso = (date: Date) => date.toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, '0');
const monthOf = (date: Date) => months[date.getUTCMonth()] ?? '';
const shortMonth = (date: Date) => monthOf(date).slice(0, 3);
const day =
  (raw: (date: Date) => string): Print =>
  (date) => ({ raw: raw(date), start: iso(date), end: iso(date) });
const month =
  (raw: (date: Date) => string): Print =>
  (date) => ({
    raw: raw(date),
    start: iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1))),
    end: iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))),
  });

/** Quarters are those of the UK's financial year: Q1 is April to June. */
const quarter =
  (raw: (number: number, year: number) => string): Print =>
  (date) => {
    const first = Math.floor(date.getUTCMonth() / 3) * 3;
    const year = date.getUTCFullYear();
    return {
      raw: raw(first === 0 ? 4 : first / 3, first === 0 ? year - 1 : year),
      start: iso(new Date(Date.UTC(year, first, 1))),
      end: iso(new Date(Date.UTC(year, first + 3, 0))),
    };
  };

function ordinal(number: number): string {
  const endings = ['th', 'st', 'nd', 'rd'];
  return `${number}${Math.floor(number / 10) === 1 ? 'th' : (endings[number % 10] ?? 'th')}`;
}

/** Ways of writing a date that a paper keeps to. */
export const dateStyles = {
  dayShort: day((date) => `${date.getUTCDate()} ${shortMonth(date)} ${date.getUTCFullYear()}`),
  dayLong: day((date) => `${date.getUTCDate()} ${monthOf(date)} ${date.getUTCFullYear()}`),
  ordinal: day((date) => `${ordinal(date.getUTCDate())} ${monthOf(date)} ${date.getUTCFullYear()}`),
  slashes: day((date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`),
  dots: day(
    (date) => `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${String(date.getUTCFullYear()).slice(2)}`,
  ),
  dashes: day((date) => `${two(date.getUTCDate())}-${shortMonth(date)}-${String(date.getUTCFullYear()).slice(2)}`),
  monthLong: month((date) => `${monthOf(date)} ${date.getUTCFullYear()}`),
  monthShort: month((date) => `${shortMonth(date)} ${date.getUTCFullYear()}`),
  monthDash: month((date) => `${shortMonth(date)}-${String(date.getUTCFullYear()).slice(2)}`),
  quarter: quarter((number, year) => `Q${number} ${year}/${String(year + 1).slice(2)}`),
  quarterLong: quarter((number, year) => `Q${number} ${year}-${year + 1}`),
} as const satisfies Readonly<Record<string, Print>>;

export type DateStyle = keyof typeof dateStyles;

export const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

/** A working day between 2021 and 2026, for a meeting. */
export function drawMeetingDate(random: Random): Date {
  const date = new Date(Date.UTC(random.whole(2021, 2026), random.whole(0, 11), random.whole(3, 26)));
  return addDays(date, [1, 0, 0, 0, 0, 0, -1][date.getUTCDay()] ?? 0);
}
