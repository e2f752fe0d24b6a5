import { isToCome } from '../../src/vocabulary/value-words.ts';
import { asksOfService } from '../recognise/sections.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';

/** So many of the texts go on so. */
const most = 0.7;

/**
 * `The service should test its hydrants. We have tested half of them. We will test the rest by May.`, text after text without a label: what
 * was asked, and what the service says of it in its own person, up to what it will do.
 */
export function toldInPersonApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'text' && slot.kind !== 'title') return [slot];
  const [asked = slot, told] = partOff(slot, 'told', most, (text) =>
    splitAt(text, (sentence, index) => index > 0 && inPerson.test(sentence), asksOfService),
  );
  if (told === undefined) return [slot];
  const ofRecord: Slot = { ...told, kind: 'text', label: '' };
  const [done = ofRecord, toCome] = partOff(ofRecord, 'future', most, (text) =>
    splitAt(text, (sentence, index) => index > 0 && isToCome.test(sentence.toLowerCase())),
  );
  return [asked, done, ...(toCome === undefined ? [] : [toCome])];
}

/** True for the key of a slot of what the service says that it will do. */
export const isPromised = (key: string): boolean => key.endsWith(' told future');

const inPerson = /^We\b/;

/** A text before the first sentence that another part begins with, and that part; null where there is none, or where the text before does not ask. */
function splitAt(
  text: string,
  begins: (sentence: string, index: number) => boolean,
  asks: (text: string) => boolean = () => true,
): { readonly part: string; readonly rest: string } | null {
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  const from = sentences.findIndex(begins);
  const rest = sentences.slice(0, from).join(' ');
  return from < 1 || !asks(rest) ? null : { part: sentences.slice(from).join(' '), rest };
}
