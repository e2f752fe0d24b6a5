import { foldPlain } from '../../src/lib/fold.ts';
import type { LabelledValue, RawEntry, RawField, RawValue } from '../../src/model/raw.ts';
import { bareRef } from '../../src/normalise/ref.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import type { Context } from '../recognise/draft.ts';

/** What a column stands for; `label` is its header as printed. */
export interface ColumnRole {
  readonly field: RawField;
  readonly label: string;
}

/** What the heading row of an outline gives to the rows below it: its finding or theme, and the rest under its labels. */
export interface OutlineHead {
  readonly gives: Context;
  readonly extra: readonly LabelledValue[];
}

/** Fields of a heading row that its rows have for themselves: kept under the labels of their columns. */
const ownFields: readonly RawField[] = ['lead', 'timescale', 'status', 'rag', 'percent', 'progress'];

/**
 * The rows of an outline that head others, as project software prints them: `2` over `2.1` and `2.2`, with what is asked
 * for in the column of the actions. Only where the table has no column of findings.
 * @returns for each row what it gives as a head; null where it is a line of its own
 */
export function outlineHeads(rows: readonly RawEntry[], roles: readonly ColumnRole[]): readonly (OutlineHead | null)[] {
  const column = (field: RawField) => roles.find((role) => role.field === field);
  if (column('finding') !== undefined || column('action') === undefined) return rows.map(() => null);
  return rows.map((row, index) => {
    const { ref, action } = row.fields;
    if (ref === undefined || action === undefined || !headsNext(ref, rows[index + 1]?.fields.ref)) return null;
    const field = findingPhrase.test(foldPlain(action.text)) ? 'finding' : 'theme';
    const extra = ownFields.flatMap((own): readonly LabelledValue[] => {
      const value = own === 'update' || own === 'extra' ? undefined : row.fields[own];
      return value === undefined ? [] : [{ label: column(own)?.label ?? own, value }];
    });
    return { gives: { [field]: action }, extra: [...extra, ...row.extra] };
  });
}

/** `2` heads `2.1`; `AFI 2` heads `2.1` and `AFI 2.1`. */
function headsNext(ref: RawValue, next: RawValue | undefined): boolean {
  const [head, below] = [ref, next].map((one) => bareRef(one?.text ?? '').replace(/^\D+(?=\d)/, ''));
  return (
    head !== undefined &&
    below !== undefined &&
    head !== '' &&
    below.startsWith(head) &&
    /^[.a-z]/.test(below.slice(head.length))
  );
}
