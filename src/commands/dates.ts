import { UsageError } from '../model/errors.ts';

/** Today in the reader's own time zone, ISO 8601. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @throws UsageError where `text` is no date like 2021, 2021-04 or 2021-04-30 */
export function checkDate(option: string, text: string): string {
  const full = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && isDay(full)) return text;
  throw new UsageError(`${option} takes a date like 2021, 2021-04 or 2021-04-30, not "${text}"`);
}

/** @throws UsageError where `text` is no day like 2021-04-30 */
export function checkDay(option: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)) return text;
  throw new UsageError(`${option} takes a day like 2021-04-30, not "${text}"`);
}

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
