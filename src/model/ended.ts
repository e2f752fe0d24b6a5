import type { ChangeKind, Status, StatusValue } from './values.ts';

/** Statuses of what needs nothing more. */
const endedStatuses = ['complete', 'closed', 'not_applicable'] as const satisfies readonly StatusValue[];

/**
 * True for an entry that needs nothing more: its status says so or, where it has none, it is at 100 per cent. What is
 * ended is never overdue, stale or dropped; when it goes it is retired. `endedColumn` says the same in SQL.
 */
export function isEnded(entry: { readonly status: Status | null; readonly percent: number | null }): boolean {
  const { status, percent } = entry;
  return status === null ? percent === 100 : endedStatuses.some((value) => value === status.value);
}

/**
 * `isEnded` as an SQL expression of 0 or 1.
 * @param row name of the table or view with the columns of status and per cent
 */
export const endedColumn = (row: string): string =>
  `CASE WHEN ${row}.status_raw IS NULL THEN coalesce(${row}.percent, 0) = 100
    ELSE coalesce(${row}.status_value, '') IN (${endedStatuses.map((value) => `'${value}'`).join(', ')}) END`;

/** What can become of an entry that a later paper has no more. */
export const goneKinds: readonly ChangeKind[] = ['dropped', 'retired', 'merged', 'completed', 'closed'];
