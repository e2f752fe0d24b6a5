import type { OutlineEntry } from '../page/open.ts';
import { canAnswer, type KnownPages } from './answering.ts';
import { isAppended, opensPart, outlineStarts, type PackPart, splitPack } from './pack.ts';
import type { PageSkim } from './skim.ts';

/** So many pages before and after a page are looked at for the ends of its part. */
const farthest = 60;

/**
 * The parts of a pack in which likely pages stand, without a look at the others: as `splitPack` finds them, with
 * what is appended to a part and what it is appended to. Left out is what cannot answer an inspection.
 * @param skim looks at a page; nothing where it cannot be read
 */
export async function partsAround(
  pages: KnownPages,
  skim: (number: number) => Promise<readonly PageSkim[]>,
  outline: readonly OutlineEntry[],
  pageCount: number,
): Promise<readonly PackPart[]> {
  const marked = outlineStarts(outline, pageCount);
  const known = new Map<number, PageSkim | null>();
  const skimOf = async (number: number): Promise<PageSkim | null> => {
    const page = known.get(number) ?? (await skim(number))[0] ?? null;
    known.set(number, page);
    return page;
  };
  /** True where a page begins something that is not appended to what is before it. */
  const begins = async (number: number): Promise<boolean> => {
    const [page, before] = [await skimOf(number), await skimOf(number - 1)];
    return page !== null && opensPart(page, before ?? undefined, marked) && !isAppended(page, marked);
  };
  const parts: PackPart[] = [];
  let looked = 0;
  for (const page of pages.likely) {
    if (page <= looked) continue;
    await skimOf(page);
    let [from, to] = [page, page];
    const first = Math.max(looked + 1, page - farthest);
    while (from > first && !(await begins(from))) from -= 1;
    while (to < Math.min(pageCount, page + farthest) && !(await begins(to + 1))) to += 1;
    looked = to;
    const skims = [...known.values()].filter((one) => one !== null && one.number >= from && one.number <= to);
    const inOrder = skims.flatMap((one) => one ?? []).toSorted((a, b) => a.number - b.number);
    const own = splitPack(inOrder, outline, pageCount, to);
    const [opening] = inOrder;
    const isLikely = own.some((part) => part.reports) || [...pages.sure].some((sure) => sure >= from && sure <= to);
    if (opening !== undefined && isLikely && canAnswer(opening, to, pages, marked)) parts.push(...own);
  }
  return parts;
}
