import { isLineOfWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { isPeriod } from '../recognise/labels.ts';
import { textsOf } from '../recognise/on-inspection.ts';
import { asksOfService } from '../recognise/sections.ts';
import { labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';
import { bandLevel } from './title-levels.ts';

const countBehind = /\s(?:(?<number>\d{1,2})|\((?<part>\d{1,2}) of \d{1,2}\))\s*:?$/u;
const letterAlone = /^\(?[a-z][.)]$/u;
const letterBefore = /^\(?(?<letter>[a-z])[.)]\s+(?<words>\p{L}.*)$/u;

/** A label's words and the number behind them or the letter before them; null for a period, for what inspectors number, and where there is none. */
export function countOf(label: string): { readonly words: string; readonly number: number } | null {
  const lettered = letterBefore.exec(label)?.groups;
  if (lettered?.words !== undefined) return { words: lettered.words, number: rankOf(lettered.letter) };
  const count = countBehind.exec(label);
  const words = label.slice(0, count?.index).trimEnd();
  if (count === null || !isLineOfWords(words) || isPeriod(label) || kindOf(label) !== null) return null;
  return { words, number: Number(count.groups?.number ?? count.groups?.part) };
}

const rankOf = (letter = ''): number => letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;

/** Labels that count what they stand over (`Step 1`, `Step 2`, again in each form; `Action (1 of 3)`, `(a) Action`) are one label: the count is no part of it. */
export function withoutCounts(given: readonly RecordEvent[]): readonly RecordEvent[] {
  const events = withLettersBefore(given);
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

/** One word and a number before what is asked of the service (`Point 2: The service should …`) refers to it, however often it returns, and is no label. */
export function withoutNumbered(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  return events.map((event): RecordEvent => {
    if (event.kind !== 'label' || event.value === null) return event;
    if (!wordAndNumber.test(event.label) || !asksOfService(event.value.text)) return event;
    const block = blocks[event.block];
    const text = block === undefined ? undefined : printedIn(block, event.label, event.value.text);
    if (block === undefined || text === undefined) return event;
    const value = { ...event.value, text };
    return block.kind === 'table'
      ? { kind: 'title', level: bandLevel, value, block: event.block }
      : { kind: 'line', value, block: event.block, begins: true };
  });
}

/** The words of a block from a label to the end of its value, as they are printed there with what parts them. */
const printedIn = (block: Block, label: string, value: string): string | undefined =>
  textsOf(block)
    .map(({ text }) => text.trim())
    .find((text) => text.startsWith(label) && text.endsWith(value));

const wordAndNumber = /^\p{Lu}\p{L}+ \d{1,3}$/u;

/** A letter that counts is a part of the label right behind it in its line, though that returns without it. */
function withLettersBefore(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const isLetter = (event: RecordEvent | undefined, next: RecordEvent | undefined) =>
    event?.kind === 'line' &&
    next?.kind === 'label' &&
    event.block === next.block &&
    letterAlone.test(event.value.text);
  return events.flatMap((event, at): readonly RecordEvent[] => {
    const before = events[at - 1];
    if (isLetter(event, events[at + 1])) return [];
    if (event.kind !== 'label' || before?.kind !== 'line' || !isLetter(before, event)) return [event];
    return [{ ...event, label: `${before.value.text} ${event.label}` }];
  });
}
