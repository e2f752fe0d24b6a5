import type { CatalogueRow } from '../store/index.ts';
import { type Column, columnOf, joined, ranksOf, valueAt } from './column.ts';

/** What entries can be chosen by, and how it is called; each value with its count stands beside the list. */
export const facetTitles = {
  service: 'Service',
  plan: 'Plan',
  standing: 'How it stands',
  status: 'Status',
  rag: 'Rating',
  pillar: 'Pillar',
  kind: 'Kind of finding',
  lead: 'Lead',
  confidence: 'How sure the reader is',
  review: 'Checked by a person',
} as const;
export type FacetName = keyof typeof facetTitles;
export const facetNames = Object.keys(facetTitles) as readonly FacetName[];

export const sortNames = ['paper', 'due', 'reported', 'changed', 'doubt', 'service', 'lead'] as const;
export type SortName = (typeof sortNames)[number];

/** How an entry stands on a day; what is ended is never overdue. */
export type Standing = 'ended' | 'gone' | 'overdue' | 'open';

/** The texts that entries have, by the names of their columns. */
const texts = {
  service: ({ service }) => service,
  plan: ({ plan }) => plan,
  status: ({ status }) => status,
  rag: ({ rag }) => rag,
  pillar: ({ pillar }) => pillar,
  kind: ({ kind }) => kind,
  lead: ({ lead }) => lead,
  due: ({ due }) => due,
  date: ({ date }) => date,
  changed: ({ changed }) => changed,
  confidence: ({ confidence }) => confidenceBand(confidence),
  review: ({ reviewed }) => (reviewed === 1 ? 'checked' : 'not_checked'),
  standing: ({ ended, gone }) => (ended === 1 ? 'ended' : gone === null ? 'open' : 'gone'),
} as const satisfies Readonly<Record<string, (row: CatalogueRow) => string | null>>;
type TextName = keyof typeof texts;
const textNames = Object.keys(texts) as readonly TextName[];

function confidenceBand(confidence: number | null): string | null {
  if (confidence === null) return null;
  return confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'fairly_sure' : 'doubtful';
}

/** Some entries by columns: an entry takes a hundred bytes, and all are counted in a pass of a few milliseconds. */
export interface Entries {
  readonly ids: readonly string[];
  /** The numbers of their rows; they hold until their papers are next written. */
  readonly numbers: Uint32Array;
  /** How sure the reader is of the value it is least sure of, 0 to 1; NaN where it does not say. */
  readonly confidences: Float64Array;
  readonly columns: Readonly<Record<TextName, Column>>;
}

export function entriesOf(rows: readonly CatalogueRow[]): Entries {
  return {
    ids: rows.map(({ id }) => id),
    numbers: Uint32Array.from(rows, ({ number }) => number),
    confidences: Float64Array.from(rows, ({ confidence }) => confidence ?? Number.NaN),
    columns: columnsOf((name) =>
      columnOf(rows.length, (place) => {
        const row = rows[place];
        return row === undefined ? null : texts[name](row);
      }),
    ),
  };
}

const columnsOf = (make: (name: TextName) => Column): Entries['columns'] =>
  Object.fromEntries(textNames.map((name) => [name, make(name)])) as Record<TextName, Column>;

/** Every entry, looked at on a day. */
export interface Catalogue extends Entries {
  readonly size: number;
  /** Where a row stands, by its number: one more than its place, 0 for a number of none. */
  readonly places: Uint32Array;
  /** The rows' places in an order, made when it is first asked for. */
  order(sort: SortName): Uint32Array;
}

/** @param day the day that lateness is looked from, ISO 8601 */
export function catalogueOf(parts: readonly Entries[], day: string): Catalogue {
  const entries = together(parts, day);
  const orders = new Map<SortName, Uint32Array>();
  return {
    ...entries,
    size: entries.ids.length,
    places: placesOf(entries.numbers),
    order: (sort) => {
      const known = orders.get(sort) ?? orderOf(entries, sort);
      orders.set(sort, known);
      return known;
    },
  };
}

function together(parts: readonly Entries[], day: string): Entries {
  const ids = parts.flatMap((part) => part.ids);
  const [numbers, confidences] = [new Uint32Array(ids.length), new Float64Array(ids.length)];
  let place = 0;
  for (const part of parts) {
    numbers.set(part.numbers, place);
    confidences.set(part.confidences, place);
    place += part.ids.length;
  }
  const columns = columnsOf((name) => joined(parts.map((part) => part.columns[name])));
  return { ids, numbers, confidences, columns: { ...columns, standing: onDay(columns, day) } };
}

function onDay({ standing, due }: Entries['columns'], day: string): Column {
  const isLate = due.values.map((value) => value !== null && value < day);
  return columnOf(standing.codes.length, (place) => {
    const own = valueAt(standing, place);
    return own === 'open' && isLate[due.codes[place] ?? -1] === true ? 'overdue' : own;
  });
}

function placesOf(numbers: Uint32Array): Uint32Array {
  const places = new Uint32Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
  numbers.forEach((number, place) => {
    places[number] = place + 1;
  });
  return places;
}

const sortedBy = {
  due: 'due',
  reported: 'date',
  changed: 'changed',
  service: 'service',
  lead: 'lead',
} as const satisfies Partial<Record<SortName, TextName>>;
const latestFirst: ReadonlySet<SortName> = new Set(['reported', 'changed']);

function orderOf({ columns, confidences }: Entries, sort: SortName): Uint32Array {
  const places = Uint32Array.from(confidences, (_confidence, place) => place);
  if (sort === 'paper') return places;
  const keys =
    sort === 'doubt'
      ? confidences.map((confidence) => (Number.isNaN(confidence) ? Number.POSITIVE_INFINITY : confidence))
      : ranksOf(columns[sortedBy[sort]], latestFirst.has(sort));
  // Two that both have none differ by NaN.
  return places.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}
