import { z } from 'zod';
import { placeSchema } from '../model/schemas.ts';
import type { ExportFilter } from '../model/stored.ts';
import type { Candidate, Change, ChangeKind, Decision, Link } from '../model/thread.ts';
import { reasonsText } from './candidates.ts';
import { ofPlan } from './conditions.ts';
import type { Store } from './store.ts';
import { type Family, rowsOf } from './trail-papers.ts';

const placesText = z.string().transform((text) => z.array(placeSchema).parse(JSON.parse(text)));

/** How one edition was linked, and the digest of what it was linked from. */
export interface StoredLinks {
  readonly stamp: string;
  readonly links: readonly Link[];
  readonly candidates: readonly Candidate[];
}

/** A family's editions as they were linked last, in order. */
export function linksOfFamily(store: Store, family: Family): readonly StoredLinks[] {
  const [which, key] = rowsOf(family, 'paper_id');
  const rows = store.all<{ editionId: string; stamp: string }>(
    `SELECT edition_id AS editionId, stamp FROM editions WHERE source = 1 AND ${which} ORDER BY position`,
    key,
  );
  return rows.map(({ editionId, stamp }) => ({
    stamp,
    links: linksOfEdition(store, editionId),
    candidates: candidatesOfEdition(store, editionId),
  }));
}

function linksOfEdition(store: Store, editionId: string): readonly Link[] {
  return store
    .all<Omit<Link, 'reasons'> & { reasons: string }>(
      `SELECT kind, from_entry_id AS fromEntryId, to_entry_id AS toEntryId, score, reasons, made_by AS by
       FROM links WHERE edition_id = ? ORDER BY to_entry_id, from_entry_id, kind`,
      editionId,
    )
    .map(({ reasons, ...link }) => ({ ...link, reasons: reasonsText.parse(reasons) }));
}

function candidatesOfEdition(store: Store, editionId: string): readonly Candidate[] {
  return store
    .all<Omit<Candidate, 'reasons'> & { reasons: string }>(
      `SELECT from_entry_id AS fromEntryId, to_entry_id AS toEntryId, score, reasons
       FROM candidates WHERE edition_id = ? ORDER BY score DESC, to_entry_id, from_entry_id`,
      editionId,
    )
    .map(({ reasons, ...candidate }) => ({ ...candidate, reasons: reasonsText.parse(reasons) }));
}

/**
 * The threads of the entries of the given papers, also of papers that were removed and came back. A thread whose latest
 * entry stands in another paper has stayed there: the paper was read as another service's before.
 */
export function threadsOfPapers(store: Store, paperIds: readonly string[]): ReadonlyMap<string, string> {
  const rows = store.sql<{ entryId: string; threadId: string }>(
    `SELECT entry_id AS entryId, thread_id AS threadId FROM thread_entries
     WHERE entry_id IN (SELECT entry_id FROM actions WHERE paper_id = @id)
       AND NOT EXISTS (
         SELECT 1 FROM latest_entries JOIN actions ON actions.entry_id = latest_entries.entry_id
         WHERE latest_entries.thread_id = thread_entries.thread_id
           AND actions.paper_id NOT IN (SELECT value FROM json_each(@ids))
       )`,
  );
  const ids = JSON.stringify(paperIds);
  return new Map(
    paperIds.flatMap((id) => rows.all({ id, ids }).map(({ entryId, threadId }) => [entryId, threadId] as const)),
  );
}

export function decisionsOf(store: Store): readonly Decision[] {
  return store.all<Decision>(`SELECT from_entry_id AS fromEntryId, to_entry_id AS toEntryId, verdict FROM decisions
    ORDER BY from_entry_id, to_entry_id`);
}

/** Which changes are wanted; by date those of editions of that time. */
export interface ChangeFilter extends Pick<ExportFilter, 'service' | 'plan' | 'since' | 'asOf'> {
  readonly paperId?: string;
  readonly kinds?: readonly ChangeKind[];
  readonly threadId?: string;
}

/** A change with what people want to see beside it. */
export interface StoredChange extends Change {
  readonly service: string | null;
  readonly plan: string | null;
  /** Date of the edition that shows it. */
  readonly date: string | null;
  readonly file: string;
}

interface ChangeRow extends Omit<StoredChange, 'beforePlaces' | 'afterPlaces' | 'inferred'> {
  readonly beforePlaces: string;
  readonly afterPlaces: string;
  readonly inferred: number;
}

/** The changes of all services, or the wanted ones, by service, edition and place in the paper. */
export function* changesIn(store: Store, filter: ChangeFilter = {}): Generator<StoredChange> {
  const rows = store.sql<ChangeRow>(
    `SELECT changes.thread_id AS threadId, from_paper_id AS fromPaperId, to_paper_id AS toPaperId, kind, field, before,
       after, before_places AS beforePlaces, after_places AS afterPlaces, inferred, evidence, sentence,
       editions.service, editions.date, papers.file,
       (SELECT plan FROM entries JOIN thread_entries ON thread_entries.entry_id = entries.id
        WHERE thread_entries.thread_id = changes.thread_id AND entries.paper_id IN (to_paper_id, from_paper_id)
        ORDER BY entries.paper_id = from_paper_id LIMIT 1) AS plan
     FROM changes
     JOIN editions ON editions.paper_id = changes.edition_id
     JOIN papers ON papers.id = changes.to_paper_id
     WHERE (@service IS NULL OR changes.edition_id IN (
         SELECT paper_id FROM editions AS own WHERE is_service(own.service, @service)
       ))
       AND (@paperId IS NULL OR @paperId IN (changes.edition_id, to_paper_id))
       AND (@kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds)))
       AND (@since IS NULL OR editions.date >= @since)
       AND (@asOf IS NULL OR editions.date <= @asOf)
       AND ${ofPlan('plan')}
       ${filter.threadId === undefined ? '' : 'AND changes.thread_id = @threadId'}
     ORDER BY editions.service, editions.position, changes.edition_id, changes.position`,
  );
  const wanted = {
    service: filter.service ?? null,
    plan: filter.plan ?? null,
    paperId: filter.paperId ?? null,
    kinds: filter.kinds === undefined ? null : JSON.stringify(filter.kinds),
    since: filter.since ?? null,
    asOf: filter.asOf ?? null,
    ...(filter.threadId === undefined ? {} : { threadId: filter.threadId }),
  };
  for (const { beforePlaces, afterPlaces, inferred, ...row } of rows.iterate(wanted)) {
    yield {
      ...row,
      beforePlaces: placesText.parse(beforePlaces),
      afterPlaces: placesText.parse(afterPlaces),
      inferred: inferred === 1,
    };
  }
}
