import type { RawEntry, SingleField } from '../../src/model/raw.ts';

/** What answers a finding: a record that has none of these may be the head of those that do. */
const answered: readonly SingleField[] = ['action', 'progress', 'future', 'timescale', 'status', 'rag', 'percent'];

/**
 * Entries without those that only repeat the finding of their actions, as the head of a form does that was read apart from its table:
 * what else stands there holds for each of the actions.
 */
export function withoutHeads(entries: readonly RawEntry[]): readonly RawEntry[] {
  const byFinding = Map.groupBy(entries, ({ fields }) => fields.finding?.text ?? '');
  return entries.flatMap((entry): readonly RawEntry[] => {
    const finding = entry.fields.finding?.text ?? '';
    const same = finding === '' ? [] : (byFinding.get(finding) ?? []);
    const head = same.find(isHead);
    if (head === undefined || !same.some(({ fields }) => fields.action !== undefined)) return [entry];
    if (isHead(entry)) return [];
    return [{ ...entry, fields: { ...head.fields, ...entry.fields }, extra: [...head.extra, ...entry.extra] }];
  });
}

const isHead = ({ fields, updates }: RawEntry): boolean =>
  updates.length === 0 && answered.every((field) => fields[field] === undefined);
