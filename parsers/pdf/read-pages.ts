import { type PaperWords, paperWords } from '../../src/lib/hyphens.ts';
import type { Furniture, Page, RecognisedWord } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import { type Draft, toDrafts } from './drafts.ts';
import { stripFurniture } from './furniture.ts';
import type { PageContent, TextRun } from './page-content.ts';
import { measureEdges, readPageFlow, readTree } from './page-flow.ts';
import { withSeenRuns } from './runs.ts';
import { imagedShare } from './skim.ts';
import { readTablesOverPages } from './tables-over-pages.ts';
import { dropUnmapped } from './unmapped.ts';

/** A page as it was taken from the file: by its text layer or, with `words`, by character recognition. */
export interface SourcePage {
  readonly content: PageContent;
  readonly words: readonly RecognisedWord[] | null;
}

/** What a stretch of successive pages holds. */
export interface PageStretch {
  readonly pages: readonly Page[];
  readonly drafts: readonly Draft[];
  readonly furniture: readonly Furniture[];
  readonly words: PaperWords;
  readonly issues: readonly Issue[];
}

/** From this share of a page on, an image on a page without text is taken for the page itself. */
const wholeImage = 0.2;
/** An image this large with no more letters beside it than a stamped header and page number is a page too. */
const fullImage = 0.6;
const stampedLetters = 40;
/** Words that the engine is less sure of than this are named. */
const unsure = 0.6;
/** So many words are named in a message. */
const mostNamed = 12;
/** So many painted shapes on a page without text or image: letters turned into outlines. */
const manyShapes = 150;

/** Reads successive pages together: furniture, text edges and the paper's words show by comparing pages. */
export function readStretch(sources: readonly SourcePage[], options: ParseOptions): PageStretch {
  const recognised = new Map(sources.map(({ content, words }) => [content.number, words]));
  const mapped = dropUnmapped(sources.map(({ content }) => content));
  const seen = mapped.pages.map(withSeenRuns);
  const stripped = stripFurniture(seen);
  const words = paperWords(stripped.pages.flatMap((page) => page.runs.map((run) => run.text)));
  const edges = measureEdges(stripped.pages);
  const trees = stripped.pages.map((page) => readTree(page, options.evidence, words));
  const untagged = stripped.pages.filter((_, index) => trees[index] === null);
  const tables = readTablesOverPages(untagged, options.evidence === 'tagged' ? 'auto' : options.evidence);
  const flows = stripped.pages.map((page, index) => {
    const own = edges.get(Math.round(page.width)) ?? { left: 0, right: page.width };
    const found = tables[untagged.indexOf(page)] ?? [];
    return { page: page.number, ...readPageFlow(page, trees[index] ?? null, found, own, words) };
  });
  const ignored = flows.filter((flow) => flow.tree === 'ignored' && usesTree(options)).map((flow) => flow.page);
  return {
    pages: seen.map((page) => toPage(page, recognised.get(page.number) ?? null)),
    drafts: toDrafts(
      flows.flatMap((flow) => flow.items),
      words,
    ),
    furniture: stripped.furniture,
    words,
    issues: [
      ...mapped.issues,
      ...seen.flatMap((page) => textIssues(page, recognised.get(page.number) ?? null)),
      ...(ignored.length > 0 ? [ignoredIssue(ignored)] : []),
    ],
  };
}

const usesTree = ({ evidence }: ParseOptions): boolean => evidence === 'auto' || evidence === 'tagged';

function toPage(page: PageContent, words: readonly RecognisedWord[] | null): Page {
  const { number, width, height } = page;
  if (words !== null) return { number, width, height, text: 'ocr', words };
  return { number, width, height, text: page.runs.length > 0 ? 'layer' : 'none' };
}

/** True for a page that is an image: nothing on it can be read but by character recognition. */
export function isImagePage(page: PageContent): boolean {
  const letters = page.runs.reduce((sum, run) => sum + run.text.length, 0);
  const share = imagedShare(page);
  return letters === 0 ? share >= wholeImage : letters <= stampedLetters && share >= fullImage;
}

function textIssues(page: PageContent, words: readonly RecognisedWord[] | null): readonly Issue[] {
  const place = { path: `page/${page.number}`, page: page.number };
  if (words !== null) return [{ code: 'pdf/ocr', severity: 'warning', message: ocrMessage(page.number, words), place }];
  const unknown = page.runs.filter((run) => run.text.includes('\ufffd'));
  if (unknown.length > 0)
    return [{ code: 'pdf/unmapped-letters', severity: 'warning', message: unknownMessage(unknown), place }];
  if (isImagePage(page)) {
    const message = `page ${page.number} is an image without a text layer, so what it shows was not read; read the paper with --ocr`;
    return [{ code: 'pdf/no-text-layer', severity: 'error', message, place }];
  }
  if (page.runs.length > 0 || page.fills.length + page.segments.length < manyShapes) return [];
  const message = `page ${page.number} holds drawings and no text; if it shows words, ask for a copy whose text can be selected`;
  return [{ code: 'pdf/no-text-layer', severity: 'warning', message, place }];
}

function unknownMessage(runs: readonly TextRun[]): string {
  const named = [...new Set(runs.map((run) => `"${run.text}"`))];
  const more = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : '';
  return `the file does not say which letters stand at the marks \ufffd in ${named.slice(0, mostNamed).join(', ')}${more}; look them up on the page`;
}

function ocrMessage(number: number, words: readonly RecognisedWord[]): string {
  if (words.length === 0) return `page ${number} is an image, and no words were recognised on it`;
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  const doubtful = words.filter((word) => word.confidence < unsure).map((word) => `"${word.text}"`);
  const named =
    doubtful.slice(0, mostNamed).join(', ') +
    (doubtful.length > mostNamed ? ` and ${doubtful.length - mostNamed} more` : '');
  const check = doubtful.length === 0 ? 'check it against the page' : `check ${named}`;
  return `page ${number} is an image: its ${words.length} words were recognised with a confidence of ${Math.round(100 * mean)} % on average; ${check}`;
}

function ignoredIssue(pages: readonly number[]): Issue {
  const where = pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`;
  return {
    code: 'pdf/structure-tree-ignored',
    severity: 'info',
    message: `the tags of ${where} do not fit what the page shows, so it was read by its layout`,
    place: { path: `page/${pages[0]}`, page: pages[0] ?? 1 },
  };
}
