import { seenLayoutSchema, taughtLayoutSchema } from '../model/schemas.ts';
import type { SeenLayout, TaughtLayout } from '../model/taught.ts';
import type { Store } from './store.ts';

export interface KeptLayout extends TaughtLayout {
  readonly id: number;
  readonly who: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A table or form of a stored paper. */
export interface StoredSeenLayout extends SeenLayout {
  readonly paperId: string;
}

/** What stands of what people said of layouts, the oldest first. */
export function taughtLayouts(store: Store): readonly KeptLayout[] {
  return store
    .all<{ id: number; form: string; isPlan: number; labels: string; who: string; at: string }>(
      'SELECT id, form, is_plan AS isPlan, labels, who, at FROM taught_layouts WHERE forgotten IS NULL ORDER BY id',
    )
    .map((row) => ({
      ...row,
      ...taughtLayoutSchema.parse({ ...row, isPlan: row.isPlan === 1, labels: JSON.parse(row.labels) }),
    }));
}

/** Keeps a taught layout. Part of the caller's transaction. */
export function insertTaught(store: Store, layout: TaughtLayout, who: string, at: string): KeptLayout {
  const { form, isPlan, labels } = layout;
  return { ...layout, id: store.insert('taught_layouts', { form, isPlan, labels, who, at }), who, at };
}

/** Takes a taught layout back; the row stays. Part of the caller's transaction. */
export function markForgotten(store: Store, id: number, who: string, at: string): void {
  store.run(
    'UPDATE taught_layouts SET forgotten = ?, forgotten_by = ? WHERE id = ? AND forgotten IS NULL',
    at,
    who,
    id,
  );
}

/** Writes which tables and forms a paper has. Part of the caller's transaction. */
export function writeSeenLayouts(store: Store, paperId: string, layouts: readonly SeenLayout[]): void {
  layouts.forEach(({ form, labels, records, isRead }, index) => {
    store.insert('paper_layouts', { paperId, position: index + 1, form, labels, records, isRead });
  });
}

/** The tables and forms of every paper that counts, or of one paper, in their order. */
export function seenLayouts(store: Store, paperId: string | null = null): readonly StoredSeenLayout[] {
  return store
    .all<{ paperId: string; form: string; labels: string; records: number; isRead: number }>(
      `SELECT paper_id AS paperId, form, labels, records, is_read AS isRead FROM paper_layouts
       WHERE @paperId IS NULL OR paper_id = @paperId ORDER BY paper_id, position`,
      { paperId },
    )
    .map((row) => ({
      ...row,
      ...seenLayoutSchema.parse({ ...row, isRead: row.isRead === 1, labels: JSON.parse(row.labels) }),
    }));
}
