import { dayLength, hourLength, lastDayOf } from '../lib/calendar.ts';
import { UsageError } from '../model/errors.ts';
import { isoDate } from '../normalise/iso-date.ts';

/** Today in the reader's own time zone, ISO 8601. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * A date as every option takes it, see `isoDate`.
 * @throws UsageError where it is none
 */
export function checkDate(option: string, text: string): string {
  const date = isoDate(text.trim());
  if (date !== null) return date;
  throw new UsageError(`${option} takes a date like 2021, 2021-04, 2021-04-30 or "30 April 2021", not "${text}"`);
}

/** The day that an option means: of a month or year its last. */
export const checkDay = (option: string, text: string): string => lastDayOf(checkDate(option, text));

const units: Readonly<Record<string, number>> = { m: 60_000, h: hourLength, d: dayLength, w: 7 * dayLength };

/**
 * A time like `90m`, `36h`, `2d` or `1w`, in milliseconds.
 * @throws UsageError where it is none
 */
export function durationOf(option: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)([mhdw])$/.exec(text.trim()) ?? [];
  const length = units[unit];
  if (length === undefined) throw new UsageError(`${option} takes a time like 36h or 2d, not "${text}"`);
  return Number(number) * length;
}

/** The same for people: whole days from two on, else hours or minutes. */
export function inWords(milliseconds: number): string {
  const whole = (unit: number) => Math.floor(milliseconds / unit);
  if (whole(dayLength) >= 2) return `${whole(dayLength)} days`;
  return whole(hourLength) >= 2 ? `${whole(hourLength)} hours` : `${whole(60_000)} minutes`;
}
