import { asksOfService } from '../recognise/sections.ts';
import type { Region, Slot } from '../records/model.ts';
import type { Assigned } from './assign.ts';
import { areInstructions } from './instructions.ts';
import { facts, isNamed, isSaid } from './kinds-of-field.ts';
import type { SlotField } from './model.ts';

/**
 * Beside a finding the text without a label, another in each record, that tells somebody to do something is what is done about it, where no
 * other slot is that. So is a sentence above a finding under its label that only when, who and how far stand beside.
 */
export function toldToDo({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const has = (field: SlotField) => assigned.some((one) => one.field === field);
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (columns !== null || finding < 0 || has('action') || has('future')) return assigned;
  const told = facts.filter((field) => field !== 'progress' && has(field)).length;
  const isFactual = isNamed(slots[finding]) && !has('progress') && !has('update') && told >= leastFacts;
  // What a status stands before tells how it goes.
  const isBehindStatus = ({ key }: Slot) => slots.some((slot) => slot.key === `${key} status`);
  const done = slots.findLastIndex((slot, index) => {
    const { field = 'extra', probability = 1 } = assigned[index] ?? {};
    if (!isOwn(slot) || (field === 'theme' && probability >= sureOfPlace)) return false;
    return index < finding
      ? isNamed(slots[finding]) &&
          above.has(field) &&
          (areInstructions(textsOf(slot)) || (isFactual && areSentences(slot) && !isBehindStatus(slot)))
      : slot.kind === 'text' && below.has(field) && areInstructions(textsOf(slot));
  });
  return assigned.map((one, index) => (index === done ? { field: 'action', probability: sureOfPlace } : one));
}

/** What such a text was taken for above its finding, and below. */
const above: ReadonlySet<SlotField> = new Set(['none', 'theme']);
const below: ReadonlySet<SlotField> = new Set(['none', 'progress']);
const leastFacts = 2;
const leastWords = 3;
const sureOfPlace = 0.6;

/** True for a title or a text that each record has for itself and that asks nothing of the service. */
function isOwn({ kind, key, values }: Slot): boolean {
  const said = values.filter(isSaid);
  const isAbove = kind === 'title' || (kind === 'text' && !key.startsWith('held '));
  return (
    isAbove &&
    said.length === values.length &&
    new Set(said.map((value) => value?.text)).size === values.length &&
    values.length > 1 &&
    !said.some((value) => asksOfService(value?.text ?? '') || sign.test(value?.text ?? ''))
  );
}

/** A sign among words shows that two texts were taken for one. */
const sign = /\p{So}/u;

const textsOf = ({ values }: Slot): readonly string[] => values.map((value) => value?.text ?? '');

/** Sentences, which no titles are. */
const areSentences = ({ kind, values }: Slot): boolean =>
  kind === 'text' &&
  values.every((value) => /[.]$/.test(value?.text ?? '') && (value?.text ?? '').split(/\s+/).length >= leastWords);
