import type { LabelledValue, RawEntry, RawField, RawValue, SingleField } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { isPeriod } from './labels.ts';
import { joinValues } from './values.ts';

/** What a heading, a label row or a section title above gives to every entry below it. */
export type Context = Readonly<Partial<Record<SingleField, RawValue>>> & { readonly plan?: RawValue };

export const emptyEntry: RawEntry = { plan: null, fields: {}, updates: [], extra: [], fill: null };

/** The entry with one more value; a second value for a field is joined to the first, or kept under its own label. */
export function withValue(entry: RawEntry, field: RawField, label: string, value: RawValue | null): RawEntry {
  if (value === null) return entry;
  const labelled: LabelledValue = { label: label.trim(), value };
  if (field === 'update' || (field === 'progress' && isPeriod(label))) {
    return { ...entry, updates: [...entry.updates, labelled] };
  }
  if (field === 'extra') return { ...entry, extra: [...entry.extra, labelled] };
  const before = entry.fields[field];
  if (before === undefined) return { ...entry, fields: { ...entry.fields, [field]: value } };
  if (before.text === value.text) return entry;
  if (joinable.has(field))
    return { ...entry, fields: { ...entry.fields, [field]: joinValues(before, value) ?? value } };
  return { ...entry, extra: [...entry.extra, labelled] };
}

const joinable: ReadonlySet<RawField> = new Set(['finding', 'summary', 'action', 'progress', 'future']);

/** The entry with what stands above it, where it has no value of its own. */
export function withContext(entry: RawEntry, context: Context): RawEntry {
  const { plan, ...fields } = context;
  const cause = entry.cause ?? causeAbove(entry, context);
  return {
    ...entry,
    plan: entry.plan ?? plan ?? null,
    fields: { ...fields, ...entry.fields },
    ...(cause === undefined ? {} : { cause }),
  };
}

/** The words of the cause of concern that stands above a recommendation. */
function causeAbove({ fields }: RawEntry, { kind, theme, ref }: Context): RawValue | undefined {
  const isCause = kind !== undefined && kindOf(kind.text) === 'cause_of_concern';
  const own = fields.kind ?? fields.ref ?? ref;
  return isCause && own !== undefined && kindOf(own.text) === 'recommendation' ? theme : undefined;
}

/** True where an entry says something of a finding or an action: only such lines are entries of a plan. */
export function isEntry(entry: RawEntry): boolean {
  const { finding, action, progress, future } = entry.fields;
  return (
    finding !== undefined ||
    action !== undefined ||
    progress !== undefined ||
    future !== undefined ||
    entry.updates.length > 0
  );
}
