import { shownWords } from '../../src/lib/text.ts';
import type { Page, PageRange } from '../../src/model/document.ts';
import { type Issue, issueOf, packLookedThrough } from '../../src/model/issue.ts';
import type { LookThrough } from './find/look-through.ts';
import type { KnownPages } from './pack/answering.ts';
import { type PackPart, partsToPapers, splitPack } from './pack/pack.ts';
import { partsAround } from './pack/parts-around.ts';
import { type PageSkim, skimPage } from './pack/skim.ts';
import type { OpenPdf } from './page/open.ts';
import { damageIssues } from './page/page-issues.ts';
import type { Pages } from './pages.ts';

/** Files of more pages are looked through for parts first, and only those that report on a plan are read. */
export const longestPaper = 60;

export interface Selection {
  /** Pages to read, from 1. */
  readonly numbers: readonly number[];
  /** What is known of the pages that are not read. */
  readonly others: readonly Page[];
  /** The papers of a pack that are to be read; none for what is taken for a paper by itself. */
  readonly papers: readonly PageRange[];
}

/**
 * All pages; of a pack those of its parts that report on a plan.
 * @param looked what is known of them where the file was looked through: then only parts with a likely page count
 * @returns null where no page can hold a plan, or no part of a pack is likely to
 */
export async function selectPages(
  pages: Pages,
  looked: LookThrough | null,
  issues: Issue[],
): Promise<Selection | null> {
  const { open } = pages;
  if (looked?.mayHoldPlan === false) return null;
  if (open.pageCount <= longestPaper) return { numbers: range(1, open.pageCount), others: [], papers: [] };
  const lost: Issue[] = [];
  const skim = async (number: number): Promise<readonly PageSkim[]> => {
    const found = await pages.glance(number, lost);
    lost.push(...found.flatMap(damageIssues));
    return found.map(skimPage);
  };
  if (looked === null || looked.likely === null) return partsOfAll(open, skim, lost, issues);
  return looked.likely.length === 0 ? null : partsOfLikely(open, skim, { ...looked, likely: looked.likely }, issues);
}

type Skim = (number: number) => Promise<readonly PageSkim[]>;

async function partsOfAll(open: OpenPdf, skim: Skim, lost: readonly Issue[], issues: Issue[]): Promise<Selection> {
  const all = range(1, open.pageCount);
  const skims: PageSkim[] = [];
  for (const number of all) skims.push(...(await skim(number)));
  const parts = splitPack(skims, await open.outline(), open.pageCount);
  const chosen = parts.filter((part) => part.reports);
  if (parts.length < 2 || chosen.length === 0) {
    if (parts.length > 1) issues.push(noPartIssue(parts, open.pageCount));
    return { numbers: all, others: [], papers: [] };
  }
  issues.push(partsIssue(parts, chosen, open.pageCount));
  const numbers = pagesOf(chosen);
  issues.push(...lost.filter(({ place }) => !numbers.includes(place?.page ?? 0)));
  const others = skims
    .filter(({ number }) => !numbers.includes(number))
    .map(
      ({ number, width, height, letters }): Page => ({ number, width, height, text: letters > 0 ? 'layer' : 'none' }),
    );
  const scans = others.filter(
    (page) => page.text === 'none' && (skims.find(({ number }) => number === page.number)?.imaged ?? 0) > 0.2,
  );
  if (scans.length > 0) issues.push(scansIssue(scans.map((page) => page.number)));
  return { numbers, others, papers: partsToPapers(chosen) };
}

/** The parts around likely pages, whether or not their titles say that they report on a plan; null where none answers an inspection. */
async function partsOfLikely(
  open: OpenPdf,
  skim: Skim,
  looked: LookThrough & KnownPages,
  issues: Issue[],
): Promise<Selection | null> {
  const { images, wordless } = looked;
  const parts = await partsAround(looked, skim, await open.outline(), open.pageCount);
  if (parts.length === 0) return null;
  const numbers = pagesOf(parts);
  issues.push(lookedThroughIssue(parts, open.pageCount, images));
  const others: Page[] = [];
  for (const number of range(1, open.pageCount)) {
    if (numbers.includes(number)) continue;
    others.push({ number, ...(await open.size(number)), text: wordless.has(number) ? 'none' : 'layer' });
  }
  return { numbers, others, papers: partsToPapers(parts) };
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const pagesOf = (parts: readonly PackPart[]): readonly number[] => parts.flatMap(({ from, to }) => range(from, to));

function lookedThroughIssue(chosen: readonly PackPart[], pages: number, images: readonly number[]): Issue {
  const unknown =
    images.length === 0
      ? ''
      : ` ${images.length} pages are images, which were not looked at (the first is page ${images[0]}).`;
  return issueOf(
    packLookedThrough,
    `the file is a pack on ${pages} pages that was looked through (--find); read was what can hold a plan that follows an inspection: ${namesOf(chosen)}.${unknown}`,
    { path: `page/${chosen[0]?.from ?? 1}`, page: chosen[0]?.from ?? 1 },
  );
}

/** Pages and titles of parts. */
const namesOf = (parts: readonly PackPart[]): string =>
  parts.map((part) => `${pageRange(part)} ("${shownWords(part.title) ?? ''}")`).join(', ');

function partsIssue(parts: readonly PackPart[], chosen: readonly PackPart[], pages: number): Issue {
  return issueOf(
    'pdf/pack-parts',
    `the file is a pack of ${parts.length} papers on ${pages} pages; read was what reports on a plan: ${namesOf(chosen)}`,
    { path: `page/${chosen[0]?.from ?? 1}`, page: chosen[0]?.from ?? 1 },
  );
}

function noPartIssue(parts: readonly PackPart[], pages: number): Issue {
  return issueOf(
    'pdf/pack-without-plan',
    `the file looks like a pack of ${parts.length} papers on ${pages} pages, and none of them seems to report on a plan; all of it was read`,
  );
}

function scansIssue(pages: readonly number[]): Issue {
  return issueOf(
    'pdf/pack-scans',
    `${pages.length} pages of the pack are images without a text layer (the first is page ${pages[0]}), so what they report on is unknown; take the paper you want out of the pack and read it with --ocr`,
    { path: `page/${pages[0]}`, page: pages[0] ?? 1 },
  );
}

const pageRange = ({ from, to }: PackPart): string => (from === to ? `page ${from}` : `pages ${from} to ${to}`);
