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
  const insertEdition = store.sql(
    `INSERT OR REPLACE INTO editions (paper_id, edition_id, service, position, source, part, date, run_id, stamp)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
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
      const run = runOf.get(paperId) ?? 0;
      const stamp = stamps[index] ?? '';
      insertEdition.run(paperId, edition.id, service, index + 1, source + 1, part, edition.date, run, stamp);
    }
    const insertReport = store.sql(
      'INSERT OR IGNORE INTO reports (edition_id, track, plan, state) VALUES (?, ?, ?, ?)',
    );
    for (const { trackId, name, state } of edition.plans) insertReport.run(edition.id, trackId, name, state);
    writeLinks(store, edition.id, trail, index);
    writeChanges(store, edition.id, trail.changes[index] ?? []);
  }
  writeThreads(store, trail);
  writeLatest(store, family);
}

/** What is known of a paper's edition from elsewhere has changed: its family is to be followed anew from there. */
export function unsettleEdition(store: Store, paperId: string): void {
  store
    .sql(`UPDATE editions SET stamp = '' WHERE edition_id = (SELECT edition_id FROM editions WHERE paper_id = ?)`)
    .run(paperId);
}

function forgetEditions(store: Store, family: Family, settled: number): void {
  const rows =
    'service' in family
      ? store
          .sql<{ paperId: string }>('SELECT paper_id AS paperId FROM editions WHERE service = ? AND position > ?')
          .all(family.service, settled)
      : store
          .sql<{ paperId: string }>('SELECT paper_id AS paperId FROM editions WHERE paper_id = ? AND position > ?')
          .all(family.paperId, settled);
  for (const { paperId } of rows) {
    forgetEdition(store, paperId);
    store.sql('DELETE FROM editions WHERE paper_id = ?').run(paperId);
  }
}

function forgetEdition(store: Store, editionId: string): void {
  for (const table of derivedTables) store.sql(`DELETE FROM ${table} WHERE edition_id = ?`).run(editionId);
}

function writeLinks(store: Store, editionId: string, trail: Trail, index: number): void {
  const insertLink = store.sql(
    `INSERT INTO links (edition_id, to_entry_id, from_entry_id, kind, score, reasons, made_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const link of trail.links[index] ?? []) {
    const reasons = JSON.stringify(link.reasons);
    insertLink.run(editionId, link.toEntryId, link.fromEntryId, link.kind, link.score, reasons, link.by);
  }
  const insertCandidate = store.sql(
    'INSERT INTO candidates (edition_id, to_entry_id, from_entry_id, score, reasons) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { toEntryId, fromEntryId, score, reasons } of trail.candidates[index] ?? []) {
    insertCandidate.run(editionId, toEntryId, fromEntryId, score, JSON.stringify(reasons));
  }
}

function writeChanges(store: Store, editionId: string, changes: readonly Change[]): void {
  const insert = store.sql(
    `INSERT INTO changes (edition_id, position, thread_id, from_paper_id, to_paper_id, kind, field, before, after,
       before_places, after_places, inferred, evidence, sentence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, change] of changes.entries()) {
    insert.run(
      editionId,
      index + 1,
      change.threadId,
      change.fromPaperId,
      change.toPaperId,
      change.kind,
      change.field,
      change.before,
      change.after,
      JSON.stringify(change.beforePlaces),
      JSON.stringify(change.afterPlaces),
      Number(change.inferred),
      change.evidence,
      change.sentence,
    );
  }
}

/** The thread of every entry; an id that no thread has any more leads to the thread its entries went to. */
function writeThreads(store: Store, trail: Trail): void {
  const current = new Set(trail.threads.map(({ id }) => id));
  const select = store.sql<string>('SELECT thread_id FROM thread_entries WHERE entry_id = ?').pluck();
  const insert = store.sql('INSERT OR REPLACE INTO thread_entries (entry_id, thread_id) VALUES (?, ?)');
  const rename = store.sql('INSERT OR REPLACE INTO thread_names (former_id, thread_id) VALUES (?, ?)');
  for (const { id, entryIds } of trail.threads) {
    for (const entryId of entryIds) {
      const former = select.get(entryId);
      if (former === id) continue;
      insert.run(entryId, id);
      if (typeof former === 'string' && !current.has(former)) rename.run(former, id);
    }
  }
  const inUse = store.sql('DELETE FROM thread_names WHERE former_id = ?');
  for (const id of current) inUse.run(id);
}
