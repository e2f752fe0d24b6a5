import type { LabelledValue, RawEntry, RawField, RawValue, SingleField } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { asksOfService } from './sections.ts';
import { joinValues } from './values.ts';

/** What a heading, a label row or a section title above gives to every entry below it. */
export type Context = Readonly<Partial<Record<SingleField, RawValue>>> & { readonly plan?: RawValue };

export const emptyEntry: RawEntry = { plan: null, fields: {}, updates: [], extra: [], fill: null };

/** A value's label, and whether it tells the value from another of the same field, as a printed label does. */
interface Label {
  readonly text: string;
  readonly isApart: boolean;
}

/** The entry with one more value; a second text of a field is joined to the first, or kept under the label that tells it apart. */
export function withValue(entry: RawEntry, field: RawField, label: Label, value: RawValue | null): RawEntry {
  if (value === null) return entry;
  const labelled: LabelledValue = { label: label.text.trim(), value };
  if (field === 'update') return { ...entry, updates: [...entry.updates, labelled] };
  if (field === 'extra') return { ...entry, extra: [...entry.extra, labelled] };
  const before = entry.fields[field];
  if (before === undefined) return { ...entry, fields: { ...entry.fields, [field]: value } };
  if (before.text === value.text) return entry;
  if (joinable.has(field) && !label.isApart)
    return { ...entry, fields: { ...entry.fields, [field]: joinValues(before, value) ?? value } };
  return { ...entry, extra: [...entry.extra, labelled] };
}

const joinable: ReadonlySet<RawField> = new Set(['finding', 'summary', 'action', 'progress', 'future']);

/**
 * The entry with what stands above it, where it has no value of its own.
 * @param whole all that stands above it, where some of that is a slot of its own and no more in `context`
 */
export function withContext(entry: RawEntry, context: Context, whole: Context = context): RawEntry {
  const { plan, ref, ...fields } = context;
  const isUnderCause = isRecommended(entry, whole);
  const cause = entry.cause ?? (isUnderCause ? whole.theme : undefined);
  return {
    ...entry,
    plan: entry.plan ?? plan ?? null,
    fields: { ...fields, ...(ref === undefined || isUnderCause ? {} : { ref }), ...entry.fields },
    ...(cause === undefined ? {} : { cause }),
  };
}

/** True for what is recommended under a cause of concern: the cause's words are the entry's cause, its number no reference of the entry. */
function isRecommended({ fields }: RawEntry, { kind, ref }: Context): boolean {
  const above = kind ?? ref;
  const own = fields.kind ?? fields.ref;
  if (above === undefined || kindOf(above.text) !== 'cause_of_concern') return false;
  return own === undefined ? asksOfService(fields.finding?.text ?? '') : kindOf(own.text) === 'recommendation';
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
