import { kindOf } from '../../src/normalise/pillar.ts';
import { actionNumber } from '../../src/vocabulary/refs.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Columns, Region, Slot } from '../records/model.ts';
import { isRefOfTitle } from '../records/part-off.ts';
import type { Assigned } from './assign.ts';
import { isNamed, isSaid } from './kinds-of-field.ts';
import type { Distribution, SlotField } from './model.ts';

const distinct = (slot: Slot | undefined): number =>
  new Set(slot?.values.flatMap((value) => (value === null ? [] : [value.text]))).size;

/** A text that stands over several records: what was held for them, or, in a table, what stands above its rows. */
const isHeldText = (slot: Slot | undefined, columns: Columns | null): boolean =>
  slot?.kind === 'text' && (slot.key.startsWith('held ') || (columns !== null && slot.key.startsWith('text ')));

/** A title over records that names what inspectors found, as that of a cause does. */
const namesKind = ({ kind, label, values }: Slot): boolean =>
  kind === 'title' && (kindOf(label) !== null || values.some((value) => value !== null && kindOf(value.text) !== null));

const tellsOf = (field: SlotField): SlotField => (field === 'update' ? 'progress' : field);

/** What a text over several records can't be of each of them where they have it themselves. */
const ownOfRecords: ReadonlySet<SlotField> = new Set(['progress', 'action', 'future', 'status']);

/** A text that stands once over several records, each with a finding of its own, tells what they share: no progress of any, and no action. */
export function heldOver({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  const hasSummary = assigned.some(({ field }) => field === 'summary');
  if (finding < 0 || isHeldText(slots[finding], columns)) return assigned;
  const isOfKind = columns === null || slots.some(namesKind);
  const isToldBelow = (field: SlotField) =>
    slots.some((slot, index) => isNamed(slot) && tellsOf(assigned[index]?.field ?? 'none') === field);
  const field: SlotField = hasSummary || !isOfKind ? 'none' : 'summary';
  return assigned.map((one, index): Assigned => {
    const isOverAll = isHeldText(slots[index], columns) && ownOfRecords.has(one.field);
    return isOverAll && (one.field === 'action' || isToldBelow(one.field)) ? { ...one, field } : one;
  });
}

/** What stands once over several findings is no action of theirs: it says what they are about. */
export function overFindings({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  const action = assigned.findIndex(({ field }, index) => field === 'action' && slots[index]?.kind === 'title');
  if (finding < 0 || action < 0 || distinct(slots[action]) >= distinct(slots[finding])) return assigned;
  const field: SlotField = assigned.some((one) => one.field === 'theme') ? 'none' : 'theme';
  return assigned.map((one, index) => (index === action ? { ...one, field } : one));
}

/** What stands once above a table's rows, which have findings of their own in a column named for them, is what these share. */
export function foundInRows({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const above = assigned.findIndex(({ field }, index) => field === 'finding' && slots[index]?.kind !== 'column');
  const column = slots.findIndex(
    (slot, index) =>
      slot.kind === 'column' &&
      assigned[index]?.field === 'extra' &&
      (labelScores(slot.label).get('finding') ?? 0) >= leastNamed &&
      distinct(slot) > distinct(slots[above]),
  );
  if (columns === null || above < 0 || column < 0) return assigned;
  return assigned.map((one, index) => {
    if (index === column) return { ...one, field: 'finding' as const, probability: leastNamed };
    return index === above ? { ...one, field: 'summary' as const } : one;
  });
}

const leastNamed = 0.9;

/** The few words behind `Cause of concern:` in a title over findings are what these are about. */
export function topicsOfCauses({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (finding < 0 || assigned.some(({ field }) => field === 'theme')) return assigned;
  return assigned.map((one, index) => {
    const { kind, label = '', values = [] } = slots[index] ?? {};
    const isTopic =
      kind === 'title' && kindOf(label) !== null && !values.some((value) => /[.!?]$/.test(value?.text ?? ''));
    return isTopic && one.field === 'summary' ? { ...one, field: 'theme' } : one;
  });
}

/** The few words behind `Cause of concern:` in a title right over the sentence that says what was found are what that is about. */
export function topicsOverFindings(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const topic = slots.findIndex(
    ({ kind, label, values }) => kind === 'title' && kindOf(label) !== null && areTopics(values),
  );
  const below = slots[topic + 1];
  const isFound = below?.kind === 'text' && (told[topic + 1]?.get('finding') ?? 0) >= leastFound;
  if (topic < 0 || !isFound || assigned[topic]?.field !== 'finding') return assigned;
  return assigned.map((one, index) => {
    if (index === topic) return { ...one, field: 'theme' };
    return index === topic + 1 ? { field: 'finding', probability: told[index]?.get('finding') ?? 0 } : one;
  });
}

const leastFound = 0.5;

const areTopics = (values: Slot['values']): boolean =>
  !values.some(
    (value) => value !== null && (/[.!?]$/.test(value.text) || value.text.split(/\s+/).length > longestTopic),
  );
const longestTopic = 8;

/** The number of a cause of concern is no reference of the findings below it, and the text below its title is what they have in common. */
export function withoutCauseNumbers({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  const causes = slots.findIndex((slot) => numbersCauses(slot, slots[finding]));
  if (finding < 0 || causes < 0) return assigned;
  const held = assigned.some(({ field }) => field === 'summary')
    ? -1
    : slots.findIndex((slot, index) => isHeldText(slot, columns) && assigned[index]?.field === 'none');
  return assigned.map((one, index) => {
    if (index === causes && one.field === 'ref') return { ...one, field: 'none' };
    return index === held ? { ...one, field: 'summary' } : one;
  });
}

/** A number that counts the actions of each finding anew (`Action 1`, `Action 2`, then `Action 1` of the next) refers to none of them. */
export function withoutCounters({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  return assigned.map((one, index) =>
    one.field === 'ref' && countsAnew(slots[index]) ? { ...one, field: 'none' } : one,
  );
}

function countsAnew(refs: Slot | undefined): boolean {
  const printed = refs?.values.filter(isSaid).map((value) => value?.text ?? '') ?? [];
  const again = printed.filter((ref, index) => ref !== printed[index - 1] && printed.slice(0, index).includes(ref));
  return again.length > 0 && printed.every((ref) => actionNumber.test(ref));
}

/** References of causes taken off titles that stand over more findings than there are causes. */
function numbersCauses(refs: Slot | undefined, finding: Slot | undefined): boolean {
  if (refs === undefined || !refs.key.startsWith('title above ') || !isRefOfTitle(refs.key)) return false;
  return (
    refs.values.filter(isSaid).every((value) => kindOf(value?.text ?? '') === 'cause_of_concern') &&
    distinct(finding) > distinct(refs)
  );
}
