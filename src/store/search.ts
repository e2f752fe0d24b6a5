import type { Store } from './store.ts';

/** Words as FTS5 takes them: every one wanted, those in double quotes together; null where there is none. */
function matchOf(query: string): string | null {
  const terms = [...query.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([term, phrase]) => phrase ?? term);
  const match = terms.filter((term) => /[\p{L}\p{N}]/u.test(term)).map((term) => `"${term}"`);
  return match.length === 0 ? null : match.join(' ');
}

/**
 * Ids of the entries that hold every word of `query` (or another form of it: "train" finds "training"), best first.
 * Words in double quotes must stand together. No other character has a meaning.
 * @returns at most `limit` ids; none for a query without words
 */
export function searchEntries(store: Store, query: string, limit = 100): readonly string[] {
  const match = matchOf(query);
  if (match === null) return [];
  const found = store.sql<{ entryId: string }>(
    'SELECT entry_id AS entryId FROM entries_search WHERE entries_search MATCH ? ORDER BY rank, entry_id LIMIT ?',
  );
  return found.all(match, limit).map(({ entryId }) => entryId);
}

/** The numbers of all entries' rows that hold every word of `query`, in no order; null for a query without words. */
export function matchingEntries(store: Store, query: string): readonly number[] | null {
  const match = matchOf(query);
  if (match === null) return null;
  return store.sql<number>('SELECT rowid FROM entries_search WHERE entries_search MATCH ?').pluck().all(match);
}

/** Words that were looked for, and those around them. */
export interface Excerpt {
  /** Pieces in turn: around, found, around, found, … */
  readonly pieces: readonly string[];
}

/** Marks of Unicode's private use, which no excerpt holds otherwise: they stand around what was found. */
const [opening, closing] = ['\u{F0000}', '\u{F0001}'];

/**
 * The words of `query` in an entry's row, with those around. A number of JavaScript reaches SQLite as one with a fraction,
 * which FTS5 does not take for a row's and leaves out of account.
 */
export function excerptOf(store: Store, query: string, number: number): Excerpt | null {
  const match = matchOf(query);
  if (match === null) return null;
  const text = store
    .sql<string>(
      `SELECT snippet(entries_search, -1, '${opening}', '${closing}', ' … ', 24) FROM entries_search
       WHERE entries_search MATCH ? AND rowid = CAST(? AS INTEGER)`,
    )
    .pluck()
    .get(match, number);
  return text === undefined ? null : { pieces: text.split(new RegExp(`[${opening}${closing}]`, 'u')) };
}
