import type { Store } from './store.ts';

/**
 * Ids of the entries that hold every word of `query` (or another form of it: "train" finds "training"), best first.
 * Words in double quotes must stand together. No other character has a meaning.
 * @returns at most `limit` ids; none for a query without words
 */
export function searchEntries(store: Store, query: string, limit = 100): readonly string[] {
  const terms = [...query.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([term, phrase]) => phrase ?? term);
  const match = terms.filter((term) => /[\p{L}\p{N}]/u.test(term)).map((term) => `"${term}"`);
  if (match.length === 0) return [];
  const found = store.sql<{ entryId: string }>(
    'SELECT entry_id AS entryId FROM entries_search WHERE entries_search MATCH ? ORDER BY rank, entry_id LIMIT ?',
  );
  return found.all(match.join(' '), limit).map(({ entryId }) => entryId);
}
