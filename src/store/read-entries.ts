import type { Entry, Update } from '../model/plan.ts';
import { entrySchema } from '../model/schemas.ts';
import type { StoredEntry } from '../model/stored.ts';
import { withFinding } from './conditions.ts';
import { correctedFields } from './corrections.ts';
import { selectedColumns, type ValuesRow, valuesOf } from './entry-columns.ts';
import { type PlaceRow, placesByField } from './places.ts';
import type { Store } from './store.ts';

type EntryRow = ValuesRow & {
  readonly rowid: number;
  readonly entryId: string;
  readonly threadId: string | null;
  readonly confidence: string;
  readonly isCurrent: number;
};

/**
 * The entries of one paper in its order; empty where the paper is not stored or has none.
 * @throws ZodError where somebody wrote something into the database that is no entry
 */
export function entriesOfPaper(store: Store, paperId: string): readonly StoredEntry[] {
  const rows = store.all<EntryRow>(
    `SELECT actions.id AS rowid, actions.entry_id AS entryId, thread_id AS threadId, confidence,
       EXISTS (SELECT 1 FROM latest_entries WHERE latest_entries.entry_id = actions.entry_id) AS isCurrent,
       ${selectedColumns}
     FROM actions
     ${withFinding}
     LEFT JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
     WHERE actions.paper_id = ? ORDER BY actions.position`,
    paperId,
  );
  const places = byAction(
    store.all<PlaceRow & ActionRow>(
      `SELECT action_id AS actionId, field, path, page, x0, y0, x1, y1
       FROM places WHERE action_id IN (SELECT id FROM actions WHERE paper_id = ?) ORDER BY id`,
      paperId,
    ),
  );
  const updates = byAction(
    store.all<Update & ActionRow>(
      `SELECT action_id AS actionId, period, text
       FROM updates WHERE action_id IN (SELECT id FROM actions WHERE paper_id = ?) ORDER BY action_id, position`,
      paperId,
    ),
  );
  const corrected = correctedFields(store, paperId);
  return rows.map((row) => ({
    id: row.entryId,
    paperId,
    threadId: row.threadId,
    isCurrent: row.isCurrent === 1,
    corrected: corrected.get(row.entryId) ?? {},
    ...entryOf(
      row,
      (updates.get(row.rowid) ?? []).map(({ period, text }) => ({ period, text })),
      places.get(row.rowid) ?? [],
    ),
  }));
}

interface ActionRow {
  readonly actionId: number;
}

function byAction<Row extends ActionRow>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, ({ actionId }) => actionId);
}

function entryOf(row: EntryRow, updates: readonly Update[], places: readonly PlaceRow[]): Entry {
  const values = valuesOf(row, updates);
  const confidence = JSON.parse(row.confidence) as Entry['confidence'];
  const entry = entrySchema.parse({ ...values, places: placesByField(places), confidence });
  // Zod's copy of a record leaves a label "__proto__" out.
  return { ...entry, extra: values.extra };
}
