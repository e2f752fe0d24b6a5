import type { RecordedPaper } from '../model/thread.ts';
import { entriesOfPaper } from './read-entries.ts';
import { paperById } from './read-papers.ts';
import type { Store } from './store.ts';

/** The papers that are followed together: all of one service, or one paper that does not say whose it is. */
export type Family = { readonly service: string } | { readonly paperId: string };

/** Families of papers that came, went or were read again since they were followed last. */
export function staleFamilies(store: Store): readonly Family[] {
  const services = store.sql<{ service: string | null; paperId: string }>(
    `SELECT papers.service, papers.id AS paperId FROM papers LEFT JOIN editions ON editions.paper_id = papers.id
     WHERE (papers.outcome <> 'failed' AND editions.paper_id IS NULL)
       OR editions.run_id <> papers.run_id OR editions.service IS NOT papers.service
     UNION
     SELECT editions.service, editions.paper_id FROM editions JOIN papers ON papers.id = editions.paper_id
     WHERE editions.service IS NOT papers.service
     UNION
     SELECT editions.service, editions.paper_id FROM editions
     WHERE NOT EXISTS (SELECT 1 FROM papers WHERE papers.id = editions.paper_id)
     ORDER BY 1, 2`,
  );
  const families = new Map<string, Family>();
  for (const { service, paperId } of services.all()) {
    if (service === null) families.set(`paper ${paperId}`, { paperId });
    else families.set(`service ${service}`, { service });
  }
  return [...families.values()];
}

/** The family a stored paper belongs to; null where it is not stored. */
export function familyOf(store: Store, paperId: string): Family | null {
  const row = store.sql<{ service: string | null }>('SELECT service FROM papers WHERE id = ?').get(paperId);
  if (row === undefined) return null;
  return row.service === null ? { paperId } : { service: row.service };
}

/** A paper with the run that read it. */
export type FollowedPaper = RecordedPaper & { readonly runId: number };

/** The papers of a family with their entries; failed ones are left out. */
export function papersOfFamily(store: Store, family: Family): readonly FollowedPaper[] {
  const rows =
    'service' in family
      ? store
          .sql<{ id: string; runId: number }>(
            "SELECT id, run_id AS runId FROM papers WHERE service = ? AND outcome <> 'failed' ORDER BY id",
          )
          .all(family.service)
      : store
          .sql<{ id: string; runId: number }>(
            "SELECT id, run_id AS runId FROM papers WHERE id = ? AND service IS NULL AND outcome <> 'failed'",
          )
          .all(family.paperId);
  return rows.flatMap(({ id, runId }) => {
    const paper = paperById(store, id);
    if (paper === null) return [];
    // Without their threads: what follows from following is no part of what is followed.
    const entries = entriesOfPaper(store, id).map(({ id, paperId: _, threadId: __, ...entry }) => ({ id, entry }));
    return [{ paper, plans: paper.plans, statements: paper.statements, entries, runId }];
  });
}
