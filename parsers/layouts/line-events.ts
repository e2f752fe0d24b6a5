import type { List, ListItem } from '../../src/model/document.ts';
import type { RawField, RawValue } from '../../src/model/raw.ts';
import { asksOfService } from '../recognise/sections.ts';
import { type LinePart, labelsInLine, sentencesByLabel } from './labels-in-line.ts';
import { labelEvent, oneLineFields, type SectionEvent, unlabelled } from './section-event.ts';
import { textToEvent } from './text-event.ts';

/** What a line of running text does in a section, part by part where several labels stand in it. */
export function lineToEvents({ text, places }: RawValue, index: number): readonly SectionEvent[] {
  const [first = text, ...labelled] = sentencesByLabel(text);
  const opening = textToEvent({ text: first, places }, index);
  const events = labelled.map((part) => textToEvent({ text: part, places }, index));
  if (events.length > 0 && isSure(opening)) return [opening, ...events];
  if (events.filter(isOneLine).length > 1) return [heading({ text: first, places }, index), ...events];
  return labelsInLine(text).map((part) => partToEvent(part, places, index));
}

/** What the items of a list do: one over nested labels of who, when or how it goes is what those speak of. */
export function listToEvents({ items }: List, index: number): readonly SectionEvent[] {
  const events = items.map((item) => lineToEvents({ text: item.text, places: item.places }, index));
  return events.flatMap((own, at) => {
    const [only, ...others] = own;
    if (only?.kind !== 'text' || others.length > 0) return own;
    const nested = events.slice(at + 1, endOfNested(items, at)).flat();
    return isSure(nested[0]) && nested.some(saysOfAction) ? [heading(only.value, index)] : own;
  });
}

const heading = (value: RawValue, index: number): SectionEvent =>
  unlabelled(asksOfService(value.text) ? 'finding' : 'action', index, value);

/** Where the items nested below one end. */
function endOfNested(items: readonly ListItem[], at: number): number | undefined {
  const end = items.findIndex(({ level }, other) => other > at && level <= (items[at]?.level ?? 0));
  return end < 0 ? undefined : end;
}

const isSure = (event: SectionEvent | undefined) => event?.kind === 'label' && event.sure;
const isOneLine = (event: SectionEvent) => event.kind === 'label' && oneLineFields.has(event.field);

const ofActions: ReadonlySet<RawField> = new Set(['lead', 'timescale', 'status']);

/** True for a label that says who does it, by when, or how it stands. */
export const saysOfAction = (event: SectionEvent): boolean =>
  event.kind === 'label' && event.sure && ofActions.has(event.field);

function partToEvent({ text, unknown }: LinePart, places: RawValue['places'], index: number): SectionEvent {
  const whole = { text, places };
  if (unknown === null) return textToEvent(whole, index);
  return labelEvent({ index, field: 'extra', label: unknown.label, rest: { text: unknown.rest, places }, whole });
}
