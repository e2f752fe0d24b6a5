import { foldWords } from '../../src/lib/fold.ts';
import type { RawField } from '../../src/model/raw.ts';
import { labelToField } from './columns.ts';
import { type Value, valuesToProfile } from './profile.ts';

/** A label as printed and what stands beside or below it. */
export interface LabelledValueText extends Value {
  readonly label: string;
}

/**
 * What each label of a paper stands for, by its words and by all that stands beside it: `Action:` over statuses is a
 * status, over what was done it is progress.
 * @returns fields by the label folded to words; labels that the vocabulary does not know are absent
 */
export function labelsToFields(pairs: readonly LabelledValueText[]): ReadonlyMap<string, RawField> {
  const values = Map.groupBy(pairs, ({ label }) => foldWords(label));
  const fields = new Map<string, RawField>();
  for (const [key, found] of values) {
    const field = labelToField(found[0]?.label ?? '', valuesToProfile(found));
    if (field !== null) fields.set(key, field);
  }
  return fields;
}
