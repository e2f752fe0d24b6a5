import type { Condition, SourceTerms, StoredCondition, Visit } from '../model/collected.ts';
import { hasEntries } from './conditions.ts';
import type { Store } from './store.ts';
import { unsettleEdition } from './trail-write.ts';

/** A source as the database keeps it. */
export interface SourceRow extends SourceTerms {
  readonly source: string;
  readonly service: string | null;
  readonly kind: string;
  /** Days between two papers. */
  readonly expected: number | null;
}

/**
 * The round a new run belongs to: that of the run before, where that was stopped, else its own.
 * @param since ISO 8601; a run that was stopped before is not gone on with
 * @param every days between two runs as the sources file says; null where it says nothing
 */
export function joinRound(store: Store, runId: number, since: string, every: number | null): number {
  return store.write(() => {
    const before = store.value<number>(
      `SELECT round FROM rounds JOIN runs ON runs.id = run_id
       WHERE run_id = (SELECT max(run_id) FROM rounds) AND finished IS NULL AND started >= ?`,
      since,
    );
    const round = before ?? runId;
    store.insert('rounds', { runId, round, every });
    return round;
  });
}

/** Keeps what the sources file says of a source, and what it listed where that is known. */
export function writeCollectSource(store: Store, { source: name, ...told }: SourceRow, runId: number): void {
  store.write(() => store.upsert('collect_sources', 'name', { name, ...told, runId }));
}

export function collectSources(store: Store): readonly SourceRow[] {
  return store.all<SourceRow>(
    `SELECT name AS source, service, kind, address, licence, attribution, expected FROM collect_sources ORDER BY name`,
  );
}

/** How much a source listed when it was last well; null where it never was. */
export function listedBefore(store: Store, source: string): number | null {
  return store.value<number | null>('SELECT listed FROM collect_sources WHERE name = ?', source) ?? null;
}

/**
 * True for a paper that is known from one address alone, and not yet as what a source offered there: the run that stored
 * it was stopped before it had settled what follows.
 */
export function isUnsettled(store: Store, paperId: string, address: string): boolean {
  const row = store.get<{ settled: number; others: number }>(
    `SELECT (SELECT count(*) FROM source_papers WHERE paper_id = @paperId) AS settled,
     (SELECT count(*) FROM sources WHERE paper_id = @paperId AND address <> @address) AS others`,
    { paperId, address },
  );
  return row?.settled === 0 && row.others === 0;
}

/** True until a run has looked at a source to its end: what it has until then is where news begins, and none itself. */
export function isFirstVisit(store: Store, source: string): boolean {
  return store.get("SELECT 1 FROM visits WHERE source = ? AND outcome <> 'failed'", source) === undefined;
}

/** A paper as a source offers it. */
export interface OfferedPaper {
  readonly paperId: string;
  readonly address: string;
  /** Day of the meeting or of publication, ISO 8601. */
  readonly date: string | null;
  /** The agenda item it stands under, see `Offer`. */
  readonly item: string | null;
}

/**
 * Keeps where a source offered a paper, and the terms it is under; nothing of a paper that a person took out. In the
 * caller's transaction.
 */
export function writeSourcePaper(store: Store, source: string, paper: OfferedPaper): void {
  const { changes } = store.run(
    `INSERT INTO source_papers (source, paper_id, address, date, item, baseline)
     SELECT @source, id, @address, @date, @item, @baseline FROM papers WHERE id = @paperId
     ON CONFLICT DO UPDATE SET date = coalesce(excluded.date, date), item = coalesce(excluded.item, item)
     WHERE date IS NOT coalesce(excluded.date, date) OR item IS NOT coalesce(excluded.item, item)`,
    { ...paper, source, baseline: Number(isFirstVisit(store, source)) },
  );
  // It may be placed elsewhere by that, or be a part of something.
  if (changes > 0) unsettleEdition(store, paper.paperId);
  store.run(
    `UPDATE sources SET licence = terms.licence, attribution = terms.attribution
     FROM (SELECT licence, attribution FROM collect_sources WHERE name = ?) AS terms
     WHERE paper_id = ? AND address = ?`,
    source,
    paper.paperId,
    paper.address,
  );
}

/**
 * Keeps what a run did at a source, and what it found amiss: what is met again stays open, what is not met any more is
 * mended, what is new is opened.
 * @param wellListed how much the source listed, where that is to be expected of it from now on
 */
export function writeVisit(
  store: Store,
  runId: number,
  visit: Visit,
  conditions: readonly Condition[],
  wellListed: number | null,
  now: string,
): void {
  store.write(() => {
    store.insert('visits', { runId, ...visit }, 'REPLACE');
    if (wellListed !== null) {
      store.run('UPDATE collect_sources SET listed = ? WHERE name = ?', wellListed, visit.source);
    }
    writeConditions(store, visit.source, conditions, now);
  });
}

/** All that is amiss at a source now (null: with the run itself); anything else that was is mended. */
export function writeConditions(
  store: Store,
  source: string | null,
  conditions: readonly Condition[],
  now: string,
): void {
  store.write(() => {
    const met = conditions.map((condition) =>
      store.value(
        `INSERT INTO conditions (source, code, subject, message, opened, seen)
         VALUES (@source, @code, @subject, @message, @now, @now)
         ON CONFLICT (coalesce(source, ''), code, subject) WHERE mended IS NULL
         DO UPDATE SET message = excluded.message, seen = excluded.seen
         RETURNING id`,
        { ...condition, now },
      ),
    );
    store.run(
      `UPDATE conditions SET mended = @now
       WHERE source IS @source AND mended IS NULL AND id NOT IN (SELECT value FROM json_each(@met))`,
      { source, now, met: JSON.stringify(met) },
    );
  });
}

/** What was amiss at sources that are not in the sources file any more is of no concern. */
export function mendRemovedSources(store: Store, names: readonly string[], now: string): void {
  store.write(() =>
    store.run(
      `UPDATE conditions SET mended = ?
       WHERE mended IS NULL AND source IS NOT NULL AND source NOT IN (SELECT value FROM json_each(?))`,
      now,
      JSON.stringify(names),
    ),
  );
}

/** What is amiss and not mended, those that last longest first. */
export function openConditions(store: Store): readonly StoredCondition[] {
  return store.all<StoredCondition>(`SELECT id, source, code, subject, message, opened, seen, acknowledged FROM conditions WHERE mended IS NULL
    ORDER BY opened, id`);
}

/**
 * Notes that a person knows of a condition; a source that lists less than before is held to what it lists now.
 * @returns false where there is no such open condition
 */
export function acknowledgeCondition(store: Store, id: number, now: string): boolean {
  return store.write(() => {
    const { changes } = store.run('UPDATE conditions SET acknowledged = ? WHERE id = ? AND mended IS NULL', now, id);
    store.run(
      `UPDATE collect_sources SET listed = NULL
       WHERE name = (SELECT source FROM conditions WHERE id = ? AND code IN ('source/lists-nothing', 'source/lists-less'))`,
      id,
    );
    return changes > 0;
  });
}

export interface CollectRun {
  readonly id: number;
  readonly started: string;
  readonly finished: string | null;
  readonly exitCode: number | null;
}

/** The last run of collecting; null where there was none. */
export function lastCollectRun(store: Store): CollectRun | null {
  const last = store.get<CollectRun>(
    'SELECT id, started, finished, exit_code AS exitCode FROM runs JOIN rounds ON run_id = id ORDER BY id DESC LIMIT 1',
  );
  return last ?? null;
}

/** When a run of collecting last ended, ISO 8601; where nothing was ever collected, any run. Null where none did. */
export function lastFinishedRun(store: Store): string | null {
  const last = store.value<string | null>('SELECT max(finished) FROM runs WHERE id IN (SELECT run_id FROM rounds)');
  return last ?? store.value<string | null>('SELECT max(finished) FROM runs') ?? null;
}

/** When the latest runs of collecting ended, ISO 8601, oldest first. */
export function latestRunEnds(store: Store, most: number): readonly string[] {
  return store
    .values<string>(
      `SELECT finished FROM runs JOIN rounds ON run_id = id WHERE finished IS NOT NULL ORDER BY finished DESC LIMIT ?`,
      most,
    )
    .toReversed();
}

/** Days between two runs as the sources file last said, 0 where it runs by hand; null where it said nothing. */
export function daysBetweenRuns(store: Store): number | null {
  return store.value<number | null>('SELECT every FROM rounds ORDER BY run_id DESC LIMIT 1') ?? null;
}

/** What a source had when it was first looked at: papers with a plan, their first and last day, and all others. */
export interface Baseline {
  readonly papers: number;
  readonly plans: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly service: string | null;
}

export function baselineOf(store: Store, source: string): Baseline {
  return store.one<Baseline>(
    `SELECT count(*) AS papers, sum(plan) AS plans, min(CASE WHEN plan THEN day END) AS first,
       max(CASE WHEN plan THEN day END) AS last, max(service) AS service
     FROM (SELECT DISTINCT papers.id, service, coalesce(as_at, meeting_date, source_papers.date) AS day,
             ${hasEntries('papers.id')} AS plan
           FROM source_papers JOIN papers ON papers.id = paper_id WHERE source = ? AND baseline = 1)`,
    source,
  );
}

/** When a source's papers with a plan in them appeared: days, ISO 8601, oldest first, each once. */
export function paperDays(store: Store, source: string): readonly string[] {
  return store.values<string>(
    `SELECT DISTINCT substr(coalesce(papers.meeting_date, source_papers.date, papers.as_at), 1, 10) AS day
     FROM source_papers JOIN papers ON papers.id = paper_id
     WHERE source = ? AND ${hasEntries('papers.id')}
       AND length(coalesce(papers.meeting_date, source_papers.date, papers.as_at)) >= 7
     ORDER BY day`,
    source,
  );
}

/** When the run began that read a paper, ISO 8601 in UTC; null where the paper is not stored. */
export function paperReadAt(store: Store, paperId: string): string | null {
  const started = store.value<string>(
    'SELECT started FROM papers JOIN runs ON runs.id = run_id WHERE papers.id = ?',
    paperId,
  );
  return started ?? null;
}

/** Addresses of a source whose paper says nothing of a plan, although an earlier paper there did. */
export function emptiedAddresses(
  store: Store,
  source: string,
): readonly { readonly address: string; readonly entries: number }[] {
  return store.all<{ address: string; entries: number }>(
    `SELECT addresses.address, max(earlier.entries) AS entries
     FROM addresses
     JOIN (SELECT source_papers.address, paper_id, count(actions.id) AS entries
           FROM source_papers LEFT JOIN actions USING (paper_id)
           WHERE source = ? GROUP BY source_papers.address, paper_id) AS earlier
       ON earlier.address = addresses.address AND earlier.paper_id <> addresses.paper_id
     WHERE earlier.entries > 0
       AND NOT ${hasEntries('addresses.paper_id')}
     GROUP BY addresses.address ORDER BY addresses.address`,
    source,
  );
}

/** Papers of a source among which one with a plan was to be expected. */
export interface PlanlessPapers {
  /** The day they are of, where earlier ones had a plan; null where none of the source's papers ever had one. */
  readonly date: string | null;
  readonly addresses: readonly string[];
}

/**
 * A source's latest papers, where none of them has entries; those of one day (cover, letter, plan) are looked at together.
 * @returns null where one has, or the source has no papers
 */
export function planlessPapers(store: Store, source: string): PlanlessPapers | null {
  const papers = store.all<{ date: string | null; address: string; entries: number }>(
    `SELECT date, address, ${hasEntries('source_papers.paper_id')} AS entries
     FROM source_papers WHERE source = ? ORDER BY date DESC, address`,
    source,
  );
  const addressesOf = (some: typeof papers) => some.map(({ address }) => address);
  if (papers.length === 0) return null;
  if (papers.every(({ entries }) => entries === 0)) return { date: null, addresses: addressesOf(papers) };
  const latest = papers.filter(({ date }) => date !== null && date === papers[0]?.date);
  if (latest.length === 0 || latest.some(({ entries }) => entries > 0)) return null;
  return { date: latest[0]?.date ?? null, addresses: addressesOf(latest) };
}
