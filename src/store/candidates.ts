import { z } from 'zod';
import type { StoredEntry } from '../model/stored.ts';
import type { Candidate } from '../model/thread.ts';
import { ofService } from './conditions.ts';
import { entriesOfPaper } from './read-entries.ts';
import type { Store } from './store.ts';

/** Two entries a person should look at, with both entries. */
export interface OpenCandidate extends Candidate {
  readonly service: string | null;
  readonly from: StoredEntry;
  readonly to: StoredEntry;
}

/** Reasons as the database keeps them. */
export const reasonsText = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

/**
 * The pairs of entries that are too alike to be let go and not alike enough to be linked, the likeliest first.
 * @param service looked for anywhere in the name, without regard to capitals
 */
export function openCandidates(store: Store, service?: string): readonly OpenCandidate[] {
  return store
    .all<Omit<Candidate, 'reasons'> & { reasons: string; service: string | null }>(
      `SELECT from_entry_id AS fromEntryId, to_entry_id AS toEntryId, score, reasons, editions.service
       FROM candidates JOIN editions ON editions.paper_id = candidates.edition_id
       WHERE ${ofService('editions.service')}
       ORDER BY editions.service, score DESC, to_entry_id, from_entry_id`,
      { service: service ?? null },
    )
    .flatMap(({ reasons, ...candidate }) => {
      const [from, to] = [entryById(store, candidate.fromEntryId), entryById(store, candidate.toEntryId)];
      return from === null || to === null ? [] : [{ ...candidate, reasons: reasonsText.parse(reasons), from, to }];
    });
}

/** @returns the entry with that lasting id, or null where there is none */
export function entryById(store: Store, id: string): StoredEntry | null {
  const paperId = store.value<string>('SELECT paper_id FROM actions WHERE entry_id = ?', id);
  if (typeof paperId !== 'string') return null;
  return entriesOfPaper(store, paperId).find((entry) => entry.id === id) ?? null;
}

/** The thread of an entry; undefined where it is on none. */
export const threadOf = (store: Store, entryId: string): string | undefined =>
  store.value<string>('SELECT thread_id FROM thread_entries WHERE entry_id = ?', entryId);

/**
 * The id a thread has now: the given one, or the one it leads to where two threads turned out to be one.
 * @param name a thread's id, or that of an entry on it
 */
export function threadNamed(store: Store, name: string): string {
  const select = store.sql<string>('SELECT thread_id FROM thread_names WHERE former_id = ?').pluck();
  const seen = new Set<string>();
  let now = threadOf(store, name) ?? name;
  for (let next = select.get(now); typeof next === 'string' && !seen.has(now); next = select.get(now)) {
    seen.add(now);
    now = next;
  }
  return now;
}

/** The entries of a thread, oldest edition first; each edition once. */
export function entriesOfThread(store: Store, threadId: string): readonly (StoredEntry & { date: string | null })[] {
  return store
    .all<{ entryId: string; date: string | null }>(
      'SELECT entry_id AS entryId, date FROM steps WHERE thread_id = ? ORDER BY edition',
      threadId,
    )
    .flatMap(({ entryId, date }) => {
      const entry = entryById(store, entryId);
      return entry === null ? [] : [{ ...entry, date }];
    });
}

/** Which edition an entry stands in; null where it is not followed. */
export function editionOfEntry(
  store: Store,
  entryId: string,
): { readonly position: number; readonly service: string | null } | null {
  const row = store.get<{ position: number; service: string | null }>(
    `SELECT editions.position, editions.service FROM actions JOIN editions ON editions.paper_id = actions.paper_id
     WHERE actions.entry_id = ?`,
    entryId,
  );
  return row ?? null;
}
