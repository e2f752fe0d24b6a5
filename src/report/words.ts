import { quoted } from '../lib/text.ts';
import type { StatusValue } from '../model/plan.ts';
import { ragFromWords } from '../normalise/rag.ts';

/** How a status is called and drawn: its word, and a sign and a hatching beside its colour, so that nothing hangs on that. */
export interface StatusLook {
  readonly word: string;
  readonly sign: string;
  readonly fill: string;
  /** On the fill; their contrast is at least 4.5 to 1. */
  readonly ink: string;
  readonly pattern: string | null;
}

const unsaid = { word: 'Status not said', sign: '?', fill: 'var(--panel)', ink: 'var(--ink)', pattern: 'p-unsaid' };

/** In the order they are stacked in charts: from done to not said. */
export const statusLooks: ReadonlyMap<StatusValue | null, StatusLook> = new Map<StatusValue | null, StatusLook>([
  ['complete', { word: 'Complete', sign: '✓', fill: '#00703c', ink: '#fff', pattern: null }],
  ['closed', { word: 'Closed otherwise', sign: '■', fill: '#44586a', ink: '#fff', pattern: 'p-lines' }],
  ['ongoing', { word: 'Ongoing', sign: '∞', fill: '#8ec5e8', ink: '#0b0c0c', pattern: 'p-dots' }],
  ['in_progress', { word: 'In progress', sign: '▸', fill: '#1d63a5', ink: '#fff', pattern: null }],
  ['outstanding', { word: 'Outstanding', sign: '…', fill: '#d9c49a', ink: '#0b0c0c', pattern: 'p-bars' }],
  ['not_started', { word: 'Not started', sign: '○', fill: '#dfe4e8', ink: '#0b0c0c', pattern: null }],
  ['deferred', { word: 'Deferred', sign: '‖', fill: '#f3c14f', ink: '#0b0c0c', pattern: 'p-back' }],
  ['delayed', { word: 'Delayed', sign: '!', fill: '#b3261e', ink: '#fff', pattern: 'p-slash' }],
  ['not_applicable', { word: 'Not applicable', sign: '–', fill: '#c3cad1', ink: '#0b0c0c', pattern: 'p-lines' }],
  [null, unsaid],
]);

export const lookOf = (status: StatusValue | null): StatusLook => statusLooks.get(status) ?? unsaid;

/** A colour, or a code of a few letters: words that say nothing to whoever does not know the paper's key. */
const isSignOnly = (words: string): boolean => ragFromWords(words) !== null || !/\p{L}{4}/u.test(words);

/**
 * How a status is said: in the paper's words, or in ours with the paper's own beside them where those are a sign only.
 * @param words the paper's; null where our own word is wanted
 */
export function saidStatus(
  status: StatusValue | null,
  words: string | null,
): { readonly word: string; readonly sign: string | null } {
  const { word } = lookOf(status);
  if (status === null || words === null) return { word, sign: null };
  return isSignOnly(words) ? { word, sign: words } : { word: words, sign: null };
}

/** The same in a line of text; null where nothing is said. */
export function statusText({
  status,
  statusWords,
}: {
  readonly status: StatusValue | null;
  readonly statusWords: string | null;
}): string | null {
  if (statusWords === null) return null;
  const { word, sign } = saidStatus(status, statusWords);
  return sign === null ? quoted(word) : `${quoted(sign)} (${word.toLowerCase()})`;
}

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
