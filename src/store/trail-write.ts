import type { Change, Trail } from '../model/thread.ts';
import { writeLatest } from './latest.ts';
import type { Store } from './store.ts';
import type { Family, FollowedPaper } from './trail-papers.ts';

const derivedTables = ['reports', 'links', 'candidates', 'changes'] as const;

/**
 * Puts a family's trail in the place of the one before. Part of the caller's transaction.
 * @param stamps digest of all that the links up to each edition were made from, by edition
 * @param settled how many of the first editions are as they were; their links and changes stay
 */
export function writeTrail(
  store: Store,
  family: Family,
  papers: readonly FollowedPaper[],
  trail: Trail,
  stamps: readonly string[],
  settled: number,
): void {
  const service = 'service' in family ? family.service : null;
  forgetEditions(store, family, settled);
  const runOf = new Map(papers.map(({ paper, runId }) => [paper.id, runId]));
  const updateRun = store.sql('UPDATE editions SET run_id = ? WHERE paper_id = ?');
  for (const [index, edition] of trail.editions.entries()) {
    if (index < settled) {
      for (const paperId of edition.parts.flat()) updateRun.run(runOf.get(paperId) ?? 0, paperId);
      continue;
    }
    // A paper that was read as another service's before has what was derived for that one.
    const papersIn = edition.parts.flatMap((forms, part) => forms.map((paperId) => ({ paperId, part: part + 1 })));
    for (const { paperId } of papersIn) forgetEdition(store, paperId);
    for (const [source, { paperId, part }] of papersIn.entries()) {
      const row = {
        paperId,
        editionId: edition.id,
        service,
        position: index + 1,
        source: source + 1,
        part,
        date: edition.date,
        runId: runOf.get(paperId) ?? 0,
        stamp: stamps[index] ?? '',
      };
      store.insert('editions', row, 'REPLACE');
    }
    for (const { trackId: track, name: plan, state } of edition.plans) {
      store.insert('reports', { editionId: edition.id, track, plan, state }, 'IGNORE');
    }
    writeLinks(store, edition.id, trail, index);
    writeChanges(store, edition.id, trail.changes[index] ?? []);
  }
  writeThreads(store, trail);
  writeLatest(store, family);
}

/** What is known of a paper's edition from elsewhere has changed: its family is to be followed anew from there. */
export function unsettleEdition(store: Store, paperId: string): void {
  store.run(
    `UPDATE editions SET stamp = '' WHERE edition_id = (SELECT edition_id FROM editions WHERE paper_id = ?)`,
    paperId,
  );
}

function forgetEditions(store: Store, family: Family, settled: number): void {
  // Also what a paper without a service has left from when it had one.
  const [which, key] = 'service' in family ? ['service = ?', family.service] : ['paper_id = ?', family.paperId];
  const later = store.sql<string>(`SELECT paper_id FROM editions WHERE ${which} AND position > ?`).pluck();
  for (const paperId of later.all(key, settled)) {
    forgetEdition(store, paperId);
    store.run('DELETE FROM editions WHERE paper_id = ?', paperId);
  }
}

function forgetEdition(store: Store, editionId: string): void {
  for (const table of derivedTables) store.run(`DELETE FROM ${table} WHERE edition_id = ?`, editionId);
}

function writeLinks(store: Store, editionId: string, trail: Trail, index: number): void {
  for (const { by, ...link } of trail.links[index] ?? []) store.insert('links', { editionId, ...link, madeBy: by });
  for (const candidate of trail.candidates[index] ?? []) store.insert('candidates', { editionId, ...candidate });
}

function writeChanges(store: Store, editionId: string, changes: readonly Change[]): void {
  for (const [index, change] of changes.entries()) {
    store.insert('changes', { editionId, position: index + 1, ...change });
  }
}

/** The thread of every entry; an id that no thread has any more leads to the thread its entries went to. */
function writeThreads(store: Store, trail: Trail): void {
  const current = new Set(trail.threads.map(({ id }) => id));
  const select = store.sql<{ threadId: string; isRead: number }>(
    'SELECT thread_id AS threadId, is_read AS isRead FROM thread_entries WHERE entry_id = ?',
  );
  for (const { id, entryIds, readIds } of trail.threads) {
    const read = new Set(readIds);
    for (const entryId of entryIds) {
      const known = select.get(entryId);
      const former = known?.threadId;
      if (former === id && known?.isRead === Number(read.has(entryId))) continue;
      store.insert('thread_entries', { entryId, threadId: id, isRead: read.has(entryId) }, 'REPLACE');
      if (former !== id && typeof former === 'string' && !current.has(former))
        store.insert('thread_names', { formerId: former, threadId: id }, 'REPLACE');
    }
  }
  const inUse = store.sql('DELETE FROM thread_names WHERE former_id = ?');
  for (const id of current) inUse.run(id);
}
