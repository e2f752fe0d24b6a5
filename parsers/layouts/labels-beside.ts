import type { Block, Paragraph } from '../../src/model/document.ts';
import { labelField } from '../recognise/labels.ts';
import { labelsBeside as linesBeside } from '../recognise/labels-beside.ts';
import { type LabelEvent, labelEvent } from './section-event.ts';

/** Labels side by side over their values, in two blocks of which the second is at `index`; null where they are not that. */
export function labelsBeside(above: Block, below: Block | undefined, index: number): readonly LabelEvent[] | null {
  if (above.kind !== 'paragraph' || below?.kind !== 'paragraph') return null;
  const pairs = linesBeside(above.text, below.text);
  return pairs?.map(([label, text], at) => toEvent(label, text, below, at === 0 ? index - 1 : index)) ?? null;
}

function toEvent(label: string, text: string, { places }: Paragraph, index: number): LabelEvent {
  const rest = { text, places };
  const field = labelField(label, 0.9) ?? 'extra';
  return labelEvent({ index, field, label, rest, whole: { text: `${label} ${text}`, places } });
}
