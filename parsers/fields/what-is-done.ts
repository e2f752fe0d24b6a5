import { kindOf } from '../../src/normalise/pillar.ts';
import { namesActions, namesNext } from '../../src/vocabulary/label-traits.ts';
import { labelScores } from '../recognise/labels.ts';
import { asksOfService } from '../recognise/sections.ts';
import type { Region, Slot } from '../records/model.ts';
import { isRefOfTitle } from '../records/part-off.ts';
import { isPieceOf } from '../records/pieces.ts';
import { type Assigned, leastSubject, sureOfNamed } from './assign.ts';
import { areInstructions, asksToImprove } from './instructions.ts';
import { answers, facts, isNamed, isSaid, main } from './kinds-of-field.ts';
import type { Distribution, SlotField } from './model.ts';

/** What is to be done under a label that comes after that of the progress is what comes next, where the vocabulary knows the label for nothing else. */
export function comesNext({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const at = (field: SlotField) => assigned.findIndex((one) => one.field === field);
  const [progress, action] = [at('progress'), at('action')];
  const known = [...labelScores(slots[action]?.label ?? '').keys()];
  const isNext = progress >= 0 && action > progress && known.length === 1 && known[0] === 'future';
  if (!isNext || at('future') >= 0 || at('finding') < 0) return assigned;
  return assigned.map((one, index) => (index === action ? { ...one, field: 'future' } : one));
}

/** The one text without a label that a record is about is what is to be done where nearly all of it tells somebody to do something. */
export function instructed({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const [subject = -1, ...others] = assigned.flatMap(({ field }, index) =>
    main.includes(field) || field === 'summary' ? [index] : [],
  );
  const said = slots[subject]?.values.filter(isSaid) ?? [];
  if (said.length < 2 || others.length > 0 || isNamed(slots[subject])) return assigned;
  const isOfFinding = slots.some((slot, index) => assigned[index]?.field === 'ref' && namesEach(slot));
  if (isOfFinding || !areTold(said)) return assigned;
  return assigned.map((one, index) =>
    index === subject ? { field: 'action', probability: Math.max(one.probability, sureOfNamed) } : one,
  );
}

/** True for texts of several records that tell somebody to do something, and none as inspectors do. */
function areTold(values: Slot['values']): boolean {
  const texts = values.filter(isSaid).map((value) => value?.text ?? '');
  return (
    texts.length > 1 && areInstructions(texts) && !texts.some((text) => asksOfService(text) || asksToImprove(text))
  );
}

/** True for references of a kind of finding, another in each record: what has the reference of another is done about the same. */
function namesEach({ values }: Slot): boolean {
  const said = values.flatMap((value) => value?.text || []);
  return said.some((text) => kindOf(text) !== null) && new Set(said).size === said.length;
}

/** Where no other slot is what is done, and a label names actions without saying that they come next, they are what is done. */
export function plannedAction({ slots }: Region, assigned: readonly Assigned[]): readonly Assigned[] {
  const [future, finding] = (['future', 'finding'] as const).map((field) =>
    assigned.findIndex((one) => one.field === field),
  );
  const { label = '' } = slots[future ?? -1] ?? {};
  // `Actions planned` beside `Actions taken so far` are those to come.
  const areParted = assigned.some(
    ({ field }, index) => field === 'progress' && namesActions.test(slots[index]?.label ?? ''),
  );
  const isAction = namesActions.test(label) && !namesNext.test(label) && !areParted;
  if (!isAction || finding === -1 || assigned.some(({ field }) => field === 'action')) return assigned;
  return assigned.map((one, index) => (index === future ? { ...one, field: 'action' } : one));
}

/** Progress, dates and leads are of something: where no slot is a finding or an action, the title that most could be one is. */
export function withSubject(
  { slots }: Region,
  assigned: readonly Assigned[],
  distributions: readonly Distribution[],
): readonly Assigned[] {
  const answered = assigned.filter(
    ({ field }, index) => answers.includes(field) && (isNamed(slots[index]) || isFactOf(field)),
  );
  const isReferred = assigned.some(({ field }) => field === 'ref');
  const isAnswered =
    answered.length + (isReferred ? 1 : 0) > 1 ||
    slots.some((slot, index) => slot.label !== '' && answers.includes(assigned[index]?.field ?? 'none'));
  if (assigned.some(({ field }) => main.includes(field)) || !isAnswered) return assigned;
  const subject = (index: number) => {
    const { kind } = slots[index] ?? {};
    if (kind === 'column' || kind === 'label' || !['none', 'theme'].includes(assigned[index]?.field ?? '')) return 0;
    return (['finding', 'theme', 'action'] as const).reduce(
      (sum, field) => sum + (distributions[index]?.get(field) ?? 0),
      0,
    );
  };
  const isDone = (index: number) =>
    (distributions[index]?.get('action') ?? 0) >
    (distributions[index]?.get('finding') ?? 0) + (distributions[index]?.get('theme') ?? 0);
  const best = slots.map((_, index) => index).toSorted((a, b) => subject(b) - subject(a))[0] ?? -1;
  const only = onlyText(slots);
  const isInstructed = areTold(slots[only]?.values ?? []);
  if (
    subject(best) < leastSubject &&
    only >= 0 &&
    (isInstructed || (only === best && answered.length >= leastAnswered))
  )
    return assigned.map((one, index) => (index === only ? { field: 'action', probability: sureOfOnly } : one));
  if (best < 0 || subject(best) < leastSubject) return assigned;
  return assigned.map((one, index) =>
    index === best ? { field: isDone(best) ? 'action' : 'finding', probability: subject(best) } : one,
  );
}

/** The one text without a label that stands in every record right above its labels, each time another; -1 where there is none. */
function onlyText(slots: readonly Slot[]): number {
  const texts = slots.flatMap(({ kind, key }, index) =>
    kind === 'text' && !isPieceOf(key) && !isRefOfTitle(key) ? [index] : [],
  );
  const [only = -1] = texts;
  const said = slots[only]?.values.filter(isSaid) ?? [];
  const differ = new Set(said.map((value) => value?.text)).size === said.length && said.length > 1;
  return texts.length === 1 && differ && said.length === slots[only]?.values.length ? only : -1;
}

/** So many answers under labels are of something, whatever it reads like. */
const leastAnswered = 3;
const sureOfOnly = 0.3;

const isFactOf = (field: SlotField): boolean => facts.includes(field);
