import type { Place } from '../model/place.ts';
import type { Entry, EntryField } from '../model/plan.ts';
import type { Offered, RecordedEntry, RecordedPaper } from '../model/thread.ts';
import { withFinding } from './conditions.ts';
import { selectedColumns, type ValuesRow, valuesOf } from './entry-columns.ts';
import { type PlaceRow, placeOf } from './places.ts';
import { paperById } from './read-papers.ts';
import type { Store } from './store.ts';

/** The papers that are followed together: all of one service (see `officialName`), or one paper that does not say whose it is. */
export type Family = { readonly service: string } | { readonly paperId: string };

/**
 * The rows of a family, as a condition with one parameter, and its value.
 * @param paper the column with the paper's id, where the one with the service's name is called "service"
 */
export const rowsOf = (family: Family, paper: string): readonly [which: string, key: string] =>
  'service' in family ? ['service = ?', family.service] : [`service IS NULL AND ${paper} = ?`, family.paperId];

/**
 * Papers that came, went or were read again since they were followed last, as a query with one parameter: what the stamps of
 * editions begin with that count as followed.
 */
const stalePapers = `
  SELECT papers.service, papers.id AS paperId FROM papers LEFT JOIN editions ON editions.paper_id = papers.id
  WHERE (papers.outcome <> 'failed' AND editions.paper_id IS NULL AND papers.id NOT IN (SELECT paper_id FROM put_aside))
    OR editions.run_id <> papers.run_id OR editions.service IS NOT papers.service
    OR substr(editions.stamp, 1, length(@rules)) <> @rules
  UNION
  SELECT editions.service, editions.paper_id FROM editions JOIN papers ON papers.id = editions.paper_id
  WHERE editions.service IS NOT papers.service
  UNION
  SELECT editions.service, editions.paper_id FROM editions
  WHERE NOT EXISTS (SELECT 1 FROM papers WHERE papers.id = editions.paper_id)`;

/** How many papers are stored and not followed yet, or not as they are read now, by whichever rules: answers do not count them. */
export function papersToFollow(store: Store): number {
  const count = store.value<number>(`SELECT count(DISTINCT paperId) FROM (${stalePapers})`, { rules: '' });
  return count ?? 0;
}

/**
 * Families of papers that came, went or were read again since they were followed last.
 * @param rules what the stamps of editions begin with that were followed by the present rules
 */
export function staleFamilies(store: Store, rules: string): readonly Family[] {
  const services = store.all<{ service: string | null; paperId: string }>(`${stalePapers} ORDER BY 1, 2`, { rules });
  const families = new Map<string, Family>();
  for (const { service, paperId } of services) {
    if (service === null) families.set(`paper ${paperId}`, { paperId });
    else families.set(`service ${service}`, { service });
  }
  return [...families.values()];
}

/** The family a stored paper belongs to; null where it is not stored. */
export function familyOf(store: Store, paperId: string): Family | null {
  const row = store.get<{ service: string | null }>('SELECT service FROM papers WHERE id = ?', paperId);
  if (row === undefined) return null;
  return row.service === null ? { paperId } : { service: row.service };
}

export type FollowedPaper = RecordedPaper & { readonly runId: number };

/**
 * The papers of a family with their entries; failed ones and those put aside are left out, and so are the entries' places
 * (see `placesOf`).
 */
export function papersOfFamily(store: Store, family: Family): readonly FollowedPaper[] {
  const [which, key] = rowsOf(family, 'id');
  const rows = store.all<{ id: string; runId: number; takenIn: number }>(
    `SELECT id, run_id AS runId, (SELECT count(*) FROM runs WHERE finished IS NOT NULL AND runs.id <
       (SELECT min(sources.run_id) FROM sources WHERE paper_id = papers.id)) AS takenIn
     FROM papers
     WHERE outcome <> 'failed' AND id NOT IN (SELECT paper_id FROM put_aside) AND ${which} ORDER BY id`,
    key,
  );
  return rows.flatMap(({ id, ...taken }) => {
    const paper = paperById(store, id);
    if (paper === null) return [];
    const { plans, statements } = paper;
    return [{ offered: offeredOf(store, id), paper, plans, statements, entries: entriesToFollow(store, id), ...taken }];
  });
}

/**
 * What sources say of a paper. A paper that another took the place of at its address is no part of what stands there now.
 * When a paper was first seen says when it came only where the source was being looked at already, or where it is one of
 * several that stood at one address.
 */
function offeredOf(store: Store, paperId: string): Offered {
  const row = store.get<Offered>(
    `SELECT min(CASE WHEN addresses.paper_id IS NULL OR addresses.paper_id = source_papers.paper_id THEN item END) AS item,
       coalesce(min(date), min(CASE WHEN baseline = 0 OR EXISTS (
         SELECT 1 FROM source_papers AS other
         WHERE other.address = source_papers.address AND other.paper_id <> source_papers.paper_id
       ) THEN substr(runs.started, 1, 10) END)) AS date,
       min(runs.started) AS seen
     FROM source_papers
     LEFT JOIN addresses ON addresses.address = source_papers.address AND addresses.paper_id IS NOT NULL
     LEFT JOIN sources ON sources.paper_id = source_papers.paper_id AND sources.address = source_papers.address
     LEFT JOIN runs ON runs.id = sources.run_id
     WHERE source_papers.paper_id = ?`,
    paperId,
  );
  return row ?? { item: null, date: null, seen: null };
}

/** Where a value of an entry stands. */
export function placesOf(store: Store, entryId: string, field: EntryField): readonly Place[] {
  return store
    .all<PlaceRow>(
      `SELECT field, path, page, x0, y0, x1, y1 FROM places
       WHERE action_id = (SELECT id FROM actions WHERE entry_id = ?) AND field = ? ORDER BY position`,
      entryId,
      field,
    )
    .map(placeOf);
}

/*
 * A service's entries are read whole for every paper of it that comes, so they are not held to their schema again as
 * `entriesOfPaper` does: they were when they were written.
 */
function entriesToFollow(store: Store, paperId: string): readonly RecordedEntry[] {
  const rows = store.all<ValuesRow & { id: string; updates: string }>(
    `SELECT actions.entry_id AS id, ${selectedColumns},
       (SELECT json_group_array(json_object('period', period, 'text', text) ORDER BY position)
        FROM updates WHERE action_id = actions.id) AS updates
     FROM actions
     ${withFinding}
     WHERE actions.paper_id = ? ORDER BY actions.position`,
    paperId,
  );
  return rows.map((row) => ({
    id: row.id,
    entry: { ...valuesOf(row, JSON.parse(row.updates) as Entry['updates']), extra: {}, places: {}, confidence: {} },
  }));
}
