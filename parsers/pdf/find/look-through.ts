import { ParseError } from '../../../src/model/errors.ts';
import { actionLetters, leastKinds, leastPoints, planSigns } from '../../../src/vocabulary/plan-signs.ts';
import { fileObjects } from '../page/file-objects.ts';
import type { OpenPdf } from '../page/open.ts';
import { pageLetters } from './page-letters.ts';
import { pagesInOrder } from './page-objects.ts';

/** What a look through a document's pages told. */
export interface LookThrough {
  /** False where none of its pages can hold a plan. */
  readonly mayHoldPlan: boolean;
  /** Pages, from 1, that are images without a letter: what they say is unknown. */
  readonly images: readonly number[];
}

/** Pages to either side that are looked at together. */
const around = 2;

/**
 * Looks through a PDF for a place that can hold a plan: pages that speak of an inspection, of who is inspected, and of
 * actions. What cannot be looked through so can hold one.
 * @param open the same file, for pages whose letters cannot be told from its objects alone
 */
export async function lookThrough(bytes: Uint8Array, open: OpenPdf): Promise<LookThrough> {
  const objects = fileObjects(bytes);
  const pages = pagesInOrder(objects, open.pageCount);
  if (pages === null) return { mayHoldPlan: true, images: [] };
  const read = pageLetters(objects);
  const texts: string[] = [];
  const images: number[] = [];
  for (const [index, page] of pages.entries()) {
    const { letters, whole, hasImage } = read(page);
    const text = whole ? letters : lettersOf(await wordsOf(open, index + 1));
    texts.push(text);
    if (hasImage && text === '') images.push(index + 1);
  }
  const isEmpty = texts.every((text) => text === '');
  return { mayHoldPlan: isEmpty || texts.some((_, index) => canHoldPlan(texts, index)), images };
}

/** A page's words as they are drawn; none where it cannot be read. */
async function wordsOf(open: OpenPdf, number: number): Promise<string> {
  try {
    return (await open.page(number)).runs.map(({ text }) => text).join(' ');
  } catch (error) {
    if (error instanceof ParseError) return '';
    throw error;
  }
}

const lettersOf = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');

/** True where the pages around one speak of an inspection of such a service, and of actions. */
function canHoldPlan(texts: readonly string[], index: number): boolean {
  const near = texts.slice(Math.max(0, index - around), index + around + 1).join(' ');
  const points = planSigns.reduce((sum, [letters, worth]) => sum + (letters.test(near) ? worth : 0), 0);
  return points >= leastPoints && actionLetters.filter((kind) => kind.test(near)).length >= leastKinds;
}
