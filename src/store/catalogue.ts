import { endedColumn } from '../model/ended.ts';
import type { Pillar, StatusValue } from '../model/plan.ts';
import type { FindingKind, Rag } from '../model/values.ts';
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
  EXISTS (SELECT 1 FROM corrections WHERE corrections.entry_id = actions.entry_id AND field IS NULL AND undone IS NULL
    AND replaced_by IS NULL) AS reviewed`;

const withChanges = `WITH moved AS MATERIALIZED (
  SELECT thread_id, max(editions.date) AS date FROM changes JOIN editions ON editions.paper_id = changes.edition_id
  GROUP BY thread_id
)`;

const joins = `JOIN findings ON findings.id = actions.finding_id LEFT JOIN plans ON plans.id = findings.plan_id`;

const current = `${withChanges}
SELECT ${shared}, latest.service, latest.status_value AS status,
  latest.timescale_end AS due, latest.date, latest.ended, latest.gone
FROM latest_entries AS latest JOIN actions ON actions.entry_id = latest.entry_id ${joins}
LEFT JOIN moved ON moved.thread_id = latest.thread_id
ORDER BY latest.service IS NULL, latest.service, latest.edition_id, actions.position`;

const asOfDay = `${withChanges}, standing AS MATERIALIZED (SELECT * FROM (${standingEntries}))
SELECT ${shared}, editions.service, actions.status_value AS status,
  actions.timescale_end AS due, editions.date, ${endedColumn('actions')} AS ended, NULL AS gone
FROM standing JOIN actions ON actions.entry_id = standing.entry_id ${joins}
JOIN editions ON editions.paper_id = actions.paper_id
LEFT JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
LEFT JOIN moved ON moved.thread_id = thread_entries.thread_id
ORDER BY editions.service IS NULL, editions.service, actions.paper_id, actions.position`;

/**
 * Every entry in its latest state, or as plans stood on a day, in the order of services and papers.
 * @param asOf ISO 8601, perhaps short; null for the latest
 */
export function catalogueRows(store: Store, asOf: string | null): Iterable<CatalogueRow> {
  return asOf === null
    ? store.sql<CatalogueRow>(current).iterate()
    : store.sql<CatalogueRow>(asOfDay).iterate({ asOf });
}
