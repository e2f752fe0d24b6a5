import type { Pace, StandingEntry } from '../model/standing.ts';
import type { ExportFilter } from '../model/stored.ts';
import { ofPlan, ofService, until } from './conditions.ts';
import { standingEntries } from './export-scope.ts';
import { goneAfter } from './latest.ts';
import { placeOfEntry } from './places.ts';
import type { Store } from './store.ts';
import { promisesOf, silencesOf } from './views.ts';

/** Which services and plans are looked at, and until when: what came later was not known then. */
export type Scope = Pick<ExportFilter, 'service' | 'plan' | 'asOf'>;

export interface StandingScope extends Omit<Scope, 'asOf'> {
  /** True where the day is not past: then every entry counts in its latest state, also one that nothing dates. */
  readonly isNow?: boolean;
}

/** The parameters of a query that looks at a scope. */
export const named = ({ service, plan, asOf }: Scope) => ({
  service: service ?? null,
  plan: plan ?? null,
  asOf: asOf ?? null,
});
const inScope = `${ofService('steps.service')} AND ${ofPlan('steps.plan')} AND ${until('steps.date')}`;
const changesThen = `(SELECT changes.* FROM changes JOIN editions ON editions.paper_id = changes.edition_id
  WHERE ${until('editions.date')})`;

export interface StatusCount {
  readonly service: string | null;
  readonly plan: string | null;
  readonly date: string | null;
  readonly pillar: string | null;
  /** Null where the paper says nothing of the status. */
  readonly status: string | null;
  readonly entries: number;
}

/** How many entries have which status, for every edition, plan and pillar, oldest edition first. */
export function statusCounts(store: Store, scope: Scope = {}): readonly StatusCount[] {
  return store.all<StatusCount>(
    `SELECT service, plan, date, pillar, status_value AS status, count(*) AS entries FROM steps WHERE ${inScope}
     GROUP BY service, edition, plan, pillar, status_value
     ORDER BY service, edition, plan, pillar, status_value`,
    named(scope),
  );
}

/** The entries of `current` that are not gone. */
const standingNow = 'SELECT entry_id FROM latest_entries WHERE gone IS NULL';

const standing = (chosen: string) => `
  WITH chosen AS MATERIALIZED (SELECT * FROM (${chosen}))
  SELECT DISTINCT steps.thread_id AS threadId, steps.entry_id AS entryId, steps.service, steps.plan,
    steps.date AS reported, steps.pillar, steps.question, steps.cause, steps.ref, steps.finding, steps.action, steps.progress, steps.timescale_raw AS due,
    steps.timescale_end AS dueBy, steps.status_value AS status, steps.status_raw AS statusWords, steps.lead,
    steps.ended, papers.file,
    CASE WHEN steps.ended = 0 AND steps.timescale_end < @date
      THEN CAST(julianday(@date) - julianday(steps.timescale_end) AS INTEGER) END AS daysLate,
    ${placeOfEntry('page', 'actions.id')} AS page,
    (SELECT min(page) FROM places WHERE action_id = actions.id AND field = 'timescale') AS duePage,
    coalesce((SELECT period || ': ' || text FROM updates WHERE action_id = actions.id ORDER BY position DESC LIMIT 1),
      steps.progress) AS lastTold
  FROM chosen
  JOIN steps ON steps.entry_id = chosen.entry_id
  JOIN actions ON actions.entry_id = steps.entry_id
  JOIN papers ON papers.id = steps.paper_id
  WHERE ${inScope}`;

/**
 * What the plans looked like at a date: the entries of the edition that had last reported on each plan by then.
 * @param date ISO 8601; an edition dated by its month counts from the month's first day
 */
export function plansAsOf(store: Store, date: string, scope: StandingScope = {}): readonly StandingEntry[] {
  return store
    .all<Omit<StandingEntry, 'ended'> & { ended: number }>(
      `${standing(scope.isNow ? standingNow : standingEntries)} ORDER BY steps.service, steps.plan, steps.entry_id`,
      { ...named(scope), date, asOf: scope.isNow ? null : date },
    )
    .map(({ ended, ...entry }) => ({ ...entry, ended: ended === 1 }));
}

/** The entries that were due before the day they are looked at and not ended; the latest longest first. */
export function overdueAmong(entries: readonly StandingEntry[]): readonly StandingEntry[] {
  const late = ({ daysLate }: StandingEntry) => daysLate ?? 0;
  return entries.filter((entry) => late(entry) > 0).toSorted((a, b) => late(b) - late(a));
}

/** Every thread's pace, told with its latest entry; the ones that slipped furthest first. */
export function paces(store: Store, scope: Scope = {}): readonly Pace[] {
  return store
    .all<Omit<Pace, 'ended'> & { ended: number }>(
      `WITH told AS MATERIALIZED (SELECT * FROM steps WHERE ${until('date')}),
         latest AS (SELECT thread_id, max(edition) AS edition FROM told GROUP BY thread_id),
         promises AS (${promisesOf('told', changesThen)}),
         silences AS (${silencesOf('told', changesThen)})
       SELECT steps.thread_id AS threadId, steps.service, steps.plan, steps.ref, steps.finding, steps.action,
         first_raw AS firstDue, latest_raw AS latestDue, slip_days AS slipDays, slips,
         papers_since_progress AS papersSinceProgress,
         steps.ended OR ${goneAfter('steps', 'steps.edition', until('later.date'))} IS NOT NULL AS ended
       FROM latest JOIN told AS steps ON steps.thread_id = latest.thread_id AND steps.edition = latest.edition
       LEFT JOIN promises ON promises.thread_id = steps.thread_id
       JOIN silences ON silences.thread_id = steps.thread_id
       WHERE ${inScope}
       ORDER BY coalesce(slip_days, 0) DESC, papers_since_progress DESC, steps.thread_id`,
      named(scope),
    )
    .map(({ ended, ...pace }) => ({ ...pace, ended: ended === 1 }));
}

/** How a plan stood in one edition. */
export interface PlanReport {
  readonly service: string | null;
  readonly track: string;
  readonly plan: string;
  readonly date: string | null;
  readonly editionId: string;
  readonly state: 'open' | 'closed';
  /** In the edition that reported on the plan before; null where there is none. */
  readonly stateBefore: 'open' | 'closed' | null;
}

/** Every report on every plan, oldest edition first. */
export function planReports(store: Store, scope: Scope = {}): readonly PlanReport[] {
  return store.all<PlanReport>(
    `SELECT * FROM (
       SELECT editions.service, reports.track, reports.plan, editions.date, reports.edition_id AS editionId,
         reports.state, lag(reports.state) OVER (
           PARTITION BY editions.service, reports.track ORDER BY editions.position
         ) AS stateBefore, editions.position
       FROM reports JOIN editions ON editions.paper_id = reports.edition_id
     ) AS steps WHERE ${inScope} ORDER BY service, position, plan`,
    named(scope),
  );
}
