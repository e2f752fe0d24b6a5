import type { StatusValue } from '../model/plan.ts';

/** How a status is called and drawn: its word, and a sign beside it, so that nothing hangs on colour. */
export interface StatusLook {
  readonly word: string;
  readonly sign: string;
}

/** In the order they are stacked in charts: from done to not said. */
export const statusLooks: ReadonlyMap<StatusValue | null, StatusLook> = new Map<StatusValue | null, StatusLook>([
  ['complete', { word: 'Complete', sign: '✓' }],
  ['closed', { word: 'Closed otherwise', sign: '■' }],
  ['ongoing', { word: 'Ongoing', sign: '∞' }],
  ['in_progress', { word: 'In progress', sign: '▸' }],
  ['outstanding', { word: 'Outstanding', sign: '…' }],
  ['not_started', { word: 'Not started', sign: '○' }],
  ['deferred', { word: 'Deferred', sign: '‖' }],
  ['delayed', { word: 'Delayed', sign: '!' }],
  ['not_applicable', { word: 'Not applicable', sign: '–' }],
  [null, { word: 'Status not said', sign: '?' }],
]);

export const lookOf = (status: StatusValue | null): StatusLook =>
  statusLooks.get(status) ?? { word: 'Status not said', sign: '?' };

/** A status as part of a class name. */
export const statusClass = (status: StatusValue | null): string => `s-${status ?? 'unsaid'}`;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date, short ones too, as people write it: `3 Feb 2021`, `Feb 2021`, `2021`. */
export function dateWords(date: string | null): string {
  if (date === null) return 'not dated';
  const [year = '', month, day] = date.split('-');
  const name = months[Number(month) - 1];
  return [day === undefined ? null : Number(day), name, year].filter((part) => part != null).join(' ');
}
