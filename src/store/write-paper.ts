import { deflateSync } from 'node:zlib';
import { paperFieldRows } from '../model/fields.ts';
import { type Issue, saysNoPaper } from '../model/issue.ts';
import type { Paper } from '../model/plan.ts';
import { extractionSchema } from '../model/schemas.ts';
import type { NewPaper } from '../model/stored.ts';
import type { Store } from './store.ts';
import { writeContent } from './write-content.ts';

/**
 * Stores a paper and all that it says, whole or not at all. Where the same bytes are stored already nothing changes,
 * unless `replace` says that this reading is to take the place of the one before (sources and entry ids stay).
 * @param runId the run that read it
 * @returns false where the paper was stored already, by another process perhaps
 * @throws ZodError where the extraction has not the shape it promises
 */
export function writePaper(store: Store, paper: NewPaper, runId: number, options: { replace: boolean }): boolean {
  const { extraction } = paper;
  // Checked only: zod's copy of a record leaves a label "__proto__" out.
  extractionSchema.parse(extraction);
  const deflated = paper.bytes === null ? null : deflateSync(paper.bytes);
  return store.write(() => {
    const { id } = extraction.paper;
    const known = store.get('SELECT 1 FROM papers WHERE id = ?', id) !== undefined;
    if (known && !options.replace) return false;
    if (known) forgetContent(store, id);
    if (known) store.run('DELETE FROM paper_bytes WHERE paper_id = ?', id);
    writePaperRow(store, paper, runId, known);
    if (deflated !== null) store.insert('paper_bytes', { paperId: id, deflated });
    markNoPaper(store, id, extraction.issues.find(saysNoPaper)?.message ?? null);
    writeContent(store, extraction);
    return true;
  });
}

/** Removes a paper with all that it says and where it was seen. */
export function removePaper(store: Store, paperId: string): void {
  store.write(() => store.run('DELETE FROM papers WHERE id = ?', paperId));
}

/** Notes where a stored paper's bytes were seen; an address that is known already changes nothing. */
export function writeSource(store: Store, paperId: string, address: string, runId: number): void {
  store.write(() => {
    store.insert('sources', { paperId, address, runId }, 'IGNORE');
    store.run('DELETE FROM unread_files WHERE address = ?', address);
  });
}

/** Notes a file whose bytes could not be had; the latest word on an address stands. */
export function writeUnreadFile(store: Store, address: string, issue: Issue, runId: number): void {
  const { code, message } = issue;
  store.write(() => store.upsert('unread_files', 'address', { address, code, message, runId }));
}

/** Forgets what earlier runs could not have at or below a path: a run that looked there has noted what is still so. */
export function forgetUnreadFiles(store: Store, path: string, runId: number): void {
  store.write(() =>
    store.run(
      `DELETE FROM unread_files WHERE run_id < ? AND (address = ? OR substr(address, 1, length(?)) = ?)`,
      runId,
      path,
      ...Array(2).fill(path.endsWith('/') ? path : `${path}/`),
    ),
  );
}

/** Notes why a file is no paper on a plan; null for a paper. */
export function markNoPaper(store: Store, paperId: string, why: string | null): void {
  store.update('papers', paperId, { noPaper: why });
}

/** Puts what a paper says of itself in the place of what is stored. */
export function writePaperFields(store: Store, paper: Paper): void {
  store.update('papers', paper.id, ownColumns(paper));
}

const ownColumns = (paper: Paper) =>
  Object.fromEntries(paperFieldRows.map(([field, { column }]) => [column.name, paper[field]]));

/** Everything that one reading of a paper put there; its row, its sources and its bytes stay. */
export function forgetContent(store: Store, paperId: string): void {
  for (const table of ['actions', 'findings', 'plans', 'statements', 'issues', 'places', 'paper_layouts']) {
    store.run(`DELETE FROM ${table} WHERE paper_id = ?`, paperId);
  }
}

/** @param known true where the paper has a row already: its file is the one it was first read from */
function writePaperRow(store: Store, { extraction, size, extractor }: NewPaper, runId: number, known: boolean): void {
  const { paper } = extraction;
  const { id, file, format, pages = null, outcome } = paper;
  const read = { format, pages, ...ownColumns(paper), outcome, extractor, runId };
  if (known) store.update('papers', id, read);
  else store.insert('papers', { id, file, size, ...read });
}
