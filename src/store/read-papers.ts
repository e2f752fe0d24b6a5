import { paperFieldRows } from '../model/fields.ts';
import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Paper, PaperField, Plan, Statement } from '../model/plan.ts';
import { issueSchema, paperSchema, planSchema, statementSchema } from '../model/schemas.ts';
import type { StoredPaper } from '../model/stored.ts';
import { correctedFields } from './corrections.ts';
import { type PlaceRow, placeOf, placesByField, placesWhere } from './places.ts';
import type { Store } from './store.ts';

interface PaperRow extends Omit<Paper, 'places'> {
  readonly noPaper: string | null;
}

const ownColumns = paperFieldRows.map(([field, { column }]) => `${column.name} AS ${field}`).join(', ');

/**
 * Every stored paper, failed ones too, by service, date and id; read one at a time.
 * @throws ZodError where somebody wrote something into the database that is no paper
 */
export function* papers(store: Store): Generator<StoredPaper> {
  for (const id of paperIds(store)) {
    const paper = paperById(store, id);
    if (paper !== null) yield paper;
  }
}

/** Ids of every stored paper, by service, date and id. */
export function paperIds(store: Store): readonly string[] {
  return store.values<string>(idsWhere('TRUE'));
}

/** Ids of the stored papers that count, in the same order: files that are no papers are left out. */
export function countedPaperIds(store: Store): readonly string[] {
  return store.values<string>(idsWhere('no_paper IS NULL'));
}

const idsWhere = (which: string): string =>
  `SELECT id FROM papers WHERE ${which} ORDER BY service IS NULL, service, coalesce(as_at, meeting_date, ''), id`;

/** @returns the paper without its entries, or null where it is not stored */
export function paperById(store: Store, id: string): StoredPaper | null {
  const row = store.get<PaperRow>(
    `SELECT id, file, format, pages, ${ownColumns}, outcome, no_paper AS noPaper FROM papers WHERE id = ?`,
    id,
  );
  if (row === undefined) return null;
  const places: Partial<Record<PaperField, readonly Place[]>> = placesByField(
    store.all<PlaceRow>(placesWhere('paper_id = ?'), id),
  );
  return {
    ...paperSchema.parse({ ...row, places }),
    noPaper: row.noPaper,
    corrected: correctedFields(store, id).get(null) ?? {},
    sources: sourcesOf(store, id),
    plans: plansOf(store, id),
    statements: statementsOf(store, id),
    issues: issuesOf(store, id),
  };
}

/** Where the paper's bytes were seen, in order of the addresses' letters. */
export function sourcesOf(store: Store, paperId: string): readonly string[] {
  return store.values<string>('SELECT address FROM sources WHERE paper_id = ? ORDER BY address', paperId);
}

function plansOf(store: Store, paperId: string): readonly Plan[] {
  const rows = store.all('SELECT name, as_at AS asAt, state FROM plans WHERE paper_id = ? ORDER BY position', paperId);
  return rows.map((row) => planSchema.parse(row));
}

function statementsOf(store: Store, paperId: string): readonly Statement[] {
  const rows = store.all<{ id: number }>(
    'SELECT id, kind, plan, text, count, total, status FROM statements WHERE paper_id = ? ORDER BY position',
    paperId,
  );
  const placeRows = store.sql<PlaceRow>(placesWhere('statement_id = ?'));
  return rows.map(({ id, ...row }) => statementSchema.parse({ ...row, places: placeRows.all(id).map(placeOf) }));
}

/** What was not understood, was odd or was lost, in the order it was found. */
export function issuesOf(store: Store, paperId: string): readonly Issue[] {
  const rows = store.all<Omit<Issue, 'place'> & Omit<PlaceRow, 'path'> & { path: string | null }>(
    'SELECT code, severity, message, path, page, x0, y0, x1, y1 FROM issues WHERE paper_id = ? ORDER BY position',
    paperId,
  );
  return rows.map(({ code, severity, message, path, ...rest }) =>
    issueSchema.parse({ code, severity, message, place: path === null ? null : placeOf({ ...rest, path }) }),
  );
}
