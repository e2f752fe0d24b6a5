import { type CatalogueRow, catalogueRows, type Store, stateOf } from '../store/index.ts';

/** What entries can be chosen by; each value with its count stands beside the list. */
export const facetNames = [
  'service',
  'plan',
  'standing',
  'status',
  'rag',
  'pillar',
  'kind',
  'lead',
  'confidence',
  'review',
] as const;
export type FacetName = (typeof facetNames)[number];

export const sortNames = ['paper', 'due', 'reported', 'changed', 'doubt', 'service', 'lead'] as const;
export type SortName = (typeof sortNames)[number];

/** A facet's values, and which of them each row has. */
export interface Facet {
  readonly values: readonly (string | null)[];
  readonly codes: Int32Array;
}

/** Every entry in memory, by codes: counted in a pass of a few milliseconds, whatever is chosen. */
export interface Catalogue {
  readonly rows: readonly CatalogueRow[];
  readonly facets: Readonly<Record<FacetName, Facet>>;
  /** Where a row stands, by its number: one more than its place, 0 for a number of none. */
  readonly places: Uint32Array;
  /** The rows' places in an order, made when it is first asked for. */
  order(sort: SortName): Uint32Array;
}

/** @param day the day that lateness is looked from, ISO 8601 */
export function catalogueOf(source: Iterable<CatalogueRow>, day: string): Catalogue {
  const rows = Array.from(source, sharingTexts());
  const orders = new Map<SortName, Uint32Array>();
  const facets = Object.fromEntries(
    facetNames.map((name) => [name, facetOf(rows, (row) => facetValue(row, name, day))]),
  );
  return {
    rows,
    facets: facets as Record<FacetName, Facet>,
    places: placesOf(rows),
    order: (sort) => {
      const known = orders.get(sort) ?? orderOf(rows, sort);
      orders.set(sort, known);
      return known;
    },
  };
}

function placesOf(rows: readonly CatalogueRow[]): Uint32Array {
  const places = new Uint32Array(rows.reduce((most, { number }) => Math.max(most, number), 0) + 1);
  rows.forEach(({ number }, place) => {
    places[number] = place + 1;
  });
  return places;
}

/** Rows out of a database have a copy of each text; a few hundred texts stand in all of them. */
function sharingTexts(): (row: CatalogueRow) => CatalogueRow {
  const known = new Map<string, string>();
  const share = <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return (same ?? text) as T;
  };
  return (row) => ({
    ...row,
    service: share(row.service),
    plan: share(row.plan),
    pillar: share(row.pillar),
    kind: share(row.kind),
    status: share(row.status),
    rag: share(row.rag),
    lead: share(row.lead),
    due: share(row.due),
    date: share(row.date),
    gone: share(row.gone),
    changed: share(row.changed),
  });
}

function facetValue(row: CatalogueRow, name: FacetName, day: string): string | null {
  if (name === 'standing') return standingOf(row, day);
  if (name === 'confidence') return confidenceBand(row.confidence);
  if (name === 'review') return row.reviewed === 1 ? 'checked' : 'not_checked';
  return row[name];
}

/** How an entry stands on a day; what is ended is never overdue. */
export function standingOf({ ended, gone, due }: CatalogueRow, day: string): 'ended' | 'gone' | 'overdue' | 'open' {
  if (ended === 1) return 'ended';
  if (gone !== null) return 'gone';
  return due !== null && due < day ? 'overdue' : 'open';
}

function confidenceBand(confidence: number | null): string | null {
  if (confidence === null) return null;
  return confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'fairly_sure' : 'doubtful';
}

function facetOf(rows: readonly CatalogueRow[], valueOfRow: (row: CatalogueRow) => string | null): Facet {
  const known = new Map<string | null, number>();
  const codes = Int32Array.from(rows, (row) => {
    const value = valueOfRow(row);
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
  return { values: [...known.keys()], codes };
}

/** What rows are sorted by, smallest first; null stands last. */
const sortKeys: Readonly<Record<Exclude<SortName, 'paper'>, (row: CatalogueRow) => string | number | null>> = {
  due: ({ due }) => due,
  reported: ({ date }) => date,
  changed: ({ changed }) => changed,
  doubt: ({ confidence }) => confidence,
  service: ({ service }) => service,
  lead: ({ lead }) => lead,
};
const latestFirst: ReadonlySet<SortName> = new Set(['reported', 'changed']);

function orderOf(rows: readonly CatalogueRow[], sort: SortName): Uint32Array {
  const places = Uint32Array.from(rows, (_row, place) => place);
  if (sort === 'paper') return places;
  const keys = rows.map(sortKeys[sort]);
  const direction = latestFirst.has(sort) ? -1 : 1;
  return places.sort((a, b) => {
    const [left = null, right = null] = [keys[a], keys[b]];
    if (left === right) return a - b;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -direction : direction;
  });
}

/** Catalogues of the days asked for, each made anew when anything was written to the database. */
export interface Catalogues {
  /** @param asOf ISO 8601; null for the latest state */
  at(asOf: string | null): Catalogue;
}

/** So many days are kept at once. */
const mostDays = 3;

export function catalogues(store: Store, today: () => string): Catalogues {
  let state = '';
  const known = new Map<string, Catalogue>();
  return {
    at: (asOf) => {
      const [now, day] = [stateOf(store), asOf ?? today()];
      if (now !== state) known.clear();
      state = now;
      const key = `${asOf ?? ''} ${day}`;
      const catalogue = known.get(key) ?? catalogueOf(catalogueRows(store, asOf), day);
      known.delete(key);
      known.set(key, catalogue);
      for (const oldest of known.keys()) if (known.size > mostDays) known.delete(oldest);
      return catalogue;
    },
  };
}
