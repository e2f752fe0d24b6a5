import type { SlotField } from './model.ts';
import type { Reading } from './reading.ts';

const longestSum = 6;
const sum = /^(?:grand |sub-?)?(?:totals?|average|mean|overall)\b|\b(?:sub-?total|total|average)(?: complete)?:?$/i;
const notOfEntries: ReadonlySet<SlotField> = new Set(['none', 'extra']);

/** The rows of a table that only sum up those above them (`Prevention sub-total`, `Average`): they are no entries. */
export function recordsThatSumUp({ region, assigned }: Reading): ReadonlySet<number> {
  if (region.columns === null) return new Set();
  const columns = region.slots.flatMap(({ kind, values }, index) =>
    kind === 'column' && !notOfEntries.has(assigned[index]?.field ?? 'none') ? [values] : [],
  );
  return new Set(
    region.records.flatMap((_, record) => {
      const said = columns.flatMap((values) => {
        const text = values[record]?.text ?? '';
        return text === '' ? [] : [text];
      });
      const names = said.some((text) => sum.test(text) && text.split(/\s+/).length <= longestSum);
      return names && said.length <= columns.length / 2 ? [record] : [];
    }),
  );
}
