import type { OutlineEntry } from '../page/open.ts';
import { isAppended, opensPart, outlineStarts, type PackPart, splitPack } from './pack.ts';
import type { PageSkim } from './skim.ts';

/** So many pages before and after a page are looked at for the ends of its part. */
const farthest = 60;

/**
 * The parts of a pack in which some of its pages stand, without a look at the others: as `splitPack` finds them, with
 * what is appended to a part and what it is appended to.
 * @param skim looks at a page; nothing where it cannot be read
 */
export async function partsAround(
  pages: readonly number[],
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
  for (const page of pages) {
    if (page <= (parts.at(-1)?.to ?? 0)) continue;
    let [from, to] = [page, page];
    const first = Math.max((parts.at(-1)?.to ?? 0) + 1, page - farthest);
    while (from > first && !(await begins(from))) from -= 1;
    while (to < Math.min(pageCount, page + farthest) && !(await begins(to + 1))) to += 1;
    const skims = [...known.values()].filter((one) => one !== null && one.number >= from && one.number <= to);
    const inOrder = skims.flatMap((one) => one ?? []).toSorted((a, b) => a.number - b.number);
    parts.push(...splitPack(inOrder, outline, pageCount, to));
  }
  return parts;
}
