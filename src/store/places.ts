import { type Place, tellingFields } from '../model/place.ts';

export interface PlaceRow {
  readonly field: string;
  readonly path: string;
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
}

export function placeOf({ path, page, x0, y0, x1, y1 }: Omit<PlaceRow, 'field'>): Place {
  const whole = x0 !== null && y0 !== null && x1 !== null && y1 !== null;
  return { path, ...(page === null ? {} : { page }), ...(whole ? { bbox: [x0, y0, x1, y1] as const } : {}) };
}

/** The places of what a condition with one parameter names (`paper_id = ?`), in order. */
export const placesWhere = (which: string): string =>
  `SELECT field, path, page, x0, y0, x1, y1 FROM places WHERE ${which} ORDER BY id`;

/** Rows in order as lists of places by field. */
export function placesByField(rows: readonly PlaceRow[]): Record<string, Place[]> {
  const fields: Record<string, Place[]> = {};
  for (const row of rows) {
    const places = fields[row.field] ?? [];
    fields[row.field] = places;
    places.push(placeOf(row));
  }
  return fields;
}

/**
 * The place where an entry stands (see `tellingFields`), as an SQL expression.
 * @param action an expression for the number of its row
 */
export const placeOfEntry = (what: 'page' | 'id', action: string): string =>
  `(SELECT ${what} FROM places WHERE action_id = ${action}
    ORDER BY CASE field ${tellingFields.map((field, order) => `WHEN '${field}' THEN ${order}`).join(' ')} ELSE 9 END, id LIMIT 1)`;
