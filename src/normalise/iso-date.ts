import { readTimescale } from './timescale.ts';

/**
 * A date as a person gives it: `2021`, `2021-04`, `2021-04-30`, or one day, month or year in words (`30 April 2021`).
 * @returns ISO 8601, as exact as it was given; null where it is none
 */
export function isoDate(text: string): string | null {
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) {
    const day = new Date(`${text}${text.length === 4 ? '-01' : ''}${text.length < 10 ? '-01' : ''}T00:00:00Z`);
    return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) ? null : text;
  }
  const { start, precision } = readTimescale(text);
  if (start === null) return null;
  return precision === 'day'
    ? start
    : precision === 'month'
      ? start.slice(0, 7)
      : precision === 'year'
        ? start.slice(0, 4)
        : null;
}
