import { inflateSync } from 'node:zlib';
import { codeOf } from '../lib/reason.ts';
import type { SourceFile } from '../model/document.ts';
import type { Outcome } from '../model/plan.ts';
import { entriesOf, stands } from './conditions.ts';
import type { Store } from './store.ts';

/** What is known of stored bytes without reading the paper itself. */
export interface KnownPaper {
  readonly id: string;
  readonly file: string;
  readonly outcome: Outcome;
  readonly extractor: string;
  readonly service: string | null;
  /** Date of its edition, once it is followed; else the one its data stands at, or of its meeting. */
  readonly date: string | null;
  readonly pages: number | null;
  readonly entries: number;
  readonly issues: number;
  /** Why it is no paper on a plan and counts nowhere; null for a paper. */
  readonly noPaper: string | null;
  /** Who said that the paper will do as it was read (`fix PAPER --ok`); null where nobody did. */
  readonly acceptedBy: string | null;
  /** The file of a form of the same paper that was read whole, of one that was not: then it does not count; else null. */
  readonly wholeForm: string | null;
}

/** Selects the file of a form of the paper `papers.id` that was read whole, where it was not itself. */
export const wholeFormSelect = `(SELECT whole.file FROM editions JOIN editions AS form
    ON form.edition_id = editions.edition_id AND form.part = editions.part
  JOIN papers AS whole ON whole.id = form.paper_id AND whole.outcome = 'ok'
  WHERE editions.paper_id = papers.id AND papers.outcome = 'partial' ORDER BY form.source LIMIT 1)`;

/** Selects who said that the paper `papers.id` will do as it was read. */
export const acceptedBySelect = `(SELECT who FROM corrections WHERE corrections.paper_id = papers.id AND entry_id IS NULL
  AND field IS NULL AND verdict = 'accepted' AND ${stands})`;

/** @returns null where no paper has these bytes */
export function knownPaper(store: Store, id: string): KnownPaper | null {
  const row = store.get<KnownPaper>(
    `SELECT id, file, outcome, extractor, service,
       coalesce((SELECT date FROM editions WHERE editions.paper_id = papers.id), as_at, meeting_date) AS date, pages,
       ${entriesOf('papers.id')} AS entries,
       (SELECT count(*) FROM issues WHERE paper_id = papers.id) AS issues, no_paper AS noPaper,
       ${acceptedBySelect} AS acceptedBy,
       ${wholeFormSelect} AS wholeForm
     FROM papers WHERE id = ?`,
    id,
  );
  return row ?? null;
}

/**
 * @returns the bytes as they came in; null where they are not kept or the paper is not stored; `damaged` where what is
 *   stored is not what came in
 */
export function bytesOfPaper(store: Store, paperId: string): Uint8Array | 'damaged' | null {
  const deflated = store.value<Buffer>('SELECT deflated FROM paper_bytes WHERE paper_id = ?', paperId);
  if (deflated === undefined) return null;
  try {
    // A zlib stream ends with a checksum of what it holds (RFC 1950).
    return inflateSync(deflated);
  } catch (error) {
    if (/^(Z_|ERR_)/.test(codeOf(error))) return 'damaged';
    throw error;
  }
}

/** A stored paper as the file it came from; null where its bytes are not kept, or are not what came in. */
export function fileOf(store: Store, paperId: string): SourceFile | null {
  const paper = knownPaper(store, paperId);
  const bytes = paper === null ? null : bytesOfPaper(store, paperId);
  if (paper === null || !(bytes instanceof Uint8Array)) return null;
  return { name: paper.file, path: paper.file, bytes, sha256: paperId };
}

/** The papers that a person may mean by a name: all of an id, its front (at least 6 digits), or the name of a file. */
export function papersNamed(store: Store, name: string): readonly { readonly id: string; readonly file: string }[] {
  const front = /^[0-9a-f]{6,64}$/.test(name) ? `${name}*` : null;
  return store.all<{ id: string; file: string }>(
    'SELECT id, file FROM papers WHERE id GLOB @front OR file = @name ORDER BY id',
    { front, name },
  );
}

/** What a person said who took a paper out, where its bytes are to stay out. */
export function isForgotten(store: Store, paperId: string): boolean {
  const said = store.get(
    `SELECT 1 FROM corrections WHERE paper_id = ? AND verdict = 'forgotten' AND ${stands}`,
    paperId,
  );
  return said !== undefined;
}
