import { foldPlain } from '../../src/lib/fold.ts';
import type { FindingKind } from '../../src/model/plan.ts';
import type { RawEntry, RawField, RawValue, SingleField } from '../../src/model/raw.ts';
import { kindOf, onlyKind } from '../../src/normalise/pillar.ts';
import { bareRef } from '../../src/normalise/ref.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { earlierDate, otherDay } from '../../src/vocabulary/label-traits.ts';
import { sectionNumber } from '../../src/vocabulary/paper-parts.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import { titleContext } from '../recognise/context.ts';
import { type Context, emptyEntry, isEntry, withContext, withValue } from '../recognise/draft.ts';
import { labelField } from '../recognise/labels.ts';
import { statusOfPart } from '../recognise/part-status.ts';
import { looksLikeTitle } from '../recognise/sections.ts';
import { isNextItem, joinValues, runsOn, saysSomething } from '../recognise/values.ts';
import { columnOf, type Slot, type TextValue } from '../records/model.ts';
import { isRefOfTitle } from '../records/part-off.ts';
import { ratingFills, swatch, varies } from './fills.ts';
import { recordsOfNoEntry } from './no-entry.ts';
import { type ColumnRole, type OutlineHead, outlineHeads } from './outline.ts';
import { type Reading, rawField } from './reading.ts';
import { valueToEvidence } from './value-evidence.ts';

/** What a finding's row gives to the rows below it that only go on with it. */
const ofFinding: readonly SingleField[] = ['finding', 'ref', 'summary', 'theme', 'pillar', 'kind'];
/** What marks a record as an entry of its own: one without any of these can only continue the one above. */
const ownFields: readonly RawField[] = ['ref', 'timescale', 'status', 'rag', 'lead', 'percent'];

/**
 * The entries of a region, in the order of its records: what a finding given once says is repeated for each of its actions, a
 * blank action beside its own progress goes on with the action above, a row that only goes on with the text above is part of it.
 * @param contexts what stands above each block of the paper
 */
export function readingToEntries(reading: Reading, contexts: readonly Context[]): readonly RawEntry[] {
  const { region } = reading;
  const fills = ratingFills(reading);
  const summing = recordsOfNoEntry(reading);
  const entries: RawEntry[] = [];
  const lines = region.records.map((_, index) => withFirstDate(recordToEntry(reading, index)));
  const heads = region.columns === null ? [] : outlineHeads(lines, columnRoles(reading));
  let headed: OutlineHead | null = null;
  let given: Context = {};
  let group: number | null = null;
  region.records.forEach((record, index) => {
    const own = lines[index] ?? emptyEntry;
    if (summing.has(index)) return;
    const head = heads[index] ?? null;
    if (head !== null) {
      headed = head;
      given = head.gives;
      group = record.group;
      return;
    }
    const above = entries.at(-1);
    const sameGroup = group === record.group || region.columns !== null;
    if (above !== undefined && region.columns !== null && sameGroup && goesOn(own, above, reading)) {
      entries[entries.length - 1] = continued(above, own);
      return;
    }
    if (!sameGroup && !startsUnderTitles(reading)) given = {};
    group = record.group;
    const started = own.fields.finding !== undefined || (own.fields.theme !== undefined && !has(reading, 'finding'));
    if (started) given = pick(own.fields, given);
    else if (namesOther(own.fields.ref, given.ref)) given = {};
    const action =
      own.fields.action === undefined &&
      isOfSame(own, above) &&
      has(reading, 'action') &&
      above !== undefined &&
      sameGroup
        ? above.fields.action
        : undefined;
    const fields = { ...given, ...(action === undefined ? {} : { action }), ...own.fields };
    const entry = withContext(
      { ...own, fields, extra: [...own.extra, ...(headed?.extra ?? [])], fill: fills[index] ?? null },
      { ...outer(contexts, reading, index), ...overRows(reading, index) },
      contexts[record.block],
    );
    if (isEntry(entry) && (entry.fields.finding ?? entry.fields.action) !== undefined) entries.push(entry);
  });
  return entries;
}

/** True for a record that says nothing of its finding, or what the one above says. */
const isOfSame = ({ fields }: RawEntry, above: RawEntry | undefined): boolean =>
  fields.finding === undefined || fields.finding.text === above?.fields.finding?.text;

const has = ({ assigned }: Reading, field: RawField): boolean => assigned.some((one) => one.field === field);

/** Titles hold for all records of their group, so that no finding is carried from group to group. */
const startsUnderTitles = ({ region, assigned }: Reading): boolean =>
  !region.slots.some(({ kind }, index) => kind === 'title' && assigned[index]?.field === 'finding');

function pick(fields: RawEntry['fields'], before: Context): Context {
  const found = Object.fromEntries(
    ofFinding.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  );
  const kept = Object.fromEntries(
    (['theme', 'pillar'] as const).flatMap((field) => (before[field] === undefined ? [] : [[field, before[field]]])),
  );
  return { ...kept, ...found };
}

/** `Rec 12` in a row without a finding is not about the finding of `Rec 11` above it. */
function namesOther(ref: RawValue | undefined, above: RawValue | undefined): boolean {
  return (
    ref !== undefined && above !== undefined && kindOf(ref.text) !== null && bareRef(ref.text) !== bareRef(above.text)
  );
}

function recordToEntry(reading: Reading, record: number): RawEntry {
  const { region, assigned, isTaught = false } = reading;
  let entry: RawEntry = emptyEntry;
  region.slots.forEach((slot, index) => {
    const field = rawField(assigned[index]?.field ?? 'none');
    const found = slot.values[record] ?? null;
    if (field === null || found === null) return;
    const shown = field === 'extra' && varies(slot) ? swatch(found, region.records[record]?.cells ?? null) : null;
    const value = { ...found, ...shown, evidence: valueToEvidence(reading, index, record) };
    if (saysSomething(value.text)) entry = withSlot(entry, slot, field, value, !isTaught);
  });
  return entry;
}

/**
 * The entry with what stands in a slot, and with the kind of finding that the slot's label names.
 * @param areApart true where a second text of a field is kept under the label printed for it
 */
function withSlot(entry: RawEntry, slot: Slot, field: RawField, value: TextValue, areApart: boolean): RawEntry {
  const kind = field === 'finding' ? kindOfSlot(slot, value) : field === 'extra' ? kindOfRefAbove(slot, value) : null;
  const fields = kind === null ? entry.fields : { kind, ...entry.fields };
  const cause = field === 'summary' && kindOfLabel(slot, value) === 'cause_of_concern' ? { cause: asRaw(value) } : {};
  const stand = slot.kind === 'column' ? `column ${columnOf(slot.key) + 1}` : slot.kind;
  const label = { text: slot.label === '' ? stand : slot.label, isApart: areApart && slot.label !== '' };
  const text = slot.kind === 'title' ? titleText(field, value.text) : value.text;
  return withValue({ ...entry, fields, ...cause }, field, label, asRaw({ ...value, text }));
}

/** What a title says of a field: a theme without the number of its section, the status of a part (`Appendix B – Actions closed`). */
function titleText(field: RawField, text: string): string {
  if (field === 'theme') return text.replace(sectionNumber, '');
  return field === 'status' ? (statusOfPart(text) ?? text) : text;
}

/** The kind of finding that a label or the header of a column names. */
function kindOfSlot({ kind, label }: Slot, value: TextValue): RawValue | null {
  const named = kindOfLabel({ kind, label }, value);
  return named === null ? null : { text: value.label ?? label, places: value.places };
}

/** The reference of a finding over actions that have their own (`AFI 1` over `1.1`) says of what kind it is. */
const kindOfRefAbove = ({ kind, key }: Slot, value: TextValue): RawValue | null =>
  kind === 'title' && isRefOfTitle(key) && kindOf(value.text) !== null ? asRaw(value) : null;

function kindOfLabel({ kind, label }: Pick<Slot, 'kind' | 'label'>, value: TextValue): FindingKind | null {
  const words = value.label ?? label;
  return kind === 'label' ? kindOf(words) : kind === 'column' ? onlyKind(words) : null;
}

const columnRoles = ({ region, assigned }: Reading): readonly ColumnRole[] =>
  region.slots.map(({ label }, index) => ({ label, field: rawField(assigned[index]?.field ?? 'none') ?? 'extra' }));

const asRaw = ({ text, places, evidence = [] }: TextValue): RawValue => ({ text, places, evidence });

/** Where nothing stands under `Revised date`, the date under `Original date` still holds. */
function withFirstDate(entry: RawEntry): RawEntry {
  const { timescale } = entry.fields;
  if (timescale !== undefined && !noDateWords.has(foldPlain(timescale.text))) return entry;
  const first = entry.extra.find(
    ({ label }) => (labelField(label, 0.5) === 'timescale' || earlierDate.test(label)) && !otherDay.test(label),
  );
  if (first === undefined || readTimescale(first.value.text).start === null) return entry;
  return { ...entry, fields: { ...entry.fields, timescale: first.value } };
}

/** A row with nothing of its own but more text for the row above. */
function goesOn(own: RawEntry, above: RawEntry, reading: Reading): boolean {
  if (!ownFields.some((field) => has(reading, field))) return false;
  if (ownFields.some((field) => own.fields[field as SingleField] !== undefined)) return false;
  const { finding, action } = own.fields;
  const cutFinding =
    finding === undefined ||
    finding.places === above.fields.finding?.places ||
    runsOn(above.fields.finding?.text ?? '.', finding.text);
  const before = above.fields.action?.text ?? '.';
  const cutAction = action === undefined || runsOn(before, action.text) || isNextItem(before, action.text);
  return cutFinding && cutAction;
}

function continued(above: RawEntry, more: RawEntry): RawEntry {
  const fields = { ...above.fields };
  for (const field of ['finding', 'summary', 'action', 'progress', 'future'] as const) {
    const after = more.fields[field];
    if (after === undefined || fields[field]?.places === after.places) continue;
    const joined = joinValues(fields[field], after);
    if (joined !== null) fields[field] = joined;
  }
  const updates = [...above.updates];
  for (const update of more.updates) {
    const same = updates.findIndex(({ label }) => label === update.label);
    const joined = joinValues(updates[same]?.value, update.value);
    if (same >= 0 && joined !== null) updates[same] = { label: update.label, value: joined };
    else updates.push(update);
  }
  return { ...above, fields, updates, extra: [...above.extra, ...more.extra] };
}

/** What titles over the rows of a record's own table give to it, where they stand for no field: a kind of finding, a reference, a topic. */
function overRows({ region, assigned }: Reading, record: number): Context {
  const { columns, cells } = { columns: region.columns, cells: region.records[record]?.cells ?? [] };
  const table = rootOf((cells ?? []).find((cell) => cell !== null));
  if (columns === null || table === '') return {};
  const given = region.slots.map(({ kind, values }, index): Context => {
    const value = values[record] ?? null;
    if (kind !== 'title' || assigned[index]?.field !== 'none' || value === null || rootOf(value) !== table) return {};
    if (!looksLikeTitle(value.text)) return {};
    const { ref, kind: named, theme, pillar } = titleContext({ text: value.text, level: belowFirst, value });
    return present({ ref, kind: named, theme, pillar });
  });
  return Object.assign({}, ...given);
}

const rootOf = (value: Pick<RawValue, 'places'> | null | undefined): string =>
  value?.places[0]?.path.split('/')[0] ?? '';

const present = (fields: { readonly [Field in keyof Context]: RawValue | undefined }): Context =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A title of the first level is that of the paper. */
const belowFirst = 2;

/** What stands above a record: for titles that are slots of its own what stood there before them. */
function outer(contexts: readonly Context[], { region, assigned }: Reading, record: number): Context {
  const own = region.slots.flatMap(({ kind, values }, index) => {
    const value = values[record];
    return (kind === 'title' || kind === 'text') && value != null && assigned[index]?.field !== 'none'
      ? [value.places[0]?.path]
      : [];
  });
  const isOwn = (value: RawValue | undefined) => value !== undefined && own.includes(value.places[0]?.path);
  const block = region.records[record]?.block ?? 0;
  const above = (field: keyof Context): RawValue | undefined => {
    const here = contexts[block]?.[field]?.text;
    for (let at = block - 1; at >= 0; at--) if (contexts[at]?.[field]?.text !== here) return contexts[at]?.[field];
    return undefined;
  };
  return Object.fromEntries(
    Object.entries(contexts[block] ?? {}).flatMap(([field, value]) => {
      if (field === 'plan' || field === 'pillar' || !isOwn(value)) return [[field, value]];
      const before = above(field as keyof Context);
      return before === undefined || isOwn(before) ? [] : [[field, before]];
    }),
  );
}
