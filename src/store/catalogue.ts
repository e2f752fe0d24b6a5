import { endedColumn } from '../model/ended.ts';
import type { Pillar, StatusValue } from '../model/plan.ts';
import type { FindingKind, Rag } from '../model/values.ts';
import { stands, withFinding } from './conditions.ts';
import { standingEntries } from './export-scope.ts';
import type { Store } from './store.ts';

/** What an entry is found, counted and sorted by. */
export interface CatalogueRow {
  readonly id: string;
  /** Its row's number; it holds until the database next changes. */
  readonly number: number;
  readonly service: string | null;
  readonly plan: string | null;
  readonly pillar: Pillar | null;
  readonly kind: FindingKind | null;
  readonly status: StatusValue | null;
  readonly rag: Rag['value'] | null;
  readonly lead: string | null;
  /** Last day of when it is due. */
  readonly due: string | null;
  /** When it was last reported. */
  readonly date: string | null;
  readonly ended: 0 | 1;
  /** What became of it in the first paper that has it no more; null while it is listed. */
  readonly gone: string | null;
  /** How sure the reader is of the value it is least sure of, 0 to 1; null where it does not say. */
  readonly confidence: number | null;
  /** The date of the latest paper that shows it to have changed. */
  readonly changed: string | null;
  /** 1 where a person said that all of it is right, or that it is none. */
  readonly reviewed: 0 | 1;
}

const shared = `actions.entry_id AS id, actions.id AS number, plans.name AS plan, findings.pillar, findings.kind,
  actions.rag_value AS rag, actions.lead,
  CASE actions.confidence WHEN '{}' THEN NULL ELSE (SELECT min(value) FROM json_each(actions.confidence)) END AS confidence,
  moved.date AS changed,
  EXISTS (SELECT 1 FROM corrections WHERE corrections.entry_id = actions.entry_id AND field IS NULL AND ${stands}) AS reviewed`;

const moved = (of: string) => `moved AS MATERIALIZED (
  SELECT thread_id, max(editions.date) AS date FROM editions JOIN changes ON changes.edition_id = editions.paper_id
  ${of} GROUP BY thread_id
)`;

const currentOfService = `WITH ${moved('WHERE editions.service IS @service')}
  SELECT ${shared}, latest.service, latest.status_value AS status,
    latest.timescale_end AS due, latest.date, latest.ended, latest.gone
  FROM latest_entries AS latest JOIN actions ON actions.entry_id = latest.entry_id ${withFinding}
  LEFT JOIN moved ON moved.thread_id = latest.thread_id
  WHERE latest.service IS @service
  ORDER BY latest.edition_id, actions.position`;

const asOfDay = `WITH ${moved('')}, standing AS MATERIALIZED (SELECT * FROM (${standingEntries}))
  SELECT ${shared}, editions.service, actions.status_value AS status,
    actions.timescale_end AS due, editions.date, ${endedColumn('actions')} AS ended, NULL AS gone
  FROM standing JOIN actions ON actions.entry_id = standing.entry_id ${withFinding}
  JOIN editions ON editions.paper_id = actions.paper_id
  LEFT JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
  LEFT JOIN moved ON moved.thread_id = thread_entries.thread_id
  ORDER BY editions.service IS NULL, editions.service, actions.paper_id, actions.position`;

/** Every entry of a service in its latest state, in the order of papers. @param service null for papers that name none */
export function catalogueRows(store: Store, service: string | null): readonly CatalogueRow[] {
  return store.all<CatalogueRow>(currentOfService, { service });
}

/**
 * Every entry as plans stood on a day, in the order of services and papers.
 * @param asOf ISO 8601, perhaps short
 */
export function catalogueRowsAsOf(store: Store, asOf: string): readonly CatalogueRow[] {
  return store.all<CatalogueRow>(asOfDay, { asOf });
}

/**
 * Every service that papers are followed of, null for those that name none, in the order of names; beside each what is
 * the same for as long as its rows are: by which run each of its papers was read, what its trail was made from, and how
 * often anything was said of them or taken back.
 */
export function serviceStates(store: Store): ReadonlyMap<string | null, string> {
  const rows = store.all<
    Pick<CatalogueRow, 'service'> & { state: string }
  >(`WITH said AS MATERIALIZED (SELECT paper_id, count(*) + count(undone) AS steps FROM corrections GROUP BY paper_id)
    SELECT editions.service,
      group_concat(concat_ws(' ', papers.run_id, editions.stamp, said.steps) ORDER BY editions.paper_id) AS state
    FROM editions LEFT JOIN papers ON papers.id = editions.paper_id LEFT JOIN said ON said.paper_id = editions.paper_id
    GROUP BY editions.service ORDER BY editions.service IS NULL, editions.service`);
  return new Map(rows.map(({ service, state }) => [service, state]));
}
