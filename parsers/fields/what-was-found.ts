import { kindOf } from '../../src/normalise/pillar.ts';
import { statusInProgress } from '../../src/normalise/standing.ts';
import { labelScores } from '../recognise/labels.ts';
import { isOfInspection } from '../recognise/on-inspection.ts';
import { asksOfService } from '../recognise/sections.ts';
import type { Region, Slot, TextValue } from '../records/model.ts';
import { type Assigned, leastNamed, leastSubject, sureOfAsked, sureOfNamed } from './assign.ts';
import { isNamed, isSaid, main } from './kinds-of-field.ts';
import type { Distribution, SlotField } from './model.ts';

/** What stands under the name of a finding is it, where nothing else is; a text without a label that was taken for it says more of it. */
export function namedFinding({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const taken = assigned.findIndex(({ field }, index) => field === 'finding' && !isNamed(slots[index]));
  const named = slots.findIndex(
    (slot, index) =>
      isNamed(slot) &&
      assigned[index]?.field === 'extra' &&
      (labelScores(slot.label).get('finding') ?? 0) >= leastNamed,
  );
  if (named < 0 || (taken < 0 && assigned.some(({ field }) => main.includes(field)))) return assigned;
  const other: SlotField = assigned.some(({ field }) => field === 'summary') ? 'none' : 'summary';
  return assigned.map((one, index) => {
    if (index === named) return { field: 'finding', probability: sureOfAsked };
    return index === taken ? { ...one, field: other } : one;
  });
}

/**
 * Sentences over the rows of a finding that were taken for its topic, its progress or a date say more of it: what is in hand stands in the
 * rows, and a topic is no sentence.
 */
export function aboutFinding({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (finding < 0) return assigned;
  if (columns === null) return belowFinding(slots, assigned, finding);
  const isOver = (index: number) => slots[index]?.kind === 'title' && index < finding && !isNamed(slots[index]);
  return assigned.map((one, index) =>
    isOver(index) && toldOver.has(one.field) && slots[index]?.values.filter(isSaid).every(isLongSentence)
      ? { ...one, field: 'summary' }
      : one,
  );
}

/** A sentence right below a finding that was taken for a status, and is none, says more of it where the progress stands elsewhere. */
function belowFinding(slots: readonly Slot[], assigned: readonly Assigned[], finding: number): readonly Assigned[] {
  const below = slots[finding + 1];
  const said = below?.values.filter(isSaid) ?? [];
  const isNone = said.every((value) => isLongSentence(value) && statusInProgress(value?.text ?? '') === null);
  if (below?.kind !== 'text' || assigned[finding + 1]?.field !== 'status' || !isNone) return assigned;
  if (!assigned.some(({ field }) => field === 'progress') || assigned.some(({ field }) => field === 'summary'))
    return assigned;
  return assigned.map((one, index) => (index === finding + 1 ? { ...one, field: 'summary' } : one));
}

const toldOver: ReadonlySet<SlotField> = new Set(['none', 'theme', 'progress', 'timescale', 'status', 'action']);

const isLongSentence = (value: TextValue | null): boolean =>
  value !== null && /[.:]$/.test(value.text) && value.text.split(/\s+/).length >= leastSentence;
const leastSentence = 6;

/** A sentence above a table that neither asks nor tells what inspectors found is hardly the finding of the actions in its rows. */
export function withoutStrays({ slots, columns }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  if (columns === null || !assigned.some(({ field }, index) => field === 'action' && isNamed(slots[index])))
    return assigned;
  return assigned.map((one, index) => {
    const { kind, values = [] } = slots[index] ?? {};
    const isStray = one.field === 'finding' && kind === 'title' && one.probability < leastStray;
    const asks = values.some((value) => value !== null && (asksOfService(value.text) || kindOf(value.text) !== null));
    return isStray && !asks && values.filter(isSaid).every(isLongSentence) ? { ...one, field: 'none' } : one;
  });
}

const leastStray = 0.5;

/**
 * Of a text that stands once for several rows and one that is each row's own, both found by inspectors, the row's own is the finding
 * and the other says more of it, where no action stands beside them or the row's own asks and the other does not (`Cause of
 * concern` over its recommendations).
 */
export function foundOnce(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const [finding, summary] = (['finding', 'summary'] as const).map((field) =>
    assigned.findIndex((one) => one.field === field),
  );
  const distinct = (index: number) =>
    new Set(slots[index]?.values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text]))).size;
  if (finding === undefined || summary === undefined || finding < 0 || summary < 0) return assigned;
  const asks = (index: number) =>
    slots[index]?.values.filter(isSaid).every((value) => asksOfService(value?.text ?? ''));
  const isAction = assigned.some(({ field }) => field === 'action') && (!asks(summary) || asks(finding));
  if (isAction || distinct(finding) >= distinct(summary)) return assigned;
  return assigned.map((one, index) => {
    if (index === finding) return { ...one, field: 'summary' };
    const sure = Math.max(one.probability, told[index]?.get('finding') ?? 0);
    return index === summary ? { field: 'finding', probability: sure } : one;
  });
}

/**
 * A text that asks something of the service in every record is the finding, and the title beside it that was taken for one is
 * the action, or the theme where another slot is that. */
export function askedOfService(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const asks = (slot: Slot | undefined) => slot?.values.every((value) => asksOfService(value?.text ?? '')) ?? false;
  const isFree = (slot: Slot, field: SlotField | undefined) =>
    isNamed(slot) ? field === 'extra' && labelScores(slot.label).size === 0 : field === 'none';
  const asked = slots.findIndex((slot, index) => isFree(slot, assigned[index]?.field) && asks(slot));
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  if (asked < 0 || (finding >= 0 && (isNamed(slots[finding]) || asks(slots[finding])))) return assigned;
  const hasAction = assigned.some(({ field }) => field === 'action');
  const title = (index: number): SlotField =>
    hasAction || (told[index]?.get('theme') ?? 0) > (told[index]?.get('action') ?? 0) ? 'theme' : 'action';
  const isDone = (index: number) =>
    index === finding || (finding < 0 && index === asked - 1 && slots[index]?.kind === 'title');
  return assigned.map((one, index): Assigned => {
    if (index === asked) return { field: 'finding', probability: sureOfAsked };
    return isDone(index) && (one.field === 'finding' || one.field === 'none')
      ? { field: title(index), probability: Math.max(one.probability, leastSubject) }
      : one;
  });
}

/** Beside references of recommendations what is to be done is what was recommended, where nothing else is and no label names it. */
export function askedFor({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const isOf = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const [ref, action] = [isOf('ref'), isOf('action')];
  const refs = slots[ref]?.values.filter(isSaid) ?? [];
  const named = refs.filter((value) => kindOf(value?.text ?? '') === 'recommendation').length;
  if (isOf('finding') >= 0 || action < 0 || isNamed(slots[action]) || refs.length === 0 || named < refs.length)
    return assigned;
  return assigned.map((one, index) => (index === action ? { ...one, field: 'finding' } : one));
}

/**
 * Of two columns of which one names the inspectors and the other was taken for what they found, the one that names them is it, where nothing
 * else is what is to be done: `Issue from HMICFRS` beside `What we said`.
 */
export function foundByInspectors(
  { slots }: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] {
  const finding = assigned.findIndex(({ field }) => field === 'finding');
  const { label = '' } = slots[finding] ?? {};
  const isTheirs = (slot: Slot, index: number) =>
    isOfInspection(slot.label) &&
    (assigned[index]?.field === 'extra' || assigned[index]?.field === 'theme') &&
    (told[index]?.get('finding') ?? 0) >= leastOfInspectors;
  const theirs = slots.findIndex(isTheirs);
  if (theirs < 0 || label === '' || isOfInspection(label) || assigned.some(({ field }) => field === 'action'))
    return assigned;
  return assigned.map((one, index) => {
    if (index === theirs) return { field: 'finding', probability: sureOfNamed };
    return index === finding ? { ...one, field: 'action' } : one;
  });
}
const leastOfInspectors = 0.2;
