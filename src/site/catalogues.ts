import {
  type ChangeTally,
  catalogueRows,
  catalogueRowsAsOf,
  changeTallies,
  type Store,
  serviceStates,
  stateOf,
} from '../store/index.ts';
import { type Catalogue, catalogueOf, entriesOf } from './catalogue.ts';

/** Catalogues of the days asked for; where anything was written, made anew of what was not touched and what was. */
export interface Catalogues {
  /** @param asOf ISO 8601; null for the latest state */
  at(asOf: string | null): Catalogue;
  /** How many changes of which kind each edition shows, the latest edition first. */
  changes(): readonly ChangeTally[];
}

/** So many days are kept at once. */
const mostDays = 3;

/** @param store one that only reads, see `stateOf` */
export function catalogues(store: Store, today: () => string): Catalogues {
  let state = -1;
  let changes: readonly ChangeTally[] | null = null;
  const known = new Map<string, Catalogue>();
  const latest = ofServices(store, (service) => entriesOf(catalogueRows(store, service)));
  const tallies = ofServices(store, (service) => changeTallies(store, service));
  const made = (asOf: string | null, day: string) =>
    catalogueOf(asOf === null ? latest() : [entriesOf(catalogueRowsAsOf(store, asOf))], day);
  const mindWrites = () => {
    const now = stateOf(store);
    if (now === state) return;
    state = now;
    known.clear();
    changes = null;
  };
  return {
    changes: () => {
      mindWrites();
      changes ??= tallies().flat().toSorted(latestFirst);
      return changes;
    },
    at: (asOf) => {
      mindWrites();
      const day = asOf ?? today();
      const key = `${asOf ?? ''} ${day}`;
      const catalogue = known.get(key) ?? made(asOf, day);
      known.delete(key);
      known.set(key, catalogue);
      for (const oldest of known.keys()) if (known.size > mostDays) known.delete(oldest);
      return catalogue;
    },
  };
}

const latestFirst = (a: ChangeTally, b: ChangeTally): number =>
  order(b.date, a.date) || order(a.service, b.service) || order(a.editionId, b.editionId);

/** Null, which is nothing, before all else. */
const order = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : Number(a !== b));

/** What is read of each service, read again only where something of the service has changed. */
function ofServices<T>(store: Store, read: (service: string | null) => T): () => readonly T[] {
  let known = new Map<string | null, { readonly state: string; readonly own: T }>();
  return () => {
    const before = known;
    known = new Map(
      [...serviceStates(store)].map(([service, state]) => {
        const kept = before.get(service);
        return [service, kept?.state === state ? kept : { state, own: read(service) }] as const;
      }),
    );
    return [...known.values()].map(({ own }) => own);
  };
}
