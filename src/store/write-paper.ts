import { deflateSync } from 'node:zlib';
import type { Issue } from '../model/issue.ts';
import type { Extraction } from '../model/plan.ts';
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
    const known = store.sql('SELECT 1 FROM papers WHERE id = ?').get(id) !== undefined;
    if (known && !options.replace) return false;
    if (known) forgetContent(store, id);
    writePaperRow(store, paper, extraction, runId);
    if (deflated !== null) store.sql('INSERT INTO paper_bytes (paper_id, deflated) VALUES (?, ?)').run(id, deflated);
    writeContent(store, extraction);
    return true;
  });
}

/** Removes a paper with all that it says and where it was seen. */
export function removePaper(store: Store, paperId: string): void {
  store.write(() => store.sql('DELETE FROM papers WHERE id = ?').run(paperId));
}

/** Notes where a stored paper's bytes were seen; an address that is known already changes nothing. */
export function writeSource(store: Store, paperId: string, address: string, runId: number): void {
  store.write(() => {
    store
      .sql('INSERT OR IGNORE INTO sources (paper_id, address, run_id) VALUES (?, ?, ?)')
      .run(paperId, address, runId);
    store.sql('DELETE FROM unread_files WHERE address = ?').run(address);
  });
}

/** Notes a file whose bytes could not be had; the latest word on an address stands. */
export function writeUnreadFile(store: Store, address: string, issue: Issue, runId: number): void {
  store.write(() =>
    store
      .sql(
        `INSERT INTO unread_files (address, code, message, run_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (address) DO UPDATE SET code = excluded.code, message = excluded.message, run_id = excluded.run_id`,
      )
      .run(address, issue.code, issue.message, runId),
  );
}

/** Forgets what earlier runs could not have at or below a path: a run that looked there has noted what is still so. */
export function forgetUnreadFiles(store: Store, path: string, runId: number): void {
  store.write(() =>
    store
      .sql(`DELETE FROM unread_files WHERE run_id < ? AND (address = ? OR substr(address, 1, length(?)) = ?)`)
      .run(runId, path, ...Array(2).fill(path.endsWith('/') ? path : `${path}/`)),
  );
}

/** Everything that one reading of a paper put there; its row and its sources stay. */
function forgetContent(store: Store, paperId: string): void {
  for (const table of ['actions', 'findings', 'plans', 'statements', 'issues', 'places', 'paper_bytes']) {
    store.sql(`DELETE FROM ${table} WHERE paper_id = ?`).run(paperId);
  }
}

function writePaperRow(store: Store, paper: NewPaper, { paper: read }: Extraction, runId: number): void {
  store
    .sql(
      `INSERT INTO papers (id, file, format, pages, service, title, body, meeting_date, as_at, agenda_item, author,
         outcome, size, extractor, run_id)
       VALUES (@id, @file, @format, @pages, @service, @title, @body, @meetingDate, @asAt, @agendaItem, @author,
         @outcome, @size, @extractor, @runId)
       ON CONFLICT (id) DO UPDATE SET format = excluded.format, pages = excluded.pages, service = excluded.service,
         title = excluded.title, body = excluded.body, meeting_date = excluded.meeting_date, as_at = excluded.as_at,
         agenda_item = excluded.agenda_item, author = excluded.author, outcome = excluded.outcome,
         extractor = excluded.extractor, run_id = excluded.run_id`,
    )
    .run({
      id: read.id,
      file: read.file,
      format: read.format,
      pages: read.pages ?? null,
      service: read.service,
      title: read.title,
      body: read.body,
      meetingDate: read.meetingDate,
      asAt: read.asAt,
      agendaItem: read.agendaItem,
      author: read.author,
      outcome: read.outcome,
      size: paper.size,
      extractor: paper.extractor,
      runId,
    });
}
