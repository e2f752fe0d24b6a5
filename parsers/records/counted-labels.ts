import { kindOf } from '../../src/normalise/pillar.ts';
import { isPeriod } from '../recognise/labels.ts';
import { labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';

const countBehind = /^(?<words>.*\p{L}.*?)\s+(?:(?<number>\d{1,2})|\((?<part>\d{1,2}) of \d{1,2}\))\s*:?$/u;

/** A label's words and the number behind them; null for a period, for what inspectors number, and where there is none. */
export function countOf(label: string): { readonly words: string; readonly number: number } | null {
  const { words, number, part } = countBehind.exec(label)?.groups ?? {};
  if (words === undefined || isPeriod(label) || kindOf(label) !== null) return null;
  return { words, number: Number(number ?? part) };
}

/** Labels that count what they stand over (`Step 1`, `Step 2`, again in each form; `Action (1 of 3)`) are one label: the number is no part of it. */
export function withoutCounts(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const counts = events.flatMap((event) => (event.kind === 'label' ? (countOf(event.label) ?? []) : []));
  const counted = new Set(
    [...Map.groupBy(counts, ({ words }) => labelKey(words))].flatMap(([key, all]) => {
      const first = all.filter(({ number }) => number === 1).length;
      return first > 1 && all.some(({ number }) => number === 2) ? [key] : [];
    }),
  );
  return events.map((event) => {
    const count = event.kind === 'label' ? countOf(event.label) : null;
    return count === null || event.kind !== 'label' || !counted.has(labelKey(count.words))
      ? event
      : { ...event, label: count.words };
  });
}
