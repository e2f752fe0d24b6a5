import type { RawField, RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import { type LabelledText, labelField, splitLabel } from '../recognise/labels.ts';
import { labelEvent, oneLineFields, type SectionEvent } from './section-event.ts';

/** `3.1 ` before a paragraph's text. */
export const paragraphNumber = /^\d{1,2}\.\d{1,2}\.?\s+(?=\p{Lu})/u;

const longestLabel = 6;

/** What a line of running text does in a section: whether a label begins it, or it is one. */
export function textToEvent(value: RawValue, index: number): SectionEvent {
  const unnumbered = value.text.replace(paragraphNumber, '');
  const split = splitRef(unnumbered);
  if (split !== null && kindOf(split.ref) !== null && findingPhrase.test(split.rest.toLowerCase())) {
    const at = (text: string): RawValue => ({ text, places: value.places });
    const numbered = unnumbered !== value.text;
    return labelEvent({
      index,
      field: 'finding',
      label: split.ref,
      rest: at(split.rest),
      ref: at(split.ref),
      whole: value,
      numbered,
    });
  }
  if (namesAction(split?.ref ?? '')) return labelEvent({ index, field: 'action', rest: value, whole: value });
  const known = splitLabel(value.text);
  const inline = known ?? weakLabel(value.text) ?? stoppedLabel(value.text);
  if (inline !== null) {
    const { field, label } = inline;
    const text = oneLineFields.has(field) ? stopOff(inline.rest) : inline.rest;
    const rest = text === '' ? null : { ...value, text };
    return labelEvent({ index, field, label, rest, sure: known !== null, whole: value });
  }
  const field = isStatusWords(value.text) ? null : bareLabel(value.text);
  if (field === null) return { kind: 'text', index, value };
  return labelEvent({ index, field, label: value.text, sure: false, whole: value });
}

/** True for `Action 1.1`, the label of an action and its number in one. */
export const namesAction = (ref: string): boolean => /^Action\b/.test(ref);

function bareLabel(text: string): RawField | null {
  return text.split(/\s+/).length <= longestLabel && !/[.]$/.test(text) ? labelField(text, 0.9) : null;
}

/** A word that can be a label (`Summary: …`) is one where it stands before a colon again and again. */
function weakLabel(text: string): LabelledText | null {
  return /^[^:\n]{2,40}:\s/.test(text) ? splitLabel(text, 0.6) : null;
}

/** Words that end in a full stop (`Progress so far. We have…`) are a label where they begin a text again and again. */
function stoppedLabel(text: string): LabelledText | null {
  const { label, rest } = /^(?<label>\p{Lu}[^.:\n]{1,40})\.\s+(?<rest>\S[\s\S]*)$/u.exec(text)?.groups ?? {};
  const field = label === undefined || isStatusWords(label) ? null : bareLabel(label);
  return field === null || label === undefined || rest === undefined ? null : { label, field, rest };
}

/** A value of one line without the full stop of the sentence that it ends. */
function stopOff(text: string): string {
  return /[.!?]\s/.test(text) ? text : text.replace(/(?<=[^\s.])(?<!(?:^|[\s.])\p{Lu})\.$/u, '');
}
