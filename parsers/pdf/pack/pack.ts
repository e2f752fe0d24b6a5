import { foldPlain } from '../../../src/lib/fold.ts';
import type { PageRange } from '../../../src/model/document.ts';
import { onlyNumbered } from '../../../src/vocabulary/mastheads.ts';
import { annexFirst } from '../../../src/vocabulary/paper-parts.ts';
import { onPlan, packRoutine, partOpenings } from '../../../src/vocabulary/plan-terms.ts';
import type { OutlineEntry } from '../page/open.ts';
import type { PageSkim } from './skim.ts';

/** One paper of an agenda pack, or what is appended to one. */
export interface PackPart extends PageRange {
  readonly title: string;
  /** True where the part reports on an improvement plan. */
  readonly reports: boolean;
  /** True where it says itself that it is a paper of its own. */
  readonly named: boolean;
}

/** Points that make a page the first of a part. */
const enough = 3;

/**
 * Splits a pack into its papers: by the outline, by agenda items at the top of a page, by page numbers that start
 * again, and by running headers, footers and page formats that change.
 * @param pages those that could be read, in order
 * @param last the last page of the last part, where that is not the pack's
 */
export function splitPack(
  pages: readonly PageSkim[],
  outline: readonly OutlineEntry[],
  pageCount: number,
  last = pageCount,
): readonly PackPart[] {
  const marked = outlineStarts(outline, pageCount);
  const starts = pages.filter((page, index) => index === 0 || opensPart(page, pages[index - 1], marked));
  const parts = starts.map((first, index) => {
    const to = (starts[index + 1]?.number ?? last + 1) - 1;
    const own = pages.filter((page) => page.number >= first.number && page.number <= to);
    const title = partTitle(first, marked);
    const named = saysOpening(first.opening.map(foldPlain)) && !isAppendix(title);
    return { from: first.number, to, title, reports: reportsOnPlan(own, title), named };
  });
  return parts.map((part, index) => {
    const before = parts[index - 1];
    return isAppendix(part.title) && before?.reports === true ? { ...part, reports: true } : part;
  });
}

/**
 * The pages of each paper among parts of a pack: what is appended goes with what it is appended to, and so does a part right
 * behind it that does not say that it is another paper. Page numbers start again for a plan behind its report too.
 */
export function partsToPapers(parts: readonly PackPart[]): readonly PageRange[] {
  const papers: PageRange[] = [];
  for (const { from, to, named } of parts) {
    const last = papers.at(-1);
    if (last === undefined || named || last.to !== from - 1) papers.push({ from, to });
    else papers[papers.length - 1] = { from: last.from, to };
  }
  return papers;
}

/** Pages to which the outline's own division leads, with its words: the highest level that has several entries. */
export function outlineStarts(outline: readonly OutlineEntry[], pageCount: number): ReadonlyMap<number, string> {
  for (const level of [1, 2, 3]) {
    const starts = new Map<number, string>();
    for (const entry of outline) {
      if (entry.level > level || entry.page === null || starts.has(entry.page)) continue;
      starts.set(entry.page, entry.title.trim());
    }
    if (starts.size >= 3 && starts.size <= pageCount / 2) return starts;
  }
  return new Map();
}

/** True where a page opens a part, seen beside the page before it. */
export const opensPart = (page: PageSkim, before: PageSkim | undefined, marked: ReadonlyMap<number, string>): boolean =>
  startScore(page, before, marked) >= enough;

/** True where a page that opens a part opens one that belongs to the part before. */
export const isAppended = (page: PageSkim, marked: ReadonlyMap<number, string>): boolean =>
  isAppendix(partTitle(page, marked));

const isAppendix = (title: string): boolean => annexFirst.test(foldPlain(title));

const partTitle = (first: PageSkim, marked: ReadonlyMap<number, string>): string =>
  marked.get(first.number) ?? titleOf(first);

/** True where a page itself, or the outline, says that something begins on it. */
export const opensByName = (page: PageSkim, marked: ReadonlyMap<number, string>): boolean =>
  marked.has(page.number) || saysOpening(page.opening.map(foldPlain));

const saysOpening = (folded: readonly string[]): boolean => folded.slice(0, 4).some((line) => partOpenings.test(line));

function startScore(page: PageSkim, before: PageSkim | undefined, marked: ReadonlyMap<number, string>): number {
  if (before === undefined) return enough;
  const folded = page.opening.map(foldPlain);
  const opens = saysOpening(folded);
  const labels = folded.filter((line) => partOpenings.test(line)).length;
  const restarts = page.printed.includes(1) && !before.printed.includes(0);
  const turned = Math.abs(page.width - before.width) > 20;
  const [top, bottom] = page.edges;
  const strange = top !== before.edges[0] && bottom !== before.edges[1];
  return (
    (marked.has(page.number) ? 3 : 0) +
    (opens ? 2 : 0) +
    (labels >= 3 ? 1 : 0) +
    (restarts ? 3 : 0) +
    (strange ? 1 : 0) +
    (turned ? 0.5 : 0)
  );
}

/** What is set largest, else the first line that says more than an item's number. */
function titleOf(page: PageSkim): string {
  if (page.title !== null) return page.title.slice(0, 120);
  const lines = page.opening.filter((line) => /\p{L}{3}/u.test(line));
  const telling = lines.find((line) => !onlyNumbered.test(line));
  return (telling ?? lines[0] ?? `page ${page.number}`).slice(0, 120);
}

/**
 * A part reports on a plan where its title names the inspection or the plan and its text bears it out, or where its
 * pages speak of little else. Minutes and agendas name plans without reporting on them.
 */
function reportsOnPlan(pages: readonly PageSkim[], title: string): boolean {
  const opening = [title, ...(pages[0]?.opening ?? [])].map(foldPlain);
  const inspectorate = pages.reduce((sum, page) => sum + page.inspectorate, 0);
  const plan = pages.reduce((sum, page) => sum + page.plan, 0);
  if (opening.slice(0, 5).some((line) => packRoutine.test(line))) return false;
  const titled = opening.some((line) => onPlan.test(line));
  if (titled && plan >= 1 && inspectorate + plan >= 3) return true;
  return plan >= 4 && inspectorate >= 1 && plan >= 0.7 * pages.length;
}
