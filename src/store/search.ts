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
 * @param service looked for anywhere in the name, without regard to capitals
 */
export function searchCurrent(store: Store, query: string, service: string | null, limit: number): readonly Hit[] {
  const match = matchOf(query);
  if (match === null) return [];
  return store
    .sql<Hit>(
      `WITH found AS MATERIALIZED (
         SELECT entries_search.rowid AS action_id, latest_entries.*, rank,
           snippet(entries_search, -1, '[', ']', '…', 24) AS around
         FROM entries_search JOIN latest_entries ON latest_entries.entry_id = entries_search.entry_id
         WHERE entries_search MATCH @match AND (@service IS NULL OR instr(lower(service), lower(@service)) > 0)
         ORDER BY rank, entries_search.entry_id LIMIT @limit
       )
       SELECT found.entry_id AS entryId, found.thread_id AS threadId, found.service, plans.name AS plan, ref, action, finding,
         found.status_value AS status, timescale_raw AS due, papers.file, found.date, around,
         (SELECT page FROM places JOIN actions AS shown ON shown.id = places.action_id
          WHERE shown.entry_id = found.shown_entry_id ORDER BY places.id LIMIT 1) AS page
       FROM found JOIN actions ON actions.id = found.action_id
       JOIN findings ON findings.id = actions.finding_id JOIN papers ON papers.id = actions.paper_id
       LEFT JOIN plans ON plans.id = findings.plan_id
       ORDER BY rank, found.entry_id`,
    )
    .all({ match, service, limit });
}
