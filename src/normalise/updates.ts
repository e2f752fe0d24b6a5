import type { LabelledValue, RawValue } from '../model/raw.ts';
import { months } from '../vocabulary/months.ts';

const month = [...months.keys()].join('|');
const when = `(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${month})\\.?\\s+'?(?:20)?\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:20)?\\d{2}|q[1-4]\\s+\\d{4}\\s?[/-]\\s?\\d{2,4})`;
const prefix = '(?:(?:updated?|progress|review(?:ed)?):?\\s+|(?:update |position )?as at\\s+|position at\\s+)?';
/**
 * A line that begins with its own period: `April 2023:`, `October 2023 - `, `Update 12/05/2023:`, `Q3 2022/23:`,
 * `Update (12/05/2023):`.
 */
const dated = new RegExp(
  `^(?<period>${prefix}(?:${when}|[([]${when}[)\\]])(?:\\s+update)?)(?:\\s*[:–—]\\s*|\\s+-\\s+|(?<=[)\\]])\\s+|\\s*$)(?<rest>.*)$`,
  'iu',
);

const nextPeriod = new RegExp(`(?<=[.!?;]) +(?=${prefix}(?:${when}|[([]${when}[)\\]]) ?:)`, 'iu');

/** A line that begins with its period can hold further ones, where paper left no room for a line of their own. */
function periodsInLine(line: string): readonly string[] {
  return dated.test(line) ? line.split(nextPeriod) : [line];
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
    const { period, rest } = dated.exec(line)?.groups ?? {};
    if (period !== undefined)
      updates.push({ label: period.trim(), lines: rest === undefined || rest === '' ? [] : [rest] });
    else (updates.at(-1)?.lines ?? before).push(line);
  }
  if (updates.length === 0) return { text: progress, updates: [] };
  const { places } = progress;
  return {
    text: before.length === 0 ? null : { text: before.join('\n'), places },
    updates: updates
      .filter(({ lines }) => lines.length > 0)
      .map(({ label, lines }) => ({ label, value: { text: lines.join('\n'), places } })),
  };
}
