import { withoutWords } from '../model/gist.ts';
import type { Box } from '../model/place.ts';
import type { ChangeKind } from '../model/thread.ts';
import { threadNamed } from './candidates.ts';
import { entriesOf } from './conditions.ts';
import type { KnownPaper } from './known.ts';
import { type PlaceRow, placeOf, placeOfEntry } from './places.ts';
import type { Store } from './store.ts';
import type { StoredChange } from './trail-read.ts';

/** A change in a list of changes, with the paper that shows it. */
export interface ChangeLineRow
  extends Pick<StoredChange, 'threadId' | 'kind' | 'service' | 'date' | 'sentence' | 'file'> {
  readonly paperId: string;
}

/** How many changes of one kind an edition shows. */
export interface ChangeTally {
  readonly service: string | null;
  readonly editionId: string;
  readonly date: string | null;
  readonly kind: ChangeKind;
  readonly count: number;
}

/** @param service null for papers that name none */
export function changeTallies(store: Store, service: string | null): readonly ChangeTally[] {
  return store.all<ChangeTally>(
    `SELECT editions.service, changes.edition_id AS editionId, editions.date, kind, count(*) AS count
     FROM editions JOIN changes ON changes.edition_id = editions.paper_id
     WHERE editions.service IS @service GROUP BY changes.edition_id, kind`,
    { service },
  );
}

/** The changes that an edition shows, in its order. @param kind null for all */
export function changeLines(
  store: Store,
  editionId: string,
  kind: string | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): readonly ChangeLineRow[] {
  return store.all<ChangeLineRow>(
    `SELECT thread_id AS threadId, kind, editions.service, editions.date, sentence, to_paper_id AS paperId,
       (SELECT file FROM papers WHERE id = to_paper_id) AS file
     FROM changes JOIN editions ON editions.paper_id = changes.edition_id
     WHERE changes.edition_id = @editionId AND (@kind IS NULL OR kind = @kind)
     ORDER BY changes.position LIMIT @limit OFFSET @offset`,
    { editionId, kind, limit, offset },
  );
}

export interface PaperRow extends Omit<KnownPaper, 'extractor' | 'pages' | 'acceptedBy' | 'wholeForm'> {
  readonly title: string | null;
  readonly format: string | null;
}

/** Every paper, the latest first. */
export function paperRows(store: Store): readonly PaperRow[] {
  return store.all<PaperRow>(`SELECT papers.id, file, papers.service, title, format, outcome, no_paper AS noPaper,
      coalesce(editions.date, as_at, meeting_date) AS date,
      ${entriesOf('papers.id')} AS entries,
      (SELECT count(*) FROM issues WHERE issues.paper_id = papers.id AND severity <> 'info') AS issues
    FROM papers LEFT JOIN editions ON editions.paper_id = papers.id
    ORDER BY date IS NULL, date DESC, papers.service, file`);
}

/** A value on a page of a paper: whose and which, and where. */
export interface ValueOnPage {
  readonly entryId: string;
  readonly field: string;
  readonly bbox: Box;
}

/** All values of entries that stand on a page, in the paper's order. */
export function valuesOnPage(store: Store, paperId: string, page: number): readonly ValueOnPage[] {
  return store
    .all<PlaceRow & { entryId: string; field: string }>(
      `SELECT actions.entry_id AS entryId, field, path, page, x0, y0, x1, y1
       FROM places JOIN actions ON actions.id = places.action_id
       WHERE actions.paper_id = ? AND page = ? AND x0 IS NOT NULL ORDER BY actions.position, places.id`,
      paperId,
      page,
    )
    .flatMap((row) => {
      const { bbox } = placeOf(row);
      return bbox === undefined ? [] : [{ entryId: row.entryId, field: row.field, bbox }];
    });
}

/** The same entry in a form of its paper that has pages, where there is one; else the entry itself. */
export function shownEntryId(store: Store, entryId: string): string {
  const shown = store.value<string>('SELECT shown_entry_id FROM latest_entries WHERE entry_id = ?', entryId);
  return shown ?? entryId;
}

/** The latest entry of a thread; null where there is no such thread. */
export function latestEntryOf(store: Store, threadId: string): string | null {
  const latest = store.value<string>(
    'SELECT entry_id FROM latest_entries WHERE thread_id = ?',
    threadNamed(store, threadId),
  );
  return latest ?? null;
}

/** Entries at whose places an issue says that something is odd, each with what it says. */
export function entriesWithIssues(store: Store): ReadonlyMap<string, string> {
  const rows = store.all<
    Record<'entryId' | 'message', string>
  >(`SELECT actions.entry_id AS entryId, min(issues.message) AS message
    FROM issues JOIN actions ON actions.paper_id = issues.paper_id JOIN places ON places.action_id = actions.id
    WHERE issues.severity <> 'info' AND issues.path = places.path GROUP BY actions.entry_id`);
  return new Map(rows.map(({ entryId, message }) => [entryId, message]));
}

/** Entries that may be the same as another, which a person should say. */
export function entriesWithDoubtfulLinks(store: Store): ReadonlySet<string> {
  return new Set(store.values<string>('SELECT from_entry_id FROM candidates UNION SELECT to_entry_id FROM candidates'));
}

export interface EntryLine {
  readonly id: string;
  readonly ref: string | null;
  /** The words that name it: its action, else its finding, else what else is said. */
  readonly gist: string;
  readonly statusWords: string | null;
  readonly dueWords: string | null;
  readonly file: string;
  readonly page: number | null;
}

/** @param number the number of the entry's row */
export function entryLine(store: Store, number: number): EntryLine | null {
  const row = store.get<EntryLine>(
    `SELECT actions.entry_id AS id, actions.ref, actions.status_raw AS statusWords,
       actions.timescale_raw AS dueWords, papers.file,
       coalesce(actions.action, finding, actions.progress, summary, theme, '${withoutWords}') AS gist,
       ${placeOfEntry('page', 'shown.id')} AS page
     FROM actions JOIN findings ON findings.id = actions.finding_id JOIN papers ON papers.id = actions.paper_id
     LEFT JOIN latest_entries ON latest_entries.entry_id = actions.entry_id
     JOIN actions AS shown ON shown.entry_id = coalesce(latest_entries.shown_entry_id, actions.entry_id)
     WHERE actions.id = ?`,
    number,
  );
  return row ?? null;
}
