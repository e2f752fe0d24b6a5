import { sharedAddress } from '../lib/page-link.ts';
import type { SourceTerms } from '../model/collected.ts';
import type { Store } from './store.ts';

/** One issue of a service's papers. */
export interface StoredEdition {
  readonly service: string | null;
  /** Id of the paper it is read from. */
  readonly id: string;
  /** Order among the service's, by date, from 1. */
  readonly position: number;
  readonly date: string | null;
}

/** Every edition, service by service, oldest first; undated ones last. */
export function editions(store: Store): readonly StoredEdition[] {
  return store.all<StoredEdition>(`SELECT service, paper_id AS id, position, date FROM editions WHERE source = 1
    ORDER BY service IS NULL, service, position`);
}

/** The edition each followed paper belongs to, by the paper's id. */
export function editionOfPapers(store: Store): ReadonlyMap<string, string> {
  const rows = store.all<{ paperId: string; editionId: string }>(
    'SELECT paper_id AS paperId, edition_id AS editionId FROM editions',
  );
  return new Map(rows.map(({ paperId, editionId }) => [paperId, editionId]));
}

/** An entry of a thread in one edition. */
export interface StoredStep {
  readonly threadId: string;
  readonly editionId: string;
  readonly entryId: string;
  readonly paperId: string;
  /** Name for its plan through all of the service's editions; null where the edition lists no such plan. */
  readonly track: string | null;
}

/** The steps of all threads of a service, oldest edition first, in the order of the papers. */
export function stepsOfService(store: Store, service: string | null): readonly StoredStep[] {
  return store.all<StoredStep>(`${steps} WHERE service IS ? ORDER BY edition, entry_id`, service);
}

/** The steps of one thread, oldest edition first. */
export function stepsOfThread(store: Store, threadId: string): readonly StoredStep[] {
  return store.all<StoredStep>(`${steps} WHERE thread_id = ? ORDER BY edition, entry_id`, threadId);
}

const steps = `SELECT thread_id AS threadId, steps.edition_id AS editionId, entry_id AS entryId, paper_id AS paperId,
    (SELECT min(track) FROM reports
      WHERE reports.edition_id = steps.edition_id AND reports.plan = coalesce(steps.plan, '')) AS track
  FROM steps`;

/** Where papers were seen, as it may be handed on. */
export function sourceTerms(store: Store): readonly SourceTerms[] {
  const rows = store.all<SourceTerms>('SELECT DISTINCT address, licence, attribution FROM sources ORDER BY address');
  return rows.map((row) => ({ ...row, address: sharedAddress(row.address) }));
}
