import type { RawEntry, SingleField } from '../../src/model/raw.ts';

/** What answers a finding: a record that has none of these may be the head of those that do. */
const answered: readonly SingleField[] = ['action', 'progress', 'future', 'timescale', 'status', 'rag', 'percent'];

/**
 * Entries without those that only repeat the finding of their actions, as the head of a form does that was read apart from its table:
 * what else stands there holds for each of the actions.
 */
export function withoutHeads(entries: readonly RawEntry[]): readonly RawEntry[] {
  const heads = new Map(
    [...Map.groupBy(entries, ({ fields }) => fields.finding?.text ?? '')].flatMap(([finding, same]) => {
      const head = same.find(isHead);
      const isRepeated = finding !== '' && same.some(({ fields }) => fields.action !== undefined);
      return head === undefined || !isRepeated ? [] : [[finding, head] as const];
    }),
  );
  return entries.flatMap((entry): readonly RawEntry[] => {
    const head = heads.get(entry.fields.finding?.text ?? '');
    if (head === undefined) return [entry];
    if (isHead(entry)) return [];
    return [{ ...entry, fields: { ...head.fields, ...entry.fields }, extra: [...head.extra, ...entry.extra] }];
  });
}

const isHead = ({ fields, updates }: RawEntry): boolean =>
  updates.length === 0 && answered.every((field) => fields[field] === undefined);
