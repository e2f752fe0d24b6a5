import { endedColumn } from '../model/ended.ts';
import type { ExportFilter } from '../model/stored.ts';
import { ofPlan, ofService, until, withFinding } from './conditions.ts';
import { matchOf } from './search.ts';
import type { Store } from './store.ts';
import { currentSelect } from './views.ts';

/**
 * What a filter leaves over, as conditions for a WHERE clause. Without a filter every condition is TRUE; with one the
 * ids stand in temporary tables, which SQLite keeps in a file of its own once they are large.
 */
export interface Scope {
  /** True where nothing is left out. */
  readonly isWhole: boolean;
  /** The view or select with one row an entry, as of the day that is wanted. */
  readonly current: string;
  /** @param id an expression for the id of a paper */
  paper(id: string): string;
  /** @param id an expression for the lasting id of an entry */
  entry(id: string): string;
  /** @param id an expression for the id of a thread */
  thread(id: string): string;
  /**
   * For what a paper says that no entry of it shows, such as that an entry is gone.
   * @param id an expression for the id of a paper
   */
  told(id: string): string;
}

/** @param among the condition that an id is one of those that are left */
const scopeBy = (isWhole: boolean, current: string, among: (id: string, ids: string) => string): Scope => ({
  isWhole,
  current,
  paper: (id) => among(id, 'papers'),
  entry: (id) => among(id, 'entries'),
  thread: (id) => among(id, 'threads'),
  told: (id) => among(id, 'dated'),
});

const everything = scopeBy(true, 'current', () => 'TRUE');

const chosen = (current: string): Scope => scopeBy(false, current, (id, ids) => `${id} IN temp.scope_${ids}`);

const isAsked = (value: unknown): boolean => value !== null;

/** Works out which papers, entries and threads `filter` leaves; a scope counts until the next one of the same store. */
export function scopeOf(store: Store, filter: ExportFilter): Scope {
  if (Object.values(filter).every((value) => value === undefined || value === false)) return everything;
  const { service = null, since = null, asOf = null, plan = null, pillar = null, status = null } = filter;
  const { rag = null, kind = null, lead = null, overdueOn = null } = filter;
  const only = filter.only === undefined ? null : JSON.stringify(filter.only);
  const about = filter.about === undefined ? null : matchOf(filter.about);
  const changed = filter.changed === true ? 1 : 0;
  const wanted = { plan, pillar, status, rag, kind, lead, overdueOn, about, asOf, changed, only };
  store.db.exec('DROP TABLE IF EXISTS temp.scope_latest');
  for (const ids of ['dated', 'standing', 'entries', 'papers', 'threads']) {
    store.db.exec(`DROP TABLE IF EXISTS temp.scope_${ids}`);
    store.db.exec(`CREATE TEMP TABLE scope_${ids} (id TEXT PRIMARY KEY) WITHOUT ROWID`);
  }
  store.db.prepare(dated).run({ service, since, asOf });
  store.db.prepare(standing).run({ asOf });
  store.db.prepare(entries).run(wanted);
  const byEntry = changed === 1 || [plan, pillar, status, rag, kind, lead, overdueOn, about, only].some(isAsked);
  store.db.prepare(threads).run({ byEntry: Number(byEntry) });
  store.db.prepare(papers).run({ byEntry: Number(byEntry) });
  if (asOf === null) return chosen('current');
  store.db.exec(latestThen);
  return chosen(`(${currentSelect('temp.scope_latest')})`);
}

/** A day as of which a plan is wanted may be short (2021-02): then all of that month or year is meant. */
const dated = `
INSERT INTO temp.scope_dated
SELECT papers.id FROM papers LEFT JOIN editions ON editions.paper_id = papers.id
WHERE ${ofService('papers.service')}
  AND (@since IS NULL OR coalesce(editions.date, as_at, meeting_date) >= @since)
  AND ${until('coalesce(editions.date, as_at, meeting_date)')}`;

/** Selects `entry_id` of the entries of each plan's last report until the day `@asOf`; none where that is null. */
export const standingEntries = `
WITH latest AS (
  SELECT coalesce(editions.service, editions.paper_id) AS family, track, max(editions.position) AS position
  FROM reports JOIN editions ON editions.paper_id = reports.edition_id AND editions.source = 1
  WHERE editions.date < @asOf || '~' GROUP BY family, track
)
SELECT DISTINCT steps.entry_id
FROM latest
JOIN editions ON coalesce(editions.service, editions.paper_id) = family AND editions.position = latest.position
  AND editions.source = 1
JOIN reports ON reports.edition_id = editions.paper_id AND reports.track = latest.track
JOIN steps ON steps.edition_id = editions.paper_id AND coalesce(steps.plan, '') = reports.plan
WHERE @asOf IS NOT NULL`;

const standing = `INSERT INTO temp.scope_standing ${standingEntries}`;

/** True for an entry whose thread has a change that is as `which` says. */
const changedIn = (which: string): string => `EXISTS (
      SELECT 1 FROM thread_entries JOIN changes ON changes.thread_id = thread_entries.thread_id
      WHERE thread_entries.entry_id = actions.entry_id AND ${which}
    )`;

/** An entry that went is told by the paper that has it no more, and stands in the one before. */
const entries = `
INSERT INTO temp.scope_entries
SELECT actions.entry_id
FROM actions ${withFinding}
WHERE (
    (actions.paper_id IN temp.scope_dated AND (@changed = 0 OR ${changedIn('changes.to_paper_id = actions.paper_id')}))
    OR (@changed = 1 AND ${changedIn(`changes.from_paper_id = actions.paper_id
      AND changes.to_paper_id IN temp.scope_dated AND (inferred = 1 OR kind IN ('dropped', 'retired', 'merged'))`)})
  )
  AND ${ofPlan('plans.name')}
  AND (@pillar IS NULL OR pillar = @pillar)
  AND (@status IS NULL OR status_value = @status)
  AND (@rag IS NULL OR rag_value = @rag)
  AND (@kind IS NULL OR kind = @kind)
  AND (@lead IS NULL OR is_named(lead, @lead))
  AND (@about IS NULL OR actions.id IN (SELECT rowid FROM entries_search WHERE entries_search MATCH @about))
  AND (@overdueOn IS NULL OR (timescale_end < @overdueOn AND ${endedColumn('actions')} = 0 AND (@asOf IS NOT NULL OR EXISTS (
    SELECT 1 FROM latest_entries WHERE latest_entries.entry_id = actions.entry_id AND gone IS NULL
  ))))
  AND (@asOf IS NULL OR actions.entry_id IN temp.scope_standing)
  AND (@only IS NULL OR actions.entry_id IN (SELECT value FROM json_each(@only)))`;

/** The standing entries as latest states: none of them is gone yet. */
const latestThen = `
CREATE TEMP TABLE scope_latest AS
SELECT thread_id, entry_id, entry_id AS shown_entry_id, service, edition_id, date, status_value, timescale_end, ended,
  NULL AS gone
FROM steps WHERE entry_id IN temp.scope_standing;
CREATE UNIQUE INDEX temp.scope_latest_by_entry ON scope_latest (entry_id)`;

const papers = `
INSERT INTO temp.scope_papers
SELECT id FROM temp.scope_dated WHERE @byEntry = 0
UNION
SELECT paper_id FROM actions WHERE entry_id IN temp.scope_entries
UNION
SELECT to_paper_id FROM changes WHERE to_paper_id IN temp.scope_dated AND thread_id IN temp.scope_threads`;

const threads = `
INSERT INTO temp.scope_threads
SELECT thread_id FROM thread_entries WHERE entry_id IN temp.scope_entries
UNION
SELECT thread_id FROM changes WHERE @byEntry = 0 AND to_paper_id IN temp.scope_dated`;
