import type { Entry, Update } from '../model/plan.ts';
import { entrySchema } from '../model/schemas.ts';
import type { StoredEntry } from '../model/stored.ts';
import { type PlaceRow, placesByField } from './places.ts';
import type { Store } from './store.ts';

interface EntryRow {
  readonly rowid: number;
  readonly entryId: string;
  readonly threadId: string | null;
  readonly plan: string | null;
  readonly ref: string | null;
  readonly pillar: string | null;
  readonly kind: string | null;
  readonly finding: string | null;
  readonly summary: string | null;
  readonly theme: string | null;
  readonly action: string | null;
  readonly progress: string | null;
  readonly future: string | null;
  readonly timescaleRaw: string | null;
  readonly timescaleStart: string | null;
  readonly timescaleEnd: string | null;
  readonly timescalePrecision: string | null;
  readonly statusRaw: string | null;
  readonly statusValue: string | null;
  readonly ragRaw: string | null;
  readonly ragValue: string | null;
  readonly ragFrom: string | null;
  readonly lead: string | null;
  readonly percent: number | null;
  readonly extra: string;
}

/**
 * The entries of one paper in its order; empty where the paper is not stored or has none.
 * @throws ZodError where somebody wrote something into the database that is no entry
 */
export function entriesOfPaper(store: Store, paperId: string): readonly StoredEntry[] {
  const rows = store
    .sql<EntryRow>(
      `SELECT actions.id AS rowid, actions.entry_id AS entryId, thread_id AS threadId, plans.name AS plan, ref, pillar, kind, finding, summary, theme,
         action, progress, future, timescale_raw AS timescaleRaw, timescale_start AS timescaleStart,
         timescale_end AS timescaleEnd, timescale_precision AS timescalePrecision, status_raw AS statusRaw,
         status_value AS statusValue, rag_raw AS ragRaw, rag_value AS ragValue, rag_from AS ragFrom, lead, percent, extra
       FROM actions
       JOIN findings ON findings.id = actions.finding_id
       LEFT JOIN plans ON plans.id = findings.plan_id
       LEFT JOIN thread_entries ON thread_entries.entry_id = actions.entry_id
       WHERE actions.paper_id = ? ORDER BY actions.position`,
    )
    .all(paperId);
  const places = byAction(
    store
      .sql<PlaceRow & ActionRow>(
        `SELECT action_id AS actionId, field, path, page, x0, y0, x1, y1
         FROM places WHERE action_id IN (SELECT id FROM actions WHERE paper_id = ?) ORDER BY id`,
      )
      .all(paperId),
  );
  const updates = byAction(
    store
      .sql<Update & ActionRow>(
        `SELECT action_id AS actionId, period, text
         FROM updates WHERE action_id IN (SELECT id FROM actions WHERE paper_id = ?) ORDER BY action_id, position`,
      )
      .all(paperId),
  );
  return rows.map((row) => ({
    id: row.entryId,
    paperId,
    threadId: row.threadId,
    ...entryOf(row, updates.get(row.rowid) ?? [], places.get(row.rowid) ?? []),
  }));
}

interface ActionRow {
  readonly actionId: number;
}

function byAction<Row extends ActionRow>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, ({ actionId }) => actionId);
}

function entryOf(row: EntryRow, updates: readonly Update[], places: readonly PlaceRow[]): Entry {
  const extra = JSON.parse(row.extra) as Entry['extra'];
  const entry = entrySchema.parse({
    plan: row.plan,
    ref: row.ref,
    pillar: row.pillar,
    kind: row.kind,
    finding: row.finding,
    summary: row.summary,
    theme: row.theme,
    action: row.action,
    progress: row.progress,
    updates,
    future: row.future,
    timescale:
      row.timescaleRaw === null
        ? null
        : {
            raw: row.timescaleRaw,
            start: row.timescaleStart,
            end: row.timescaleEnd,
            precision: row.timescalePrecision,
          },
    status: row.statusRaw === null ? null : { raw: row.statusRaw, value: row.statusValue },
    rag: row.ragRaw === null ? null : { raw: row.ragRaw, value: row.ragValue, from: row.ragFrom },
    lead: row.lead,
    percent: row.percent,
    extra,
    places: placesByField(places),
  });
  // Zod's copy of a record leaves a label "__proto__" out.
  return { ...entry, extra };
}
