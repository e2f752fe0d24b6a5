import type { StandingEntry } from '../model/standing.ts';
import { withFinding } from './conditions.ts';
import { placeOfEntry } from './places.ts';
import type { Store } from './store.ts';

/**
 * A query for SQLite's full text search: every word, or words in double quotes together; null without any word. What may be
 * a reference is looked for as papers print it, with a blank before its number and without.
 */
export function matchOf(query: string): string | null {
  const terms = [...query.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([term, phrase]) => phrase ?? term);
  const words = terms.filter((term) => /[\p{L}\p{N}]/u.test(term));
  const match = words.flatMap((term, index) => {
    const before = words[index - 1];
    if (before !== undefined && isReference(before, term)) return [];
    const next = words[index + 1];
    if (next !== undefined && isReference(term, next)) return [`(("${term}" AND "${next}") OR "${term}${next}")`];
    const [, letters, number] = /^(\p{L}{1,5})\s?(\d+)$/u.exec(term) ?? [];
    return [letters === undefined ? `"${term}"` : `("${letters} ${number}" OR "${letters}${number}")`];
  });
  return match.length === 0 ? null : match.join(' AND ');
}

/** `AFI` before `3`: a few letters, and a number. */
const isReference = (word: string, next: string): boolean => /^\p{L}{1,5}$/u.test(word) && /^\d+$/.test(next);

/**
 * Ids of the entries that hold every word of `query` (or another form of it: "train" finds "training"), best first.
 * Words in double quotes must stand together. No other character has a meaning.
 * @returns at most `limit` ids; none for a query without words
 */
export function searchEntries(store: Store, query: string, limit = 100): readonly string[] {
  const match = matchOf(query);
  if (match === null) return [];
  const found = store.values<string>(
    'SELECT entry_id FROM entries_search WHERE entries_search MATCH ? ORDER BY rank, entry_id LIMIT ?',
    match,
    limit,
  );
  return found;
}

/** The numbers of all entries' rows that hold every word of `query`, in no order; null for a query without words. */
export function matchingEntries(store: Store, query: string): readonly number[] | null {
  const match = matchOf(query);
  if (match === null) return null;
  return store.values<number>('SELECT rowid FROM entries_search WHERE entries_search MATCH ?', match);
}

/** Marks of Unicode's private use, which no excerpt holds otherwise: they stand around what was found. */
const [opening, closing] = ['\u{F0000}', '\u{F0001}'];
/** Stands where an excerpt is cut. */
const cut = ' … ';

/** The words of `query` in an entry's row, with those around: pieces in turn, around, found, around, found, … */
export function excerptOf(store: Store, query: string, number: number): readonly string[] | null {
  const match = matchOf(query);
  return match === null ? null : excerptIn(store, match, number);
}

/** A number of JavaScript reaches SQLite as one with a fraction, which FTS5 does not take for a row's and leaves out of account. */
function excerptIn(store: Store, match: string, number: number): readonly string[] | null {
  const text = store.value<string>(
    `SELECT snippet(entries_search, -1, '${opening}', '${closing}', '${cut}', 24) FROM entries_search
     WHERE entries_search MATCH ? AND rowid = CAST(? AS INTEGER)`,
    match,
    number,
  );
  return text === undefined ? null : text.split(new RegExp(`[${opening}${closing}]`, 'u'));
}

/** The value of an entry's row that an excerpt was taken from; null where none has its words. */
function fieldOf(store: Store, pieces: readonly string[], number: number): string | null {
  const words = pieces.join('').replace(new RegExp(`^${cut}|${cut}$`, 'g'), '');
  const row = store.get<Readonly<Record<string, string | null>>>(
    'SELECT * FROM entries_search WHERE rowid = ?',
    number,
  );
  return Object.entries(row ?? {}).find(([, text]) => text?.includes(words) === true)?.[0] ?? null;
}

/** An entry that holds the words, with the words around them. */
export interface Hit
  extends Pick<
    StandingEntry,
    'entryId' | 'threadId' | 'service' | 'plan' | 'ref' | 'action' | 'finding' | 'status' | 'due' | 'file'
  > {
  /** The page that the words found stand on, as far as it is known of the value they are in. */
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
  const ids = service === null && plan === null ? null : store.values<number>(scopeOf(service, plan), asked);
  const within = ids === null ? null : new Set(ids);
  const [first, last] = ids === null ? [0, Number.MAX_SAFE_INTEGER] : [ids[0] ?? 1, ids.at(-1) ?? 0];
  const hits: Hit[] = [];
  for (let end: number | null = last; end !== null && hits.length < limit; ) {
    const start: number | undefined = store.value<number>(stretch, { match, first, end, rankedAtOnce });
    for (const action of store
      .sql<number>(ranked)
      .pluck()
      .iterate({ match, start: start ?? first, end })) {
      const hit = within?.has(action) === false ? null : hitOf(store, match, action);
      if (hit !== null && hits.push(hit) === limit) break;
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

/** A match as it is shown; null where it is not current. */
function hitOf(store: Store, match: string, action: number): Hit | null {
  const found = store.get<Omit<Hit, 'around'> & { shownId: number }>(shown, { action });
  if (found === undefined) return null;
  const { shownId, ...hit } = found;
  const excerpt = excerptIn(store, match, action) ?? [];
  const page = store.sql<number | null>('SELECT min(page) FROM places WHERE action_id = ? AND field = ?').pluck();
  const around = excerpt.map((piece, index) => (index % 2 === 1 ? `[${piece}]` : piece)).join('');
  return { ...hit, page: page.get(shownId, fieldOf(store, excerpt, action)) ?? hit.page, around };
}

const shown = `SELECT latest_entries.entry_id AS entryId, thread_id AS threadId, latest_entries.service, plans.name AS plan,
    actions.ref, actions.action, finding, latest_entries.status_value AS status,
    actions.timescale_raw AS due, papers.file, date,
    shown.id AS shownId, ${placeOfEntry('page', 'shown.id')} AS page
  FROM actions JOIN latest_entries ON latest_entries.entry_id = actions.entry_id
  JOIN actions AS shown ON shown.entry_id = latest_entries.shown_entry_id
  ${withFinding} JOIN papers ON papers.id = actions.paper_id
  WHERE actions.id = CAST(@action AS INTEGER)`;
