import { sharedAddress } from '../lib/page-link.ts';
import type { ExportFilter, ExportSource, FlatTableName, FlatValue } from '../model/stored.ts';
import type { Change } from '../model/thread.ts';
import { standingCorrections } from './corrections.ts';
import { type Scope, scopeOf } from './export-scope.ts';
import { flatSelects } from './export-tables.ts';
import { entriesOfPaper } from './read-entries.ts';
import { countedPaperIds, paperById } from './read-papers.ts';
import type { Store } from './store.ts';
import { changesIn } from './trail-read.ts';

/**
 * The database, or the part that `filter` leaves, as exporters see it; one paper at a time is in memory. What a filter
 * leaves is kept in the connection, so only the source made last of a store counts.
 * @param base where the papers' files are published; null where they are not (see `sharedAddress`)
 */
export function exportSource(store: Store, filter: ExportFilter = {}, base: string | null = null): ExportSource {
  const scope = scopeOf(store, filter);
  const selects = flatSelects(scope);
  return {
    *papers() {
      for (const id of chosenPapers(store, scope)) {
        const paper = paperById(store, id);
        if (paper === null) continue;
        const sources = new Set(paper.sources.map((address) => sharedAddress(address, base)));
        yield { ...paper, sources: [...sources].sort() };
      }
    },
    entriesOf(paperId) {
      const wanted = store.sql(`SELECT 1 WHERE ${scope.entry('?')}`);
      const all = entriesOfPaper(store, paperId);
      return scope.isWhole ? all : all.filter(({ id }) => wanted.get(id) !== undefined);
    },
    *changes() {
      const wanted = store.sql(`SELECT 1 WHERE ${scope.told('?')} AND ${scope.thread('?')}`);
      const isWanted = ({ toPaperId, threadId }: Change) => wanted.get(toPaperId, threadId) !== undefined;
      for (const change of changesIn(store)) if (scope.isWhole || isWanted(change)) yield change;
    },
    said: (paperId) => standingCorrections(store, paperId),
    *rows(table, columns) {
      const { by, sql } = selects[table];
      const rows = store.sql<FlatValue[]>(`SELECT ${columns.map(quoted).join(', ')} FROM (${sql})`).raw();
      const address = columns.findIndex((name) => name === 'source' || name === 'address');
      for (const key of by === 'service' ? services(store) : papersFor(store, scope, table)) {
        yield* address < 0 ? rows.all(key) : shared(rows.all(key), address, table === 'sources', base);
      }
    },
  };
}

/** Changes are told by papers that may have no entry left in the choice. */
function papersFor(store: Store, scope: Scope, table: FlatTableName): readonly string[] {
  return table === 'changes' ? countedPaperIds(store) : chosenPapers(store, scope);
}

function chosenPapers(store: Store, scope: Scope): readonly string[] {
  const wanted = store.sql(`SELECT 1 WHERE ${scope.paper('?')}`);
  return scope.isWhole ? countedPaperIds(store) : countedPaperIds(store).filter((id) => wanted.get(id) !== undefined);
}

function services(store: Store): readonly (string | null)[] {
  const names = store.values<string | null>('SELECT DISTINCT service FROM editions ORDER BY service IS NULL, service');
  return names;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Rows whose addresses may be handed on; where they name the row, two that have become one are one row. */
function shared(
  rows: readonly FlatValue[][],
  column: number,
  distinct: boolean,
  base: string | null,
): readonly FlatValue[][] {
  const seen = new Set<FlatValue>();
  return rows.flatMap((row) => {
    const address = typeof row[column] === 'string' ? sharedAddress(row[column], base) : null;
    if (distinct && seen.has(address)) return [];
    seen.add(address);
    return [row.with(column, address)];
  });
}
