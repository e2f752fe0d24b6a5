import { foldWords } from '../../src/lib/fold.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { RawEntry } from '../../src/model/raw.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { placedWords } from '../recognise/placed.ts';
import {
  notOfInspection,
  rowsNotRead,
  tableNotRead,
  textNotPlaced,
  unknownColumn,
  valueHidden,
} from '../recognise/unplaced.ts';
import type { Slot, TextValue } from '../records/model.ts';
import { main } from './kinds-of-field.ts';
import { isForeign } from './label-features.ts';
import type { SlotField } from './model.ts';
import { recordsOfNoEntry } from './no-entry.ts';
import type { Reading } from './reading.ts';

/** What a plan's records hold and no entry has, columns that no field stands for, and cells too narrow for their values. */
export function readingIssues(reading: Reading, entries: readonly RawEntry[]): readonly Issue[] {
  const { region, assigned } = reading;
  const placed = placedWords(entries);
  const texts = new Set(placed.split('\n'));
  const isLost = ({ text }: TextValue) => {
    const words = foldWords(splitRef(text)?.rest ?? text);
    return text !== '' && !texts.has(words) && !placed.includes(words);
  };
  const columns = region.slots.flatMap(({ kind, label, values }, index): readonly Issue[] => {
    const first = values.find((value) => value !== null);
    if (kind !== 'column' || assigned[index]?.field !== 'extra' || label === '' || first == null) return [];
    const painted = values.every((value) => value === null || value.text === '');
    return [unknownColumn(label, first.places[0] ?? null, painted ? 'colours' : 'words')];
  });
  const values = region.slots.flatMap(({ kind, values: own }) =>
    kind === 'title' ? [] : own.filter((value) => value !== null),
  );
  const lost = distinct(values).filter(isLost);
  const sums = recordsOfNoEntry(reading);
  const ofSums = new Set(region.slots.flatMap(({ values: own }) => own.filter((_, record) => sums.has(record))));
  const isRow = (value: TextValue) =>
    region.slots.some(({ kind, values: own }) => kind === 'column' && own.includes(value)) && !ofSums.has(value);
  return [
    ...columns,
    ...values.filter(({ text }) => /^#{3,}$/.test(text.trim())).map(valueHidden),
    ...region.loose.map(textNotPlaced),
    ...lost.map((value) => (isRow(value) ? rowsNotRead(value) : textNotPlaced(value))),
  ];
}

/** What stands beside a plan in the same table or list, and was taken for no part of it. */
export function unreadIssues({ region }: Reading, used: ReadonlySet<number>): readonly Issue[] {
  if (![...region.blocks].some((block) => used.has(block))) return [];
  const values = region.slots.flatMap(({ values: own }) => own.filter((value) => value !== null && value.text !== ''));
  return distinct(values.filter((value) => value !== null)).map(textNotPlaced);
}

/** What is told as a plan is, but is no answer to an inspection: a person can say that it is one. */
export function ownWorkIssues({ region }: Reading): readonly Issue[] {
  const values = region.slots.flatMap(({ values: own }) => own.filter((value) => value !== null && value.text !== ''));
  const [first] = distinct(values.filter((value) => value !== null));
  return first === undefined ? [] : [notOfInspection(region.records.length, first)];
}

/** How something goes and by when, by whom or how far. */
const tells: readonly SlotField[] = ['progress', 'update'];
const half: readonly SlotField[] = ['timescale', 'status', 'rag', 'lead', 'percent'];

/**
 * The rows of a table that say how it goes and by when, by whom or how far, but not with what, as where the columns that name it
 * stand on other pages. A table of measures names what it is about in its first column, or behind a reference or a day.
 */
export function halfPlanIssues({ region, assigned }: Reading): readonly Issue[] {
  const columns = assigned.flatMap(({ field }, index) => {
    const slot = region.slots[index];
    return slot?.kind !== 'column' ? [] : [{ field: field === 'ref' && isInWords(slot) ? 'extra' : field }];
  });
  const has = (fields: readonly SlotField[]) => columns.some(({ field }) => fields.includes(field));
  const isNamed = columns.find(({ field }) => field !== 'ref' && field !== 'timescale')?.field === 'extra';
  if (isNamed || has(main) || !has(tells) || !has(half) || region.slots.some(({ label }) => isForeign(label)))
    return [];
  const values = region.slots.flatMap(({ kind, values: own }) =>
    kind === 'column' ? own.filter((value) => value !== null && value.text !== '') : [],
  );
  const all = distinct(values.filter((value) => value !== null));
  return [...all.slice(0, 1).map(tableNotRead), ...all.map(textNotPlaced)];
}

/** What takes so many words names something: it is no reference. */
const isInWords = ({ values }: Slot): boolean => values.some((value) => (value?.text.split(/\s+/).length ?? 0) >= 3);

/**
 * What stands under a returning label of progress in sections that say what was neither found nor is to be done: a plan told by
 * themes, which is not read as records, is not to be lost without a word.
 */
export function themeIssues({ region, assigned }: Reading): readonly Issue[] {
  if (region.columns !== null || region.records.length < leastThemes) return [];
  const told = region.slots.filter(
    ({ kind }, index) =>
      kind === 'label' && assigned[index]?.field === 'progress' && (assigned[index]?.probability ?? 0) >= sureOfTold,
  );
  return distinct(
    told.flatMap(({ values }) => values.flatMap((value) => (value === null || value.text === '' ? [] : [value]))),
  ).map(textNotPlaced);
}

const leastThemes = 3;
const sureOfTold = 0.9;

const distinct = (values: readonly TextValue[]): readonly TextValue[] => [
  ...new Map(values.map((value) => [value.text, value])).values(),
];
