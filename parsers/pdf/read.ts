import { inLittleMemory } from '../../src/lib/little-memory.ts';
import { withPaths } from '../../src/lib/paths.ts';
import type { Document } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import { type Issue, isIssueCode, issueOf, lookedThrough } from '../../src/model/issue.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import type { SeenPage } from './draw/page-svg.ts';
import { lookThrough } from './find/look-through.ts';
import { toBlocks } from './flow/blocks.ts';
import { isImagePage } from './page/image-page.ts';
import { type OpenPdf, openPdf } from './page/open.ts';
import type { PageContent } from './page/page-content.ts';
import type { SourcePage } from './page/source-page.ts';
import { lostPage, openPages, type Pages } from './pages.ts';
import { type PageStretch, readStretch } from './read-pages.ts';
import { type OcrReader, ocrReader } from './scan/ocr.ts';
import { longestPaper, type Selection, selectPages } from './select-pages.ts';
import { placesAsShown } from './shown-places.ts';
import { readTypedPaper } from './typed/typed-paper.ts';

/** So many pages are held in memory at a time. */
const stretch = 20;

/** Looks on while pages are read; each is shown once. */
type Onlooker = (pages: readonly SeenPage[]) => void;

/**
 * Reads a PDF's pages, stretch by stretch, into a document.
 * @param look shown the pages of each stretch as they were seen
 * @throws ParseError where the file cannot be opened or shows no text at all
 */
export async function readPdfFile(
  bytes: Uint8Array,
  options: ParseOptions,
  look: Onlooker = () => undefined,
): Promise<Document> {
  const open = await openPdf(bytes);
  const ocr = ocrReader();
  const pages = openPages(open);
  const read = async () => {
    const looked = options.find === true ? await lookThrough(bytes, open) : null;
    const issues: Issue[] = [...fileIssues(open)];
    const selection = await selectPages(pages, looked, issues);
    if (selection === null) return unread(open, looked?.images ?? []);
    return readSelection({ pages, options, ocr, look }, selection, issues);
  };
  try {
    return await (open.pageCount <= longestPaper ? read() : inLittleMemory(read));
  } finally {
    await Promise.all([open.close(), ocr.close()]);
  }
}

/** A document that was looked through and not read. */
function unread(open: OpenPdf, images: readonly number[]): Document {
  return {
    format: 'pdf',
    meta: open.meta,
    pages: [],
    blocks: [],
    furniture: [],
    issues: [...fileIssues(open), lookedThroughIssue(open.pageCount, images)],
  };
}

function lookedThroughIssue(pages: number, images: readonly number[]): Issue {
  const all = pages === 1 ? 'its one page' : `its ${pages} pages`;
  const unknown =
    images.length === 0
      ? ''
      : ` ${images.length} of them are images, which were not looked at (the first is page ${images[0]}).`;
  return issueOf(
    lookedThrough,
    `It was only looked through (--find): nothing on ${all} can be a plan that follows an inspection.${unknown} Without --find it is read.`,
  );
}

/** An open file, and how it is read. */
interface Reading {
  readonly pages: Pages;
  readonly options: ParseOptions;
  readonly ocr: OcrReader;
  readonly look: Onlooker;
}

/** @param issues what is amiss with the file so far; what is amiss with its pages is added */
async function readSelection(
  { pages, options, ocr, look }: Reading,
  selection: Selection,
  issues: Issue[],
): Promise<Document> {
  const { open } = pages;
  const stretches: PageStretch[] = [];
  for (const numbers of inStretches(selection.numbers)) {
    const sources: SourcePage[] = [];
    for (const number of numbers) {
      for (const content of await pages.take(number, issues)) {
        sources.push(
          options.ocr && isImagePage(content) ? await readImage(open, ocr, content, issues) : asRead(content),
        );
      }
    }
    if (sources.length > 0) stretches.push(readStretch(sources, options, look));
  }
  const read = stretches.flatMap((part) => part.pages);
  issues.push(...stretches.flatMap((part) => part.issues));
  const shown = new Map(stretches.flatMap((part) => [...part.shown]));
  const drafts = stretches.flatMap((part) => part.drafts);
  if (drafts.length === 0) throw withoutText(open.pageCount, issues);
  const words = { words: new Set(stretches.flatMap((part) => [...part.words.words])) };
  const lines = stretches.flatMap(({ typed }) => typed ?? []);
  const typed = stretches.every((part) => part.typed !== null) ? readTypedPaper(lines) : null;
  issues.push(...(typed?.issues ?? []));
  return {
    format: 'pdf',
    meta: open.meta,
    ...(selection.papers.length === 0 ? {} : { papers: selection.papers }),
    pages: selection.others.concat(read).toSorted((a, b) => a.number - b.number),
    ...placesAsShown(
      {
        ...withPaths(typed?.blocks ?? toBlocks(drafts, options.stitch, words), [
          ...stretches.flatMap((part) => part.furniture),
          ...(typed?.furniture ?? []),
        ]),
        issues,
      },
      shown,
    ),
  };
}

function fileIssues({ attachments, state }: OpenPdf): readonly Issue[] {
  const issues: Issue[] = [];
  if (state === 'cut') {
    const message =
      'the file breaks off before its end, as after a download that failed, and what stood there is missing; fetch the file again';
    issues.push(issueOf('pdf/cut', message));
  }
  if (state === 'rebuilt') {
    const message =
      'the file is damaged: its list of parts is wrong, so they were looked for one by one, and some may be missing; fetch the file again';
    issues.push(issueOf('pdf/rebuilt', message));
  }
  if (attachments.length > 0) {
    const message = `the file carries other files that were not read: ${attachments.join(', ')}; save them from it and take in what you want`;
    issues.push(issueOf('pdf/attachments', message));
  }
  return issues;
}

const asRead = (content: PageContent): SourcePage => ({ content, words: null, shown: null });

/** A page's image by character recognition; one that cannot be painted is an issue, and stays as the file has it. */
async function readImage(open: OpenPdf, ocr: OcrReader, content: PageContent, issues: Issue[]): Promise<SourcePage> {
  try {
    return await ocr.read(open, content);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    issues.push(lostPage(content.number, error));
    return asRead(content);
  }
}

/**
 * Successive pages together, and no more than are to be held in memory at once; as many in each as may be, for a few by
 * themselves do not show what comes back from page to page.
 */
function inStretches(numbers: readonly number[]): readonly (readonly number[])[] {
  const whole =
    numbers.length <= longestPaper ? longestPaper : Math.ceil(numbers.length / Math.ceil(numbers.length / stretch));
  const stretches: number[][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last === undefined || last.length >= whole || last.at(-1) !== number - 1) stretches.push([number]);
    else last.push(number);
  }
  return stretches;
}

function withoutText(pageCount: number, issues: readonly Issue[]): ParseError {
  const first = issues.find((issue) => issue.severity === 'error');
  if (first !== undefined && first.code !== 'pdf/no-text-layer' && isIssueCode(first.code))
    return new ParseError(first.code, first.message);
  if (pageCount < 1) return new ParseError('pdf/empty', 'the PDF lists no pages; ask for another copy');
  const pages = pageCount === 1 ? 'its one page has no text' : `none of its ${pageCount} pages has any text`;
  return first === undefined
    ? new ParseError('pdf/empty', `the PDF is empty: ${pages}; look at it in a viewer, or ask for another copy`)
    : new ParseError(
        'pdf/no-text-layer',
        `no text layer was found: ${pages}, only images; read the paper with --ocr, or ask for a copy whose text can be selected`,
      );
}
