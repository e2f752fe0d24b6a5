import type { RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import { labelField, splitLabel } from '../recognise/labels.ts';
import { statusOff, type Title } from '../recognise/sections.ts';
import { labelEvent, type SectionEvent } from './section-event.ts';
import { namesAction } from './text-event.ts';

/** What a title does in a section: whether it names a finding, an action or a field, or stands over them. */
export function titleToEvent(title: Title, index: number): SectionEvent {
  const { level, value: whole } = title;
  const { text, status } = statusOff(title.text);
  const split = splitRef(text);
  const at = (words: string): RawValue | null => (words === '' ? null : { text: words, places: whole.places });
  const ref = at(split?.ref ?? '');
  const rest = split?.rest ?? text;
  const told = status === null ? {} : { status: { text: status, places: whole.places } };
  if (split !== null && (rest === '' || findingPhrase.test(rest.toLowerCase())) && kindOf(split.ref) !== null)
    return labelEvent({ index, field: 'finding', label: split.ref, level, rest: at(rest), ref, whole, ...told });
  if (namesAction(split?.ref ?? ''))
    return labelEvent({ index, field: 'action', level, rest: at(text), whole, ...told });
  const field = labelField(rest, 0.7);
  if (field !== null) {
    const numbered = field !== 'finding' && /^\d+(\.\d+)*$/.test(split?.ref ?? '');
    return labelEvent({ index, field, label: text, level, ref: numbered ? null : ref, whole });
  }
  const inline = splitLabel(text);
  if (inline !== null)
    return labelEvent({ index, field: inline.field, label: inline.label, level, rest: at(inline.rest), whole });
  return { kind: 'title', index, title };
}
