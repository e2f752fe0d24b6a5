import type { Block } from '../../src/model/document.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';

/** What was taken for a label because it returns, but stands between a reference and a title each time, is what those cards are about. */
export function topicsOfCards(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const isTopicAt = (at: number) => {
    const [above, event, next] = [events[at - 1], events[at], events[at + 1]];
    const isBelowRef = (above?.kind === 'title' || above?.kind === 'line') && isRef(above.value.text);
    return event?.kind === 'label' && event.value === null && isBelowRef && next?.kind === 'title';
  };
  const others = new Set(
    events.flatMap((event, at) => (event.kind === 'label' && !isTopicAt(at) ? [labelKey(event.label)] : [])),
  );
  return events.map((event, at) => {
    const block = blocks[event.block];
    if (event.kind !== 'label' || block === undefined || !isTopicAt(at) || others.has(labelKey(event.label)))
      return event;
    const places = 'places' in block ? block.places : [];
    return { kind: 'line', value: { text: event.label, places, fill: null }, block: event.block };
  });
}
