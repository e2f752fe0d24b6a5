import { foldPlain } from '../../src/lib/fold.ts';
import { rememberByObject } from '../../src/lib/remember.ts';
import type { Block } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import type { LayoutReading, RawEntry, RawValue, SingleField } from '../../src/model/raw.ts';
import { deliveredWords, outstandingWords } from '../../src/vocabulary/narrative.ts';
import { sectionNumber } from '../../src/vocabulary/paper-parts.ts';
import { meetingLines } from '../../src/vocabulary/paper-titles.ts';
import { progressPhrase } from '../../src/vocabulary/phrases.ts';
import { emptyEntry, withContext } from '../recognise/draft.ts';
import { labelField } from '../recognise/labels.ts';
import { type LayoutInput, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { textNotPlaced } from '../recognise/unplaced.ts';
import { joinValues } from '../recognise/values.ts';
import { isFact, labelKey } from '../records/kinds-of-text.ts';
import type { Labelled, RecordFound, Slot, TextValue } from '../records/model.ts';
import type { PaperAround } from './evidence.ts';
import { themeIssues } from './issues.ts';
import { isNamed } from './kinds-of-field.ts';
import type { SlotField } from './model.ts';
import { planAbove } from './plan-above.ts';
import { type Reading, rawField } from './reading.ts';
import { isTopic } from './themes-of-titles.ts';

/** A section of a plan under a title of its own. */
interface Theme {
  /** Null for what is to come of the whole plan. */
  readonly title: TextValue | null;
  readonly record: RecordFound;
  /** What else is known of all that is told in it. */
  readonly given: RawEntry['fields'];
}

/**
 * The plans that are told by themes: sections, each under a title of its own, that say neither what was found nor what is asked
 * but, under labels that return in them or in lists alone, what has been done and what is to come. Each item or paragraph there is
 * an entry of the section's theme. Only below a title that names a plan for improvement, or, where labels return, the inspection.
 */
export function readingsToThemes(
  readings: readonly Reading[],
  { blocks, contexts }: LayoutInput,
  around: PaperAround,
): LayoutReading {
  const found = readings.map((reading) => {
    const over = planAbove(blocks, contexts, reading.region.records[0]?.block ?? 0, around);
    return {
      over,
      themes:
        over === null
          ? []
          : [...labelledThemes(reading, blocks), ...(over.plan === null ? [] : listedThemes(reading, blocks))],
    };
  });
  const start = found
    .flatMap(({ themes }) => themes.map(({ record }) => record.block))
    .reduce((least, block) => Math.min(least, block), Number.POSITIVE_INFINITY);
  return mergeReadings(
    readings.map((reading, index): LayoutReading => {
      const { over = null, themes = [] } = found[index] ?? {};
      const ahead = sectionsAhead(reading, blocks).filter(({ record }) => record.block > start);
      const all = over === null ? [] : [...themes, ...ahead];
      if (all.length === 0) return { ...nothingRead, issues: themeIssues(reading) };
      const tellings = labelsToTellings(reading);
      const entries = all.flatMap((theme) => {
        const { theme: above, ...context } = contexts[theme.record.block] ?? {};
        const outer = over?.plan == null ? context : { plan: over.plan, ...context };
        return themeToEntries(theme, tellings, blocks).map((entry) => withContext(entry, outer));
      });
      const unknown = themes.flatMap(({ record }) => record.labelled.filter(({ key }) => !tellings.has(key)));
      return {
        ...nothingRead,
        entries,
        used: new Set(all.flatMap(({ record }) => record.blocks)),
        issues: unknown.flatMap(({ parts }) => parts.map(textNotPlaced)),
      };
    }),
  );
}

/** Sections whose labels all return and tell how it goes or what is to come; what has been done is one of them. */
function labelledThemes(reading: Reading, blocks: readonly Block[]): readonly Theme[] {
  const { region, assigned } = reading;
  const labels = region.slots.flatMap((slot, index) => (isNamed(slot) ? (assigned[index] ?? []) : []));
  const themes = themesOf(reading);
  if (region.columns !== null || labels.length === 0 || themes.length < leastLabelled) return [];
  if (region.slots.some(saysMeeting)) return [];
  if (assigned.some(({ field, probability }) => field === 'finding' && probability >= sureOfFound)) return [];
  if (themes.length < region.records.length || !labels.every(({ field }) => ofThemes.includes(field))) return [];
  const isDone = labels.some(({ field, probability }) => done.includes(field) && probability >= sureOfDone);
  return isDone || (region.slots.filter(isNamed).every(isOutstanding) && sayDone(itemsAhead(themes, blocks)))
    ? themes
    : [];
}

/** True for a label of minutes: what a meeting resolved is no progress of a plan. */
const saysMeeting = ({ kind, label }: Slot): boolean => kind === 'label' && meetingLines.test(foldPlain(label));

const isOutstanding = ({ label }: Slot): boolean => outstandingWords.test(label);

/** The items of lists that stand in sections before their first label. */
const itemsAhead = (themes: readonly Theme[], blocks: readonly Block[]): readonly TextValue[] =>
  themes.flatMap(({ record }) => (beginsInList(record, blocks) ? record.texts : []));

const beginsInList = ({ block }: RecordFound, blocks: readonly Block[]): boolean => blocks[block]?.kind === 'list';

const sayDone = (items: readonly TextValue[]): boolean =>
  items.length >= leastListed &&
  items.filter(({ text }) => progressPhrase.test(foldPlain(text))).length >= shareOfDone * items.length;

const told: readonly SlotField[] = ['progress', 'update', 'future', 'action'];
/** What a label of themes can stand for: what no field claims is no part of an entry, and told as an issue. */
const ofThemes: readonly SlotField[] = [...told, 'extra', 'none'];
const done: readonly SlotField[] = ['progress', 'update'];
const leastLabelled = 2;
const sureOfDone = 0.5;
/** Sections that say what was found are records of a plan, though not sure enough to be read. */
const sureOfFound = 0.5;

/** Sections without a label that are lists, most of whose items say what has been done. */
function listedThemes(reading: Reading, blocks: readonly Block[]): readonly Theme[] {
  const { region } = reading;
  if (region.columns !== null || region.slots.some(isNamed)) return [];
  const themes = themesOf(reading).filter(
    ({ record }) => hasList(record, blocks) && !record.texts.some(({ text }) => isFact(text)),
  );
  return themes.length >= leastListed && sayDone(themes.flatMap(({ record }) => record.texts)) ? themes : [];
}

/** Lists under a title that says what stands below it is to come (`Next steps`): of the plan, and of no theme. */
function sectionsAhead({ region }: Reading, blocks: readonly Block[]): readonly Theme[] {
  if (region.columns !== null || region.slots.some(isNamed)) return [];
  const titles = region.slots.findLast(({ kind }) => kind === 'title')?.values ?? [];
  return region.records.flatMap((record, index): readonly Theme[] => {
    const title = titles[index]?.text.replace(sectionNumber, '') ?? '';
    const isAhead = labelField(title, sureOfLabel) === 'future' && hasList(record, blocks);
    return isAhead ? [{ title: null, record, given: {} }] : [];
  });
}

const sureOfLabel = 0.9;
const hasList = (record: RecordFound, blocks: readonly Block[]): boolean =>
  record.blocks.some((index) => blocks[index]?.kind === 'list');
const leastListed = 3;
const shareOfDone = 0.6;

/** The records under titles that name a topic. */
function themesOf({ region, assigned }: Reading): readonly Theme[] {
  const ofTitle = (index: number) =>
    region.slots[index]?.kind === 'title' && !given.includes(assigned[index]?.field ?? 'none');
  const own = region.slots.findLastIndex((_, index) => ofTitle(index));
  const titles = region.slots[own]?.values ?? [];
  return region.records.flatMap((record, index): readonly Theme[] => {
    const title = titles[index] ?? null;
    if (title === null || !isTopic(title)) return [];
    const fields = region.slots.flatMap(({ values, kind }, slot) => {
      const field = rawField(assigned[slot]?.field ?? 'none');
      const value = values[index];
      return field !== null && given.includes(field) && kind !== 'label' && value != null
        ? [[field, value] as const]
        : [];
    });
    return [{ title, record, given: Object.fromEntries(fields) }];
  });
}

const given: readonly SlotField[] = ['ref', 'pillar', 'status', 'rag', 'lead', 'timescale', 'percent'];

/** What each label tells, by its key: what is left to deliver is an action. */
function labelsToTellings({ region, assigned }: Reading): ReadonlyMap<string, SingleField> {
  return new Map(
    region.slots.flatMap((slot, index): readonly (readonly [string, SingleField])[] => {
      const { field = 'none' } = assigned[index] ?? {};
      if (!isNamed(slot)) return [];
      if (!done.includes(field) && outstandingWords.test(slot.label)) return [[slot.key, 'action']];
      return told.includes(field) ? [[slot.key, field === 'update' ? 'progress' : (field as SingleField)]] : [];
    }),
  );
}

/** An entry for each item and paragraph of a section; what stands before its first label says more of the theme. */
function themeToEntries(
  { title, record, given: fields }: Theme,
  tellings: ReadonlyMap<string, SingleField>,
  blocks: readonly Block[],
): readonly RawEntry[] {
  if (title === null) return record.texts.map((text) => ({ ...emptyEntry, fields: { future: asRaw(text) } }));
  const theme: RawValue = { text: title.text.replace(sectionNumber, ''), places: title.places };
  const isLabelled = record.labelled.length > 0;
  const areItems = isLabelled && beginsInList(record, blocks);
  const summary =
    isLabelled && !areItems
      ? record.texts.reduce<RawValue | null>((all, one) => joinValues(all ?? undefined, asRaw(one)), null)
      : null;
  const standing = isLabelled ? null : standingOfTitle(theme);
  if (standing !== null)
    return record.texts.map((text) => ({ ...emptyEntry, fields: { ...fields, ...standing(asRaw(text)) } }));
  const shared: RawEntry['fields'] = { theme, ...(summary === null ? {} : { summary }), ...fields };
  if (!isLabelled) return record.texts.map((text) => ({ ...emptyEntry, fields: { ...shared, progress: asRaw(text) } }));
  const listed = areItems ? record.texts : [];
  return [
    ...listed.map((text): RawEntry => ({ ...emptyEntry, fields: { ...shared, progress: asRaw(text) } })),
    ...record.labelled.flatMap((labelled) => {
      const telling = tellings.get(labelled.key);
      return telling === undefined
        ? []
        : labelled.parts.map((part) => partToEntry(part, labelled, telling, shared, blocks));
    }),
  ];
}

/** What a title that says how far all below it is (`Left to deliver`) makes of each text there; null for any other title. */
function standingOfTitle({ text, places }: RawValue): ((value: RawValue) => RawEntry['fields']) | null {
  const [open] = outstandingWords.exec(text) ?? [];
  const [ended] = deliveredWords.exec(text) ?? [];
  if (open !== undefined) return (value) => ({ action: value, status: { text: open, places } });
  return ended === undefined ? null : (value) => ({ progress: value, status: { text: ended, places } });
}

/** A label that says how far its items are (`Left to deliver`) gives each its status. */
function partToEntry(
  part: TextValue,
  { key, label }: Labelled,
  field: SingleField,
  shared: RawEntry['fields'],
  blocks: readonly Block[],
): RawEntry {
  const status = field === 'future' ? null : (field === 'action' ? outstandingWords : deliveredWords).exec(label);
  const places = placesByKey(blocks).get(key) ?? part.places;
  return {
    ...emptyEntry,
    fields: { ...shared, [field]: asRaw(part), ...(status === null ? {} : { status: { text: status[0], places } }) },
  };
}

/** Where each text of a paper stands first, by the key that it has as a label. */
const placesByKey: (blocks: readonly Block[]) => ReadonlyMap<string, readonly Place[]> = rememberByObject(
  (blocks) =>
    new Map(
      blocks.flatMap((block) => ('text' in block ? [[labelKey(block.text), block.places] as const] : [])).toReversed(),
    ),
);

const asRaw = ({ text, places }: TextValue): RawValue => ({ text, places });
