import { foldPlain } from '../lib/fold.ts';
import type { Rgb } from '../model/document.ts';
import { isEnded } from '../model/ended.ts';
import { type EntryValues, emptyValues } from '../model/fields.ts';
import { type Issue, issueOf } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Entry, EntryField, FindingKind, Pillar, Question, Rag, Status, Timescale } from '../model/plan.ts';
import type { Evidence, LabelledValue, RawEntry, RawValue } from '../model/raw.ts';
import { kindBeforeFinding } from '../vocabulary/finding-kinds.ts';
import { sectionNumber } from '../vocabulary/paper-parts.ts';
import { statusSign } from '../vocabulary/status-signs.ts';
import { noDateWords } from '../vocabulary/statuses.ts';
import { readLead } from './lead.ts';
import { meaningToEvidence } from './meaning-evidence.ts';
import { percentInStatus, readPercent } from './percent.ts';
import { isPillar, kindOf, pillarOf, pillarOfQuestion, pillarOfRef, questionOf } from './pillar.ts';
import { hexColour, ragFromColour, ragFromWords } from './rag.ts';
import { bareRef, goesOnFrom, splitRef } from './ref.ts';
import { statusInBrackets, statusInProgress } from './standing.ts';
import { isStatusWords, type Legend, statusValue } from './status.ts';
import { readTimescale } from './timescale.ts';
import { splitUpdates } from './updates.ts';

/** What is known of an entry from the paper around it. */
export interface EntryContext {
  /** What the paper calls the entry's plan. */
  readonly plan: string | null;
  readonly legend: Legend;
}

export interface NormalisedEntry {
  readonly entry: Entry;
  readonly issues: readonly Issue[];
  /** What the reader knew of each field of the entry. */
  readonly evidence: Readonly<Partial<Record<EntryField, Evidence>>>;
}

/** What is read of each field, with where it stands. */
type Told = { readonly [Field in EntryField]?: Read<EntryValues[Field]> | null };

const words = (raw: RawValue | null | undefined): Read<string> | null => (raw == null ? null : readAt(raw.text, raw));

const placesOf = (values: readonly LabelledValue[]): readonly Place[] => values.flatMap(({ value }) => value.places);

/** Makes of an entry's words what they mean, by the contract's rules; what is not understood is null with an issue. */
export function normaliseEntry(printed: RawEntry, { plan, legend }: EntryContext): NormalisedEntry {
  const raw = withOwnStatus(printed, legend);
  const { fields } = raw;
  const { ref, finding: named, action } = readRefs(fields);
  const { kind: ownKind, finding } = kindOff(named);
  const progress = splitUpdates(fields.progress ?? null);
  const updates = [...progress.updates, ...raw.updates];
  const { timescale, status: shown, rag } = readStates(raw, legend);
  const status = shown ?? toldStatus(progress.text, updates) ?? readValue(fields.action, statusInBrackets);
  const lead = readValue(fields.lead, readLead);
  const pillar = readPillar(fields.pillar, ref);
  const theme = fields.theme ?? topicOfPillar(fields.pillar);
  const question = readQuestion(fields);
  const kind = readKind(fields.kind ?? ownKind, ref);
  const cause = raw.cause ?? (kind === 'cause_of_concern' ? finding : null);
  const percent = readValue(fields.percent, readPercent) ?? readValue(fields.status, percentInStatus);
  const told: Told = {
    ref: words(ref),
    pillar,
    question,
    finding: words(finding),
    cause: words(cause),
    summary: words(fields.summary),
    theme: words(theme),
    action: words(action),
    progress: words(progress.text),
    future: words(fields.future),
    timescale,
    status,
    rag,
    lead,
    percent,
    updates: {
      value: updates.map(({ label, value }) => ({ period: label, text: value.text })),
      places: placesOf(updates),
      evidence: updates.at(-1)?.value.evidence ?? inNoSlot,
    },
    extra: { value: readExtra(raw.extra), places: placesOf(raw.extra) },
  };
  const found = Object.entries(told).flatMap(([field, one]) => (one === null ? [] : [{ field, ...one }]));
  const entry: Entry = {
    ...emptyValues,
    plan,
    kind,
    ...Object.fromEntries(found.map(({ field, value }) => [field, value])),
    places: Object.fromEntries(found.flatMap(({ field, places }) => (places.length > 0 ? [[field, places]] : []))),
    confidence: {},
  };
  const read = found.filter(({ field, places }) => field !== 'extra' && places.length > 0);
  const known = read.map(({ field, evidence }) => [
    field,
    [...(evidence ?? inNoSlot), meaningToEvidence(field, entry)],
  ]);
  return { entry, issues: entryIssues(entry), evidence: Object.fromEntries(known) };
}

/** A progress that is nothing but a status by the paper's own key (`Level 4`) is the status. */
function withOwnStatus(raw: RawEntry, legend: Legend): RawEntry {
  const { progress, ...fields } = raw.fields;
  if (progress === undefined || fields.status !== undefined || !legend.has(foldPlain(progress.text))) return raw;
  return { ...raw, fields: { ...fields, status: progress } };
}

/** Words that a title, prose or a sign gave, and no slot of a record. */
const inNoSlot: Evidence = [new Map([['in no slot', 1]])];
const byColour: Evidence = [new Map([['told by colour', 1]])];
const byKey: Evidence = [new Map([['told by the key', 1]])];

interface Read<T> {
  readonly value: T;
  readonly places: readonly Place[];
  readonly evidence?: Evidence;
}

function readValue<T>(raw: RawValue | undefined, read: (text: string) => T | null): Read<T> | null {
  const value = raw === undefined ? null : read(raw.text);
  return raw === undefined || value === null ? null : readAt(value, raw);
}

/**
 * The reference from its own column, else off the front of the finding, else of the action; where the action's goes on from the
 * finding's (`A2`, `A2b`), the action's, which is the entry's alone.
 */
function readRefs(fields: RawEntry['fields']): {
  readonly ref: RawValue | null;
  readonly finding: RawValue | null;
  readonly action: RawValue | null;
} {
  const own = fields.ref === undefined ? null : { ...fields.ref, text: bareRef(fields.ref.text) };
  const inFinding = refOff(fields.finding);
  const inAction = refOff(fields.action);
  const further = inAction.ref !== null && goesOnFrom(inFinding.ref?.text, inAction.ref.text) ? inAction.ref : null;
  const ref = own ?? further ?? inFinding.ref ?? inAction.ref;
  const same = (other: RawValue | null) => other !== null && ref !== null && sameRef(other.text, ref.text);
  return {
    ref,
    finding: inFinding.ref === null || own === null || same(inFinding.ref) ? inFinding.rest : (fields.finding ?? null),
    action:
      inAction.ref === null || inAction.ref === ref || further === ref || same(inAction.ref)
        ? inAction.rest
        : (fields.action ?? null),
  };
}

function refOff(value: RawValue | undefined): { readonly ref: RawValue | null; readonly rest: RawValue | null } {
  if (value === undefined) return { ref: null, rest: null };
  const split = splitRef(value.text);
  if (split === null || split.rest === '' || isNumberedList(value.text)) return { ref: null, rest: value };
  return { ref: { ...value, text: split.ref }, rest: { ...value, text: split.rest } };
}

/** The kind that stands before a finding's own words says of what kind it is, and is none of them. */
function kindOff(named: RawValue | null): { readonly kind?: RawValue; readonly finding: RawValue | null } {
  const { kind, finding } = kindBeforeFinding.exec(named?.text ?? '')?.groups ?? {};
  if (named === null || kind === undefined || finding === undefined) return { finding: named };
  return { kind: { ...named, text: kind }, finding: { ...named, text: finding } };
}

/** `1. Write a survey` above `2. Send it`: the numbers of a list in one cell, not references. */
const isNumberedList = (text: string) => /^\(?1[.)]/.test(text) && /\n\(?2[.)]/.test(text);

/** `AFI 3` and `3`: the same numbers, and the same letter behind them. */
const sameRef = (a: string, b: string) => numberOf(a) === numberOf(b);
const numberOf = (ref: string) => ref.replace(/\D*(\d+[a-z]?)(?![a-z])\D*/g, '$1 ');

interface States {
  readonly timescale: Read<Timescale> | null;
  readonly status: Read<Status> | null;
  readonly rag: Read<Rag> | null;
}

/** Date, status and rating stand in each other's columns: words go where they belong, wherever they stand. */
function readStates(raw: RawEntry, legend: Legend): States {
  const { fields } = raw;
  const due = fields.timescale === undefined ? null : readDue(fields.timescale, legend);
  const shown = fields.status === undefined ? null : readShown(fields.status, legend);
  const rating = fields.rag === undefined ? null : readRating(fields.rag, legend);
  const rag = rating?.rag ?? shown?.rag ?? fillRating(raw, legend);
  const told = shown?.status ?? due?.status ?? rating?.status ?? null;
  const isBare = told === null || (told.value.value === null && statusSign.test(told.value.raw));
  return {
    timescale: due?.timescale ?? shown?.timescale ?? null,
    status: (isBare ? legendStatus(rag, legend) : null) ?? told,
    rag,
  };
}

/** Where no status is shown, the one that the progress tells, or the only update. */
function toldStatus(progress: RawValue | null, updates: readonly LabelledValue[]): Read<Status> | null {
  const said = progress ?? (updates.length === 1 ? updates[0]?.value : undefined);
  const value = statusInProgress(said?.text ?? '');
  return said === undefined || value === null ? null : readAt(value, said);
}

/** What words say, where they stand. */
const readAt = <Value>(value: Value, { places, evidence }: RawValue): Read<Value> => ({
  value,
  places,
  ...(evidence === undefined ? {} : { evidence }),
});

const statusAt = (value: Status['value'], raw: RawValue): Read<Status> => readAt({ raw: raw.text, value }, raw);

/** A date cell: a date, a status word (`Complete`), or both (`Ongoing - review April 2024`). */
function readDue(raw: RawValue, legend: Legend): Pick<States, 'timescale' | 'status'> {
  const timescale = readTimescale(raw.text);
  const value = statusValue(raw.text, legend);
  const status = value === null ? null : statusAt(value, raw);
  if (status !== null && (timescale.start === null || isEnded({ status: status.value, percent: null })))
    return { timescale: null, status };
  return { timescale: readAt(timescale, raw), status };
}

function readShown(raw: RawValue, legend: Legend): States {
  const value = statusValue(raw.text, legend);
  const rag = isOwnCode(raw.text, legend) ? null : ragFromWords(raw.text);
  const rated = rag === null ? null : readAt(rag, raw);
  if (value !== null) return { timescale: null, rag: rated, status: statusAt(value, raw) };
  if (rated !== null) return { timescale: null, rag: rated, status: null };
  const timescale = readTimescale(raw.text);
  if (timescale.start !== null) return { timescale: readAt(timescale, raw), rag: null, status: null };
  return { timescale: null, rag: null, status: statusAt(null, raw) };
}

/** A letter that stands for a status by the paper's own key, and so for no colour (`A` for `Achieved`). */
const isOwnCode = (text: string, legend: Legend) => text.trim().length === 1 && legend.has(foldPlain(text));

function readRating(raw: RawValue, legend: Legend): Pick<States, 'rag' | 'status'> {
  const rag = ragFromWords(raw.text);
  const value = statusValue(raw.text, legend);
  return {
    rag: rag === null ? null : readAt(rag, raw),
    status: value === null && rag !== null ? null : statusAt(value, raw),
  };
}

function fillRating({ fill }: RawEntry, legend: Legend): Read<Rag> | null {
  const rag = fill === null ? null : (ragFromColour(fill.colour, 'fill') ?? whiteRating(fill.colour, legend));
  return fill === null || rag === null ? null : { value: rag, places: fill.places, evidence: byColour };
}

/** White is a rating only where the paper's own legend has it. */
function whiteRating(colour: Rgb, legend: Legend): Rag | null {
  const isWhite = colour.every((part) => part === 255);
  return isWhite && legend.has('white') ? { raw: hexColour(colour), value: 'white', from: 'fill' } : null;
}

/** A rating is a status only where the paper's own legend says so. */
function legendStatus(rag: Read<Rag> | null, legend: Legend): Read<Status> | null {
  const value = rag === null ? undefined : legend.get(rag.value.value);
  return rag === null || value === undefined
    ? null
    : { ...rag, value: { raw: rag.value.raw, value }, evidence: [...(rag.evidence ?? inNoSlot), ...byKey] };
}

/** The pillar that a paper names, or HMICFRS's own reference. */
function readPillar(raw: RawValue | undefined, ref: RawValue | null): Read<Pillar> | null {
  const own = isQuestion(raw) ? null : readValue(raw, pillarOf);
  if (own !== null) return own;
  const value = ref === null ? null : pillarOfRef(ref.text);
  return value === null || ref === null ? null : readAt(value, ref);
}

/**
 * An inspection's question where a pillar should stand is what the finding is about; so is what stands behind a pillar's name, and what
 * names no pillar.
 */
function topicOfPillar(raw: RawValue | undefined): RawValue | undefined {
  if (raw === undefined || pillarOf(raw.text) === null) return raw;
  if (isQuestion(raw)) return { ...raw, text: raw.text.replace(sectionNumber, '') };
  const { pillar = '', topic } = /^(?<pillar>\p{L}+)(?:\s+[-–—]|:)\s+(?<topic>\S.+)$/u.exec(raw.text)?.groups ?? {};
  return topic !== undefined && isPillar(pillar) ? { ...raw, text: topic } : undefined;
}

const isQuestion = (raw: RawValue | undefined): boolean => raw !== undefined && pillarOfQuestion(raw.text) !== null;

/** The inspectorate's question that a pillar's cell, a theme or a summary names. */
function readQuestion({ pillar, theme, summary }: RawEntry['fields']): Read<Question> | null {
  return readValue(pillar, questionOf) ?? readValue(theme, questionOf) ?? readValue(summary, questionOf);
}

function readKind(raw: RawValue | undefined, ref: RawValue | null): FindingKind | null {
  return (
    (ref === null ? null : kindOf(ref.text)) ??
    (raw === undefined ? null : (kindOf(raw.text) ?? kindOf(raw.text.replace(/\s+/g, ''))))
  );
}

function readExtra(extra: readonly LabelledValue[]): Readonly<Record<string, string>> {
  const byLabel = Map.groupBy(extra, ({ label }) => label);
  return Object.fromEntries(
    [...byLabel].map(([label, values]) => [label, values.map(({ value }) => value.text).join('\n')]),
  );
}

function entryIssues({ timescale, status, places }: Entry): readonly Issue[] {
  const issues: Issue[] = [];
  if (
    timescale !== null &&
    timescale.start === null &&
    !noDateWords.has(foldPlain(timescale.raw)) &&
    !isStatusWords(timescale.raw)
  ) {
    const message = `"${timescale.raw}" stands where a timescale should, but is not understood as a date.`;
    issues.push(issueOf('timescale/not-understood', message, places.timescale?.[0] ?? null));
  }
  if (status !== null && status.value === null) {
    const message = `"${status.raw}" stands where a status should, but is no status word we know.`;
    issues.push(issueOf('status/not-understood', message, places.status?.[0] ?? null));
  }
  return issues;
}
