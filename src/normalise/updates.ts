import { foldPlain } from '../lib/fold.ts';
import type { LabelledValue, RawValue } from '../model/raw.ts';
import { beforePeriod } from '../vocabulary/as-at-words.ts';
import { isTimeOfYear } from '../vocabulary/months.ts';
import { findDates } from './dates.ts';

const parting = '(?:\\s*[:–—](?=\\s|$)\\s*|\\s+-\\s+|(?<=[)\\]])\\s+|\\s*$)';
/**
 * A line that begins with its own period: `April 2023:`, `October 2023 - `, `Update 12/05/2023:`, `Q3 2022/23:`, `Dec-24 – `,
 * `Update (12/05/2023):`.
 */
const dated = new RegExp(
  `^(?<period>${beforePeriod}(?:[([]\\s*)?(?<when>[^:–—()[\\]\\n]{2,28}?)\\s*[)\\]]?(?:\\s+update)?)${parting}(?<rest>.*)$`,
  'iu',
);
/** `05/03/2025 Calendar drafted.`, `5 Mar 2025 Calendar drafted.`: a whole day needs no sign before the sentence that it dates. */
const datedByDay =
  /^(?<period>(?<when>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} (?:\d{4}|\d{2})))\s+(?=[\p{Lu}\d“"‘'£])(?<rest>.*)$/u;
/** `Q2 2024/25 Trackers fitted.`: nor does a quarter of a named year. */
const datedByQuarter =
  /^(?<period>(?<when>Q[1-4],? \d{4}(?:\s?[-–/]\s?(?:\d{4}|\d{2}))?))\s+(?=[\p{Lu}“"‘'£])(?<rest>.*)$/u;
const sentenceEnd = /(?<=[.!?;]) +/u;

interface DatedLine {
  readonly period: string;
  readonly rest: string;
}

/** The period that a line begins with and what follows; null where it begins with no date. */
function datedLine(line: string): DatedLine | null {
  for (const pattern of [dated, datedByDay, datedByQuarter]) {
    const { period, when, rest } = pattern.exec(line)?.groups ?? {};
    if (period !== undefined && when !== undefined && isPeriod(when))
      return { period: period.trim(), rest: rest ?? '' };
  }
  return null;
}

/** True for a line of a log: a period, and what happened then. */
export const isDatedLine = (line: string): boolean => (datedLine(line)?.rest ?? '') !== '';

/** True for one date and nothing else, which says more than a year. */
function isPeriod(when: string): boolean {
  if (isTimeOfYear.test(foldPlain(when))) return true;
  const [date, ...others] = findDates(when);
  if (date === undefined || others.length > 0 || date.span.precision === 'year') return false;
  return date.words.replace(/\W+/g, '') === foldPlain(when).replace(/\W+/g, '');
}

/** A line that begins with its period can hold further ones, where paper left no room for a line of their own. */
function periodsInLine(line: string): readonly string[] {
  if (datedLine(line) === null) return [line];
  const lines: string[][] = [];
  for (const part of line.split(sentenceEnd)) {
    const last = lines.at(-1);
    const begins = (/^[^:]{2,40} ?:/.test(part) || datedByDay.test(part)) && datedLine(part) !== null;
    if (last === undefined || begins) lines.push([part]);
    else last.push(part);
  }
  return lines.map((parts) => parts.join(' '));
}

/**
 * Splits progress by the dates at the start of its lines. What stands before the first date stays progress.
 * One date alone, with no other dated line, is an update too: the words say when.
 */
export function splitUpdates(progress: RawValue | null): {
  readonly text: RawValue | null;
  readonly updates: readonly LabelledValue[];
} {
  if (progress === null) return { text: null, updates: [] };
  const before: string[] = [];
  const updates: { label: string; lines: string[] }[] = [];
  for (const line of progress.text.split('\n').flatMap(periodsInLine)) {
    const found = datedLine(line);
    if (found !== null) updates.push({ label: found.period, lines: found.rest === '' ? [] : [found.rest] });
    else (updates.at(-1)?.lines ?? before).push(line);
  }
  if (updates.length === 0) return { text: progress, updates: [] };
  return {
    text: before.length === 0 ? null : { ...progress, text: before.join('\n') },
    updates: updates
      .filter(({ lines }) => lines.length > 0)
      .map(({ label, lines }) => ({ label, value: { ...progress, text: lines.join('\n') } })),
  };
}
