import { catalogueRows, catalogueRowsAsOf, type Store, serviceStates, stateOf } from '../store/index.ts';
import { type Catalogue, catalogueOf, type Entries, entriesOf } from './catalogue.ts';

/** Catalogues of the days asked for; where anything was written, made anew of what was not touched and what was. */
export interface Catalogues {
  /** @param asOf ISO 8601; null for the latest state */
  at(asOf: string | null): Catalogue;
}

/** So many days are kept at once. */
const mostDays = 3;

/** @param store one that only reads, see `stateOf` */
export function catalogues(store: Store, today: () => string): Catalogues {
  let state = -1;
  const known = new Map<string, Catalogue>();
  const latest = latestEntries(store);
  const made = (asOf: string | null, day: string) =>
    catalogueOf(asOf === null ? latest() : [entriesOf(catalogueRowsAsOf(store, asOf))], day);
  return {
    at: (asOf) => {
      const [now, day] = [stateOf(store), asOf ?? today()];
      if (now !== state) known.clear();
      state = now;
      const key = `${asOf ?? ''} ${day}`;
      const catalogue = known.get(key) ?? made(asOf, day);
      known.delete(key);
      known.set(key, catalogue);
      for (const oldest of known.keys()) if (known.size > mostDays) known.delete(oldest);
      return catalogue;
    },
  };
}

/** The entries of each service, read again only where something of the service has changed. */
function latestEntries(store: Store): () => readonly Entries[] {
  let known = new Map<string | null, { readonly state: string; readonly entries: Entries }>();
  return () => {
    const before = known;
    known = new Map(
      [...serviceStates(store)].map(([service, state]) => {
        const kept = before.get(service);
        return [
          service,
          kept?.state === state ? kept : { state, entries: entriesOf(catalogueRows(store, service)) },
        ] as const;
      }),
    );
    return [...known.values()].map(({ entries }) => entries);
  };
}
