import type { Store } from './store.ts';

/** A query for SQLite's full text search: every word, or words in double quotes together; null without any word. */
export function matchOf(query: string): string | null {
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

/** An entry that holds the words, with the words around them. */
export interface Hit {
  readonly entryId: string;
  readonly threadId: string;
  readonly service: string | null;
  readonly plan: string | null;
  readonly ref: string | null;
  readonly action: string | null;
  readonly finding: string | null;
  readonly status: string | null;
  readonly due: string | null;
  readonly file: string;
  readonly page: number | null;
  /** When it was last reported; null where nothing dates it. */
  readonly date: string | null;
  /** The words around the first hit; what was found stands between `[` and `]`. */
  readonly around: string;
}

/**
 * Entries in their latest state that hold every word of `query`, best first.
 * @param scope only of services and plans of these names
 */
export function searchCurrent(
  store: Store,
  query: string,
  { service = null, plan = null }: { readonly service?: string | null; readonly plan?: string | null },
  limit: number,
): readonly Hit[] {
  const match = matchOf(query);
  if (match === null) return [];
  for (let looked = firstLook * limit; ; looked *= nextLook) {
    const hits = store.sql<Hit>(best).all({ match, service, plan, limit, looked });
    if (hits.length === limit || matchesWithin(store, match, looked) < looked) return hits;
  }
}

/** The index finds its best quickly where nothing else is asked; of these so many times the limit are looked through first. */
const firstLook = 10;
const nextLook = 20;

const matchesWithin = (store: Store, match: string, most: number): number =>
  store
    .sql<number>('SELECT count(*) FROM (SELECT 1 FROM entries_search WHERE entries_search MATCH @match LIMIT @most)')
    .pluck()
    .get({ match, most }) ?? 0;

/** The best of the `looked` best matches that are current and in scope; the words around are looked up for these alone. */
const best = `WITH looked AS MATERIALIZED (
    SELECT rowid AS action_id, rank FROM entries_search WHERE entries_search MATCH @match ORDER BY rank LIMIT @looked
  ), found AS MATERIALIZED (
    SELECT looked.*, latest_entries.*, plans.name AS plan, ref, action, finding, timescale_raw, papers.file
    FROM looked JOIN actions ON actions.id = looked.action_id
    JOIN latest_entries ON latest_entries.entry_id = actions.entry_id
    JOIN findings ON findings.id = actions.finding_id JOIN papers ON papers.id = actions.paper_id
    LEFT JOIN plans ON plans.id = findings.plan_id
    WHERE (@service IS NULL OR is_service(latest_entries.service, @service)) AND (@plan IS NULL OR is_named(plans.name, @plan))
    ORDER BY rank, latest_entries.entry_id LIMIT @limit
  )
  SELECT entry_id AS entryId, thread_id AS threadId, service, plan, ref, action, finding, status_value AS status,
    timescale_raw AS due, file, date,
    (SELECT snippet(entries_search, -1, '[', ']', '…', 24) FROM entries_search
     WHERE entries_search MATCH @match AND entries_search.rowid = found.action_id) AS around,
    (SELECT page FROM places JOIN actions AS shown ON shown.id = places.action_id
     WHERE shown.entry_id = found.shown_entry_id ORDER BY places.id LIMIT 1) AS page
  FROM found ORDER BY rank, entry_id`;
