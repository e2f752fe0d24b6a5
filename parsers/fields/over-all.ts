import { labelScores } from '../recognise/labels.ts';
import type { Region, Slot } from '../records/model.ts';
import { type Distribution, type SlotField, without } from './model.ts';

const leastNamed = 0.5;
/** Where each row has its own finding, none of these can stand once for all of them. */
const ofEachFinding: readonly SlotField[] = ['action', 'progress', 'future', 'update'];

/**
 * What stands once above all rows of a table is none of the fields that its columns are named for, and answers no finding where each row
 * has its own. A finding above the findings of rows is looked at with all else that stands in them.
 */
export function withoutFieldsOfRows(
  { slots, columns, records }: Region,
  distributions: readonly Distribution[],
): readonly Distribution[] {
  if (columns === null || records.length < 2) return distributions;
  const named = slots.flatMap(({ kind, label }) =>
    kind === 'column'
      ? [...labelScores(label)].flatMap(([field, score]) => (score >= leastNamed && field !== 'finding' ? [field] : []))
      : [],
  );
  const haveFindings = slots.some(
    ({ kind }, index) => kind === 'column' && (distributions[index]?.get('finding') ?? 0) >= leastNamed,
  );
  const fields = [...named, ...(haveFindings ? ofEachFinding : [])];
  return distributions.map((distribution, index) =>
    isOverAll(slots[index]) ? fields.reduce((rest, field) => without(field, rest), distribution) : distribution,
  );
}

function isOverAll(slot: Slot | undefined): boolean {
  const [first, ...others] = slot?.values ?? [];
  return slot?.kind !== 'column' && first != null && others.every((value) => value?.text === first.text);
}
