import { foldWords } from '../../src/lib/fold.ts';
import type { LayoutReading, RawEntry, RawValue } from '../../src/model/raw.ts';
import type { Slot } from '../records/model.ts';
import { answers, isSaid } from './kinds-of-field.ts';
import type { Reading } from './reading.ts';

/** So many entries without a finding name one of a list of findings by its reference where the list is theirs. */
const most = 0.7;
const fewest = 2;

/** A list of what was found, each under its own reference. */
interface FindingList {
  readonly blocks: ReadonlySet<number>;
  readonly findings: ReadonlyMap<string, RawValue>;
}

/**
 * Entries that say by a reference alone which finding they answer, with the finding that a list elsewhere in the paper has under that
 * reference: `R1` in a table of recommendations, and again beside each of its actions in a table of actions.
 * @param readings what repeats in the paper and was no plan by itself
 */
export function withFindingsByRef(plans: LayoutReading, readings: readonly Reading[]): LayoutReading {
  const without = plans.entries.filter(({ fields }) => fields.finding === undefined && fields.ref !== undefined);
  if (without.length < fewest) return plans;
  const list = readings
    .flatMap(toFindingLists)
    .find(({ findings }) => without.filter((entry) => findingOf(entry, findings)).length >= most * without.length);
  if (list === undefined) return plans;
  return {
    ...plans,
    used: new Set([...plans.used, ...list.blocks]),
    entries: plans.entries.map((entry) => {
      const finding = entry.fields.finding ?? findingOf(entry, list.findings);
      return finding === undefined ? entry : { ...entry, fields: { ...entry.fields, finding } };
    }),
  };
}

const findingOf = ({ fields }: RawEntry, findings: FindingList['findings']): RawValue | undefined =>
  findings.get(foldWords(fields.ref?.text ?? ''));

/** The findings of a region by what tells each apart: its reference, or another column or label; none where it tells of answers too. */
function toFindingLists({ region, assigned }: Reading): readonly FindingList[] {
  const finding = region.slots[assigned.findIndex(({ field }) => field === 'finding')];
  const isAnswered = assigned.some(({ field }) => field === 'action' || answers.includes(field));
  if (finding === undefined || isAnswered) return [];
  return region.slots.flatMap((slot) => {
    const findings = slot === finding ? null : findingsBy(slot, finding);
    return findings === null ? [] : [{ blocks: region.blocks, findings }];
  });
}

/** The findings of records by another slot of theirs; null where two have the same there. */
function findingsBy(slot: Slot, finding: Slot): FindingList['findings'] | null {
  const pairs = slot.values.flatMap((value, record): readonly (readonly [string, RawValue])[] => {
    const found = finding.values[record] ?? null;
    if (value === null || found === null || !isSaid(value) || !isSaid(found)) return [];
    return [[foldWords(value.text), { text: found.text, places: found.places }]];
  });
  const findings = new Map(pairs);
  return findings.size < pairs.length || findings.size < fewest ? null : findings;
}
