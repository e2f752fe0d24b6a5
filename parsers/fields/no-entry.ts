import { namesSum } from '../../src/vocabulary/value-words.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Slot } from '../records/model.ts';
import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';

const longestSum = 6;
const notOfEntries: ReadonlySet<SlotField> = new Set(['none', 'extra']);
const sureOfName = 0.9;

/**
 * The rows of a table that are no entries: they only sum up those above them (`Prevention sub-total`, `Average`) or only name
 * the columns once more.
 */
export function recordsOfNoEntry({ region, assigned }: Reading): ReadonlySet<number> {
  if (region.columns === null) return new Set();
  const columns = region.slots.flatMap((slot, index): readonly Column[] => {
    const field = assigned[index]?.field ?? 'none';
    return slot.kind === 'column' && !notOfEntries.has(field) ? [{ field, values: slot.values }] : [];
  });
  return new Set(
    region.records.flatMap((_, record) => {
      const said = columns.flatMap(({ field, values }) => {
        const text = values[record]?.text ?? '';
        return text === '' ? [] : [{ field, text }];
      });
      const sums = said.some(({ text }) => namesSum.test(text) && text.split(/\s+/).length <= longestSum);
      const names = said.filter(({ field, text }) => namesField(text, field)).length;
      return (sums && said.length <= columns.length / 2) || (names > 1 && names > said.length / 2) ? [record] : [];
    }),
  );
}

interface Column {
  readonly field: SlotField;
  readonly values: Slot['values'];
}

const namesField = (text: string, field: SlotField): boolean =>
  [...labelScores(text)].some(([known, score]) => known === field && score >= sureOfName);
