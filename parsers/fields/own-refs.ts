import { goesOnFrom, isRef } from '../../src/normalise/ref.ts';
import type { Region } from '../records/model.ts';
import { type Assigned, sureOfAsked } from './assign.ts';
import { isNamed } from './kinds-of-field.ts';

/**
 * Of two slots of references the one that tells the records apart is theirs; the other is that of what stands above them. Numbers
 * of actions that go on from those of their findings (`A2b` below `A2`) hold what these say; others are kept.
 */
export function ownRefs({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const ref = assigned.findIndex(({ field }) => field === 'ref');
  const said = (index: number) => new Set(slots[index]?.values.flatMap((value) => value?.text || []));
  // Beside a column of references of their own numbers count the actions; below a title with a reference they are the actions' own.
  const own = isNamed(slots[ref]) ? /\p{L}/u : /[\p{L}.]/u;
  const other = slots.findIndex((slot, index) => {
    const texts = [...said(index)];
    if (index === ref || texts.length <= said(ref).size || !texts.every((text) => isRef(text) && own.test(text)))
      return false;
    return slot.kind === 'column' ? assigned[index]?.field === 'extra' : slot.key.endsWith(' ref');
  });
  if (ref < 0 || other < 0) return assigned;
  const areFurther = slots[other]?.values.every(
    (value, record) => value === null || goesOnFrom(slots[ref]?.values[record]?.text, value.text),
  );
  return assigned.map((one, index) => {
    if (index === ref) return { ...one, field: areFurther && !isNamed(slots[ref]) ? 'none' : 'extra' };
    return index === other ? { ...one, field: 'ref', probability: assigned[ref]?.probability ?? 0 } : one;
  });
}

/** A header over two columns, the first of which holds another reference in each row: it refers to what stands beside it. */
export function refsBesideTexts({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (assigned.some(({ field }) => field === 'ref')) return assigned;
  const refs = slots.findIndex(({ kind, label, values }, index) => {
    const said = values.flatMap((value) => value?.text || []);
    const areRefs = said.every((text) => isRef(text) || /^\d{1,2}(?:\.\d{1,2})?$/.test(text));
    const isShared = kind === 'column' && label !== '' && label === slots[index + 1]?.label;
    return isShared && assigned[index]?.field === 'extra' && areRefs && new Set(said).size === values.length;
  });
  return assigned.map((one, index) => (index === refs ? { field: 'ref', probability: sureOfAsked } : one));
}
