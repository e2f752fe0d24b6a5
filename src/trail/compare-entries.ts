import { updateLines } from '../lib/text.ts';
import { isEnded } from '../model/ended.ts';
import type { Entry, EntryField } from '../model/plan.ts';
import type { Change, ChangeKind } from '../model/thread.ts';
import { narrative } from './features.ts';
import { letters } from './wording.ts';

/** What changed in one field of an entry, and the fields the earlier and the later words stand in. */
export type FieldChange = Pick<Change, 'kind' | 'field' | 'before' | 'after'> & {
  readonly places: readonly [before: EntryField, after: EntryField];
};

/** The fields that a paper says something about in at least one entry. */
export type Reported = ReadonlySet<EntryField>;

const comparable: readonly EntryField[] = [
  'finding',
  'action',
  'progress',
  'timescale',
  'status',
  'rag',
  'lead',
  'percent',
];

const says = (entry: Entry, field: EntryField): boolean =>
  field === 'progress' ? narrative(entry) !== null : entry[field] !== null;

/** Which fields a paper's entries fill at all. A field that a paper has no column for is not said to have been emptied. */
export const reportedBy = (entries: readonly Entry[]): Reported =>
  new Set(comparable.filter((field) => entries.some((entry) => says(entry, field))));

/** How two editions of one plan are compared: what each reports, and whether a finding is a known other one. */
export interface Setting {
  readonly before: Reported;
  readonly after: Reported;
  /** True where `after` stands under a finding or plan that the entry was not under, but that was there or still is. */
  readonly moved: boolean;
}

/** True where the two texts say the same but for spaces, hyphens, capitals and punctuation. */
const sameText = (a: string | null, b: string | null): boolean => letters(a) === letters(b);

function statusKind(before: Entry, after: Entry): ChangeKind {
  const value = after.status?.value;
  if (value === 'complete') return 'completed';
  if (value === 'closed') return 'closed';
  if (value === 'deferred') return 'deferred';
  return isEnded(before) ? 'reopened' : 'status_changed';
}

const words = (entry: Entry): string | null => entry.status?.raw ?? entry.timescale?.raw ?? null;

/** Words that stand where a date stood, or a date where words stood: one change, not two. */
function exchanged(before: Entry, after: Entry): FieldChange | null {
  const dateGiven = before.timescale === null && after.timescale !== null;
  if (before.status !== null && after.status === null && dateGiven) {
    const kind = isEnded(before) ? 'reopened' : 'timescale_changed';
    const field = kind === 'reopened' ? 'status' : 'timescale';
    return { kind, field, before: before.status.raw, after: words(after), places: ['status', 'timescale'] };
  }
  const dateTaken = before.timescale !== null && after.timescale === null;
  if (before.status === null && after.status !== null && dateTaken) {
    return {
      kind: statusKind(before, after),
      field: 'status',
      before: words(before),
      after: words(after),
      places: ['timescale', 'status'],
    };
  }
  return null;
}

function statusChange(before: Entry, after: Entry, setting: Setting): FieldChange | null {
  const [old, now] = [before.status, after.status];
  if (old === null && now === null) return null;
  if (now === null && !setting.after.has('status')) return null;
  const telling = isEnded(after) || now?.value === 'deferred';
  if (old === null && !telling && !setting.before.has('status')) return null;
  if (old !== null && now !== null) {
    const same = old.value === null && now.value === null ? sameText(old.raw, now.raw) : old.value === now.value;
    if (same) return null;
  }
  const kind = now === null ? 'status_changed' : statusKind(before, after);
  return { kind, field: 'status', before: old?.raw ?? null, after: now?.raw ?? null, places: ['status', 'status'] };
}

/** A date moved, set or cleared. That what is finished has no date any more is part of its being finished. */
function timescaleChange(before: Entry, after: Entry, setting: Setting): FieldChange | null {
  const [old, now] = [before.timescale, after.timescale];
  if (old === null ? now === null : now !== null && sameText(old.raw, now.raw)) return null;
  if (old === null && !setting.before.has('timescale')) return null;
  if (now === null && (!setting.after.has('timescale') || isEnded(after))) return null;
  const change = {
    field: 'timescale',
    before: old?.raw ?? null,
    after: now?.raw ?? null,
    places: ['timescale', 'timescale'],
  } as const;
  if (old === null || now === null || old.end === null || now.end === null)
    return { kind: 'timescale_changed', ...change };
  if (old.end === now.end) return null;
  return { kind: now.end > old.end ? 'slipped' : 'brought_forward', ...change };
}

/** A change of words in a field that both papers report. */
function textChange(
  kind: ChangeKind,
  field: EntryField,
  [before, after]: readonly [string | null, string | null],
  { before: reported, after: reports }: Setting,
): FieldChange | null {
  if (sameText(before, after)) return null;
  if ((before === null && !reported.has(field)) || (after === null && !reports.has(field))) return null;
  return { kind, field, before, after, places: [field, field] };
}

const printed = ({ progress, updates }: Entry): string | null =>
  [progress, updateLines(updates)].filter(Boolean).join('\n') || null;

const toldIn = ({ progress, updates }: Entry): EntryField =>
  progress === null && updates.length > 0 ? 'updates' : 'progress';

/** Columns for periods roll on: the oldest falling away is no news, a text that was not there before is. */
function progressChange(
  before: Entry,
  after: Entry,
  { before: reported, after: reports }: Setting,
): FieldChange | null {
  const [old, now] = [letters(narrative(before)), letters(narrative(after))];
  if (old === now || (old === '' && !reported.has('progress')) || (now === '' && !reports.has('progress'))) return null;
  const kept = after.updates.every(({ text }) => old.includes(letters(text)));
  if (after.progress === null && after.updates.length > 0 && kept) return null;
  const plain = before.updates.length === 0 && after.updates.length === 0;
  return {
    kind: 'progress_updated',
    field: plain ? 'progress' : 'updates',
    before: printed(before),
    after: printed(after),
    places: [toldIn(before), toldIn(after)],
  };
}

/** A change from one value that is told to another. */
const valueChange = (
  kind: ChangeKind,
  field: EntryField,
  [before, after]: readonly [string | null, string | null],
): FieldChange | null =>
  before === null || after === null || before === after ? null : { kind, field, before, after, places: [field, field] };

const rating = ({ rag }: Entry): string | null => rag?.value ?? null;
const share = ({ percent }: Entry): string | null => (percent === null ? null : `${percent} %`);

/** That one paper does not repeat the finding above an action is no rewording of it. */
function findingChange(before: Entry, after: Entry, setting: Setting): FieldChange | null {
  if (before.finding === null || after.finding === null) return null;
  return textChange(setting.moved ? 'moved' : 'reworded', 'finding', [before.finding, after.finding], setting);
}

/**
 * What changed between an entry and the same entry in the next edition, in the kinds the contract lists. Row order,
 * page breaks, spacing, hyphens, column names and references are no change; nor is a field the other paper has no
 * column for.
 */
export function compareEntries(before: Entry, after: Entry, setting: Setting): readonly FieldChange[] {
  const swap = exchanged(before, after);
  const found = [
    ...(swap === null ? [statusChange(before, after, setting), timescaleChange(before, after, setting)] : [swap]),
    findingChange(before, after, setting),
    textChange('reworded', 'action', [before.action, after.action], setting),
    progressChange(before, after, setting),
    valueChange('progress_updated', 'percent', [share(before), share(after)]),
    valueChange('rag_changed', 'rag', [rating(before), rating(after)]),
    textChange('lead_changed', 'lead', [before.lead, after.lead], setting),
  ];
  return found.filter((change) => change !== null);
}
