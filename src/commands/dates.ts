import { lastDayOf } from '../lib/calendar.ts';
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
