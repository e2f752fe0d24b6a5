import { namesSum } from '../../src/vocabulary/value-words.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Slot } from '../records/model.ts';
import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';

const longestSum = 6;
const notOfEntries: ReadonlySet<SlotField> = new Set(['none', 'extra']);
const sureOfName = 0.9;

/**
 * The rows of a table that are no entries: they only sum up those above them (`Prevention sub-total`, `Average`, a short name and
 * how many there are) or only name the columns once more.
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
      const counts =
        said.some(isCount) && said.every((one) => isCount(one) || one.text.split(/\s+/).length <= longestSum);
      const names = said.filter(({ field, text }) => namesField(text, field)).length;
      return ((sums || counts) && said.length <= columns.length / 2) || (names > 1 && names > said.length / 2)
        ? [record]
        : [];
    }),
  );
}

/** A bare number where other records have words: `Lines open | 6`. */
const isCount = ({ field, text }: { readonly field: SlotField; readonly text: string }): boolean =>
  told.has(field) && /^\d+$/.test(text.trim());
const told: ReadonlySet<SlotField> = new Set(['finding', 'action', 'progress', 'future', 'summary', 'lead']);

interface Column {
  readonly field: SlotField;
  readonly values: Slot['values'];
}

const namesField = (text: string, field: SlotField): boolean =>
  [...labelScores(text)].some(([known, score]) => known === field && score >= sureOfName);
