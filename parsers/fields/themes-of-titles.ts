import { isRef } from '../../src/normalise/ref.ts';
import { sectionNumber } from '../../src/vocabulary/paper-parts.ts';
import { titleContext } from '../recognise/context.ts';
import { kindAndTopic } from '../recognise/kind-and-topic.ts';
import { labelField } from '../recognise/labels.ts';
import { isStandardSection } from '../recognise/sections.ts';
import type { Slot, TextValue } from '../records/model.ts';
import { isSaid } from './kinds-of-field.ts';
import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';

/**
 * The reading of a plan's records in which the title over each record, or over each group of them, is their theme where it was
 * taken for no field: what stands over what was found and how it goes says what that is about. The nearest such title is the theme.
 */
export function withThemesOfTitles(read: Reading): Reading {
  const reading = withOwnTitles(read);
  const { region, assigned } = reading;
  if (assigned.some(({ field }) => field === 'theme')) return reading;
  const isBehindRef = ({ key }: Slot) => region.slots.some((other) => other.key === `${key} ref`);
  const own = region.slots.findLastIndex(
    (slot, index) => assigned[index]?.field === 'none' && namesTopics(slot, isBehindRef(slot)),
  );
  if (own < 0) return reading;
  return {
    ...reading,
    region: { ...region, slots: region.slots.flatMap((slot, index) => (index === own ? topicsApart(slot) : [slot])) },
    assigned: assigned.flatMap((one, index) =>
      index === own ? (['theme', 'kind'] as const).map((field) => ({ ...one, field })) : [one],
    ),
  };
}

/** Titles without the numbers of their sections, and the kinds of finding that stand before the topics in all of them. */
function topicsApart(slot: Slot): readonly [Slot, Slot] {
  const parts = slot.values.map((value) => (value === null ? null : kindAndTopic(value.text)));
  const areOfKinds = slot.values.every((value, record) => value === null || parts[record] !== null);
  const part = (name: 'kind' | 'topic') =>
    slot.values.map((value, record) => (value === null ? null : { ...value, text: parts[record]?.[name] ?? '' }));
  const kinds = { ...slot, key: `${slot.key} kind` };
  return areOfKinds
    ? [
        { ...slot, values: part('topic') },
        { ...kinds, values: part('kind') },
      ]
    : [withoutNumbers(slot), { ...kinds, values: slot.values.map(() => null) }];
}

/** The title that each record has for itself below those of groups sums up what was found there; the group's is the theme. */
function withOwnTitles(reading: Reading): Reading {
  const { region, assigned } = reading;
  const at = (fields: readonly SlotField[]) => assigned.findIndex(({ field }) => fields.includes(field));
  const finding = at(['finding']);
  const own = region.slots.findLastIndex(
    ({ kind, values }, index) =>
      kind === 'title' && titleFields.has(assigned[index]?.field ?? 'extra') && distinctOf(values) === values.length,
  );
  const over = region.slots.findLastIndex(
    (slot, index) =>
      index < own &&
      assigned[index]?.field === 'none' &&
      namesTopics(slot) &&
      distinctOf(slot.values) < slot.values.length,
  );
  if (finding < 0 || own < 0 || over < 0 || at(['summary']) >= 0) return reading;
  return {
    ...reading,
    assigned: assigned.map((one, index) => (index === own ? { ...one, field: 'summary' } : one)),
  };
}

const titleFields: ReadonlySet<SlotField> = new Set(['theme', 'none']);
const distinctOf = (values: Slot['values']): number => new Set(values.flatMap((value) => value?.text ?? [])).size;

/**
 * Titles that differ and name topics, and not only the pillars of an inspection.
 * @param isBehindRef whether each stood behind a reference, which no section that every paper has does
 */
export function namesTopics({ kind, values }: Slot, isBehindRef = false): boolean {
  const titles = new Map(values.flatMap((value) => (isSaid(value) && value !== null ? [[value.text, value]] : [])));
  const all = [...titles.values()];
  return (
    kind === 'title' &&
    all.length > 1 &&
    all.filter((value) => isTopic(value, isBehindRef)).length >= mostTopics * all.length &&
    !all.every(isPillar)
  );
}

const mostTopics = 0.8;

/** True for a title that says what the text below it is about: no plan's name, status, label or reference, and nothing that every paper has. */
export function isTopic(value: TextValue, isBehindRef = false): boolean {
  const { plan, status } = contextOf(value);
  const names = labelField(value.text.replace(sectionNumber, ''), sureOfLabel);
  const isNamed = plan !== undefined || status !== undefined || names !== null || isRef(value.text);
  return !isNamed && (isBehindRef || !isStandardSection(value.text));
}

function isPillar(value: TextValue): boolean {
  const { pillar, theme } = contextOf(value);
  return pillar !== undefined && theme === undefined;
}

const contextOf = (value: TextValue) => titleContext({ text: value.text, level: belowFirst, value });

const sureOfLabel = 0.9;
/** A title of the first level is that of the paper. */
const belowFirst = 2;

/** Titles without the numbers of their sections, where each has one. */
export function withoutNumbers(slot: Slot): Slot {
  const isNumbered = (value: TextValue | null) => value === null || sectionNumber.test(value.text);
  if (!slot.values.every(isNumbered)) return slot;
  return {
    ...slot,
    values: slot.values.map((value) =>
      value === null ? null : { ...value, text: value.text.replace(sectionNumber, '') },
    ),
  };
}
