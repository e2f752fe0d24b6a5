import { ParseError } from '../../../src/model/errors.ts';
import {
  actionLetters,
  answeredWithin,
  answerLetters,
  fullPage,
  leastKinds,
  leastLikelyPoints,
  leastPageKinds,
  leastPoints,
  likelyPoints,
  namingLetters,
  neighbourSigns,
  pageSigns,
  planSigns,
} from '../../../src/vocabulary/plan-signs.ts';
import { fileObjects } from '../page/file-objects.ts';
import type { OpenPdf } from '../page/open.ts';
import { pageLetters } from './page-letters.ts';
import { pagesInOrder } from './page-objects.ts';

/** What a look through a document's pages told. */
export interface LookThrough {
  /** False where none of its pages can hold a plan. */
  readonly mayHoldPlan: boolean;
  /** Pages, from 1, that a plan may well stand on; null where nothing is known of any. */
  readonly likely: readonly number[] | null;
  /** Those of them that say so much of what plans say that it need not be said by their paper's title. */
  readonly sure: ReadonlySet<number>;
  /** Pages that say what no plan does without (`answerLetters`), and those that name an inspection (`namingLetters`). */
  readonly answering: ReadonlySet<number>;
  readonly naming: ReadonlySet<number>;
  /** Pages on which no letter stands. */
  readonly wordless: ReadonlySet<number>;
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
  if (pages === null) return { ...unknown, wordless: new Set(), images: [] };
  const read = pageLetters(objects);
  const texts: string[] = [];
  const images: number[] = [];
  for (const [index, page] of pages.entries()) {
    const { letters, whole, hasImage } = read(page);
    const text = whole ? letters : lettersOf(await wordsOf(open, index + 1));
    texts.push(text);
    if (hasImage && text === '') images.push(index + 1);
  }
  const wordless = pagesOf(texts, (text) => text === '');
  if (wordless.size === texts.length) return { ...unknown, wordless, images };
  const possible = texts.flatMap((_, index) => (canHoldPlan(texts, index) ? [index] : []));
  const points = new Map(possible.map((index) => [index + 1, pagePoints(texts, index)]));
  const having = (least: number) => [...points].filter(([, own]) => own >= least).map(([number]) => number);
  const answering = pagesOf(texts, (text) => answerLetters.test(text));
  const naming = pagesOf(texts, (text) => namingLetters.test(text));
  const [likely, sure] = [having(leastLikelyPoints), new Set(having(likelyPoints))];
  return { mayHoldPlan: possible.length > 0, likely, sure, answering, naming, wordless, images };
}

const none: ReadonlySet<number> = new Set();
/** Nothing is known of any page. */
const unknown = { mayHoldPlan: true, likely: null, sure: none, answering: none, naming: none };

const pagesOf = (texts: readonly string[], is: (text: string) => boolean): ReadonlySet<number> =>
  new Set(texts.flatMap((text, index) => (is(text) ? [index + 1] : [])));

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

/**
 * How much a page, with those beside it, says of what plans say: its points, where a page of few letters needs fewer; none where
 * neither it nor one just before it answers an inspection.
 */
function pagePoints(texts: readonly string[], index: number): number {
  const [own = '', beside] = [texts[index], [texts[index - 1] ?? '', texts[index + 1] ?? '']];
  // What follows a page may belong to the next paper of a pack.
  if (!texts.slice(Math.max(0, index - answeredWithin), index + 1).some((text) => answerLetters.test(text))) return 0;
  const said = pageSigns.map(([letters, worth, most]) => worth * Math.min(own.match(letters)?.length ?? 0, most));
  if (said.filter((worth) => worth > 0).length < leastPageKinds) return 0;
  const near = neighbourSigns.map(([letters, worth]) => (beside.some((text) => letters.test(text)) ? worth : 0));
  const points = [...said, ...near].reduce((sum, worth) => sum + worth, 0);
  return points / Math.min(1, Math.max(0.5, own.length / fullPage));
}
