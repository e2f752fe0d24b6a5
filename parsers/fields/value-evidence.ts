import { rememberByObject } from '../../src/lib/remember.ts';
import type { Evidence, RawField } from '../../src/model/raw.ts';
import { labelScores } from '../recognise/labels.ts';
import { isSaid } from './kinds-of-field.ts';
import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';

/**
 * What the reader knows of a value of a slot that speaks for its being what the slot was taken for, or against it: of the records
 * that it stands in, of its slot and of its own words. `scripts/learn/sure.ts` learns how much each piece counts.
 * @param slot index of the region's slot
 * @param record index of the region's record, which has a value there
 */
export function valueToEvidence(reading: Reading, slot: number, record: number): Evidence {
  const told = slotsOf(reading)[slot];
  const text = reading.region.slots[slot]?.values[record]?.text;
  if (told === undefined || text === undefined || reading.assigned[slot]?.told === undefined) return [saidByPerson];
  const length = words(text);
  return [
    recordsOf(reading),
    told.evidence,
    present([
      ['begins small', Number(/^[\p{Ll},;.)]/u.test(text))],
      ['begins with a counter', Number(/^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/.test(text))],
      ['stops unlike the others', Math.abs(Number(stops(text)) - told.stopping)],
      ['shorter than the others', Math.max(0, Math.log(Math.max(1, told.length) / length))],
      ['length', Math.log(length)],
      ['lines', Math.log(1 + (text.match(/\n/g)?.length ?? 0))],
    ]),
  ];
}

const saidByPerson: ReadonlyMap<string, number> = new Map([['said by a person', 1]]);

/** What all records of a region show. */
const recordsOf = rememberByObject(({ region: { slots, records }, assigned, confidence }: Reading) => {
  const unread = slots.filter(({ kind }, index) => kind === 'title' && assigned[index]?.field === 'none').length;
  return present([
    ['records', Math.log(records.length)],
    ['slots all sure', logOdds(confidence)],
    ['titles of no field', unread],
  ]);
});

/** What a slot shows, and what its values are like. */
const slotsOf = rememberByObject(({ region: { slots }, assigned }: Reading) =>
  slots.map((slot, index) => {
    const field = tellsOf(assigned[index]?.field ?? 'none');
    const likely = (at: number) => assigned[at]?.told?.get(field) ?? 0;
    const known = labelScores(slot.label);
    const texts = slot.values.flatMap((value) => (isSaid(value) ? [value?.text ?? ''] : []));
    const rivals = slots.map((_, other) => (other === index ? 0 : likely(other)));
    return {
      length: median(texts.map(words)),
      stopping: texts.filter(stops).length / Math.max(1, texts.length),
      evidence: present([
        ['likely by itself', logOdds(likely(index))],
        ['another as likely', Math.max(...rivals)],
        ['label of another field', Number(known.size > 0 && !known.has(field as RawField))],
        ['title', Number(slot.kind === 'title')],
        ['blank', 1 - texts.length / slot.values.length],
        ['said again', 1 - new Set(texts).size / Math.max(1, texts.length)],
      ]),
    };
  }),
);

/** An update is learned as the progress that it tells of. */
const tellsOf = (field: SlotField): SlotField => (field === 'update' ? 'progress' : field);

const words = (text: string): number => text.split(/\s+/).length;
const stops = (text: string): boolean => /[.!?]["'”’)]?$/.test(text);
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The logarithm of the odds, within a thousand to one. */
function logOdds(probability: number): number {
  const within = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(within / (1 - within));
}

const present = (all: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
  new Map(all.filter(([, amount]) => amount !== 0));
