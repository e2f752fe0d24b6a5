import { titlesAudit, titlesPlan } from '../../../src/normalise/inspection-title.ts';
import { answeredWithin } from '../../../src/vocabulary/plan-signs.ts';
import { opensByName } from './pack.ts';
import type { PageSkim } from './skim.ts';

/** What is known of a pack's pages, from 1, by a look through them. */
export interface KnownPages {
  /** Pages that a plan may well stand on, for what they and those just before them say. */
  readonly likely: readonly number[];
  /** Those of them that say so much that it need not be said by their paper's title and terms. */
  readonly sure: ReadonlySet<number>;
  /** Pages that say what no plan does without: what was asked of the service, by whom, or in which plan. */
  readonly answering: ReadonlySet<number>;
  /** Those of them that name inspectors, what they found, or a plan of improvement. */
  readonly naming: ReadonlySet<number>;
}

/** Lines of a first page that may be titles. */
const titleLines = 5;

/**
 * True where a paper of a pack can answer an inspection: its title names a plan, or one of its likely pages has what it answers
 * within the paper. Auditors ask of a service too: below their title inspectors must be named. A paper that begins only
 * because page numbers start again may be the plan behind the report before it, which speaks for it.
 * @param first its first page
 * @param to its last page
 */
export function canAnswer(
  first: PageSkim,
  to: number,
  { likely, answering, naming }: KnownPages,
  marked: ReadonlyMap<number, string>,
): boolean {
  const titles = [marked.get(first.number), first.title, ...first.opening.slice(0, titleLines)].filter(
    (title) => typeof title === 'string',
  );
  if (titles.some(titlesPlan)) return true;
  const isWithin = (page: number) => page >= first.number && page <= to;
  if (titles.some(titlesAudit)) return [...naming].some(isWithin);
  if (!opensByName(first, marked)) return true;
  return likely.some(
    (page) =>
      isWithin(page) && range(Math.max(first.number, page - answeredWithin), page).some((near) => answering.has(near)),
  );
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
