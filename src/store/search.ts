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
 * Entries in their latest state that hold every word of `query`, best first. Of words that more entries hold than are ranked
 * at once, the best of the last taken in come first.
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
  const asked = { ...(service === null ? {} : { service }), ...(plan === null ? {} : { plan }) };
  const ids = service === null && plan === null ? null : store.sql<number>(scopeOf(service, plan)).pluck().all(asked);
  const within = ids === null ? null : new Set(ids);
  const [first, last] = ids === null ? [0, Number.MAX_SAFE_INTEGER] : [ids[0] ?? 1, ids.at(-1) ?? 0];
  const hits: Hit[] = [];
  for (let end: number | null = last; end !== null && hits.length < limit; ) {
    const start: number | undefined = store.sql<number>(stretch).pluck().get({ match, first, end, rankedAtOnce });
    for (const action of store
      .sql<number>(ranked)
      .pluck()
      .iterate({ match, start: start ?? first, end })) {
      const hit = within?.has(action) === false ? undefined : store.sql<Hit>(shown).get({ match, action });
      if (hit !== undefined && hits.push(hit) === limit) break;
    }
    end = start === undefined ? null : start - 1;
  }
  return hits;
}

/** Ranking is the work: 20,000 entries take about 20 ms of processor time. */
const rankedAtOnce = 20_000;

/** The first row of a stretch of matches, counted from the last; none where no more are left than that. */
const stretch = `SELECT rowid FROM entries_search WHERE entries_search MATCH @match
  AND rowid BETWEEN CAST(@first AS INTEGER) AND CAST(@end AS INTEGER)
  ORDER BY rowid DESC LIMIT 1 OFFSET CAST(@rankedAtOnce AS INTEGER)`;

const ranked = `SELECT rowid FROM entries_search WHERE entries_search MATCH @match
  AND rowid BETWEEN CAST(@start AS INTEGER) AND CAST(@end AS INTEGER) ORDER BY rank, rowid`;

/** The entries of services and plans of some names, in their latest state; a plan alone is looked for in all services. */
const scopeOf = (service: string | null, plan: string | null): string => `
  WITH names AS MATERIALIZED (SELECT DISTINCT service FROM latest_entries)
  SELECT actions.id FROM latest_entries JOIN actions ON actions.entry_id = latest_entries.entry_id
  ${plan === null ? '' : 'JOIN findings ON findings.id = actions.finding_id JOIN plans ON plans.id = findings.plan_id AND is_named(plans.name, @plan)'}
  ${service === null ? '' : 'WHERE latest_entries.service IN (SELECT service FROM names WHERE is_service(service, @service))'}
  ORDER BY actions.id`;

/** A match, where it is current. */
const shown = `SELECT latest_entries.entry_id AS entryId, thread_id AS threadId, latest_entries.service, plans.name AS plan, ref, action,
    finding, latest_entries.status_value AS status, timescale_raw AS due, papers.file, date,
    (SELECT snippet(entries_search, -1, '[', ']', '…', 24) FROM entries_search
     WHERE entries_search MATCH @match AND rowid = CAST(@action AS INTEGER)) AS around,
    (SELECT page FROM places JOIN actions AS shown ON shown.id = places.action_id
     WHERE shown.entry_id = latest_entries.shown_entry_id ORDER BY places.id LIMIT 1) AS page
  FROM actions JOIN latest_entries ON latest_entries.entry_id = actions.entry_id
  JOIN findings ON findings.id = actions.finding_id JOIN papers ON papers.id = actions.paper_id
  LEFT JOIN plans ON plans.id = findings.plan_id
  WHERE actions.id = CAST(@action AS INTEGER)`;
