import type { Decision } from '../model/thread.ts';
import { threadOf } from './candidates.ts';
import type { Store } from './store.ts';

/**
 * Gives the threads and decisions of a paper's entries to the entries that have taken their place.
 * Part of the caller's transaction.
 * @param names for each old entry id the new one, null where no entry took its place: what a person decided of it is
 *   kept under its old id with a `~`, which matches nothing, and its thread is forgotten
 */
export function renameEntries(store: Store, names: ReadonlyMap<string, string | null>): void {
  const moved = [...names].filter(([from, to]) => from !== to);
  if (moved.length === 0) return;
  const threads = moved.map(([from, to]) => [to, threadOf(store, from)] as const);
  for (const [from] of moved) store.run('DELETE FROM thread_entries WHERE entry_id = ?', from);
  for (const [to, thread] of threads)
    if (to !== null && thread !== undefined)
      store.insert('thread_entries', { entryId: to, threadId: thread }, 'REPLACE');
  renameInDecisions(store, new Map(moved));
}

function renameInDecisions(store: Store, names: ReadonlyMap<string, string | null>): void {
  const now = (id: string): string => (names.has(id) ? (names.get(id) ?? `${id}~`) : id);
  const all = store.all<Decision & { decided: string }>(
    'SELECT from_entry_id AS fromEntryId, to_entry_id AS toEntryId, verdict, decided FROM decisions',
  );
  const touched = all.filter(({ fromEntryId, toEntryId }) => names.has(fromEntryId) || names.has(toEntryId));
  for (const { fromEntryId, toEntryId } of touched) {
    removeDecision(store, { fromEntryId, toEntryId });
  }
  for (const { fromEntryId, toEntryId, verdict, decided } of touched) {
    writeDecision(store, { fromEntryId: now(fromEntryId), toEntryId: now(toEntryId), verdict }, decided);
  }
}

/** Keeps what a person said of two entries; a later word on the same two takes its place. */
export function writeDecision(store: Store, { fromEntryId, toEntryId, verdict }: Decision, decided: string): void {
  store.insert('decisions', { fromEntryId, toEntryId, verdict, decided }, 'REPLACE');
}

/** Takes back what a person said of two entries. */
export function removeDecision(store: Store, { fromEntryId, toEntryId }: Omit<Decision, 'verdict'>): void {
  store.run('DELETE FROM decisions WHERE from_entry_id = ? AND to_entry_id = ?', fromEntryId, toEntryId);
}
