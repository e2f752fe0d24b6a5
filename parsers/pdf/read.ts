import { inLittleMemory } from '../../src/lib/little-memory.ts';
import { withPaths } from '../../src/lib/paths.ts';
import { shownWords } from '../../src/lib/text.ts';
import type { Document, Page } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import { type Issue, isIssueCode, issueOf, lookedThrough } from '../../src/model/issue.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import type { SeenPage } from './draw/page-svg.ts';
import { type LookThrough, lookThrough } from './find/look-through.ts';
import { toBlocks } from './flow/blocks.ts';
import { type PackPart, splitPack } from './pack/pack.ts';
import { type PageSkim, skimPage } from './pack/skim.ts';
import { isImagePage } from './page/image-page.ts';
import { type OpenPdf, openPdf } from './page/open.ts';
import type { PageContent } from './page/page-content.ts';
import { damageIssues } from './page/page-issues.ts';
import type { SourcePage } from './page/source-page.ts';
import { type PageStretch, readStretch } from './read-pages.ts';
import { type OcrReader, ocrReader } from './scan/ocr.ts';
import { placesAsShown } from './shown-places.ts';

/** Files of more pages are looked through for parts first, and only those that report on a plan are read. */
const longestPaper = 60;
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
  try {
    const looked = options.find === true ? await lookThrough(bytes, open) : null;
    if (looked?.mayHoldPlan === false) return unread(open, looked);
    const read = () => readPdf(open, options, ocr, look);
    return await (open.pageCount <= longestPaper ? read() : inLittleMemory(read));
  } finally {
    await Promise.all([open.close(), ocr.close()]);
  }
}

/** A document that was looked through and not read. */
function unread(open: OpenPdf, { images }: LookThrough): Document {
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

async function readPdf(open: OpenPdf, options: ParseOptions, ocr: OcrReader, look: Onlooker): Promise<Document> {
  const issues: Issue[] = [...fileIssues(open)];
  const selection = await selectPages(open, issues);
  const stretches: PageStretch[] = [];
  for (const numbers of inStretches(selection.numbers)) {
    const pages: SourcePage[] = [];
    for (const number of numbers) {
      for (const content of await readPage(open, number, issues)) {
        pages.push(options.ocr && isImagePage(content) ? await readImage(open, ocr, content, issues) : asRead(content));
      }
    }
    if (pages.length > 0) stretches.push(readStretch(pages, options, look));
  }
  const read = stretches.flatMap((part) => part.pages);
  issues.push(...stretches.flatMap((part) => part.issues));
  const shown = new Map(stretches.flatMap((part) => [...part.shown]));
  const drafts = stretches.flatMap((part) => part.drafts);
  if (drafts.length === 0) throw withoutText(open.pageCount, issues);
  const words = { words: new Set(stretches.flatMap((part) => [...part.words.words])) };
  return {
    format: 'pdf',
    meta: open.meta,
    pages: selection.others.concat(read).toSorted((a, b) => a.number - b.number),
    ...placesAsShown(
      {
        ...withPaths(
          toBlocks(drafts, options.stitch, words),
          stretches.flatMap((part) => part.furniture),
        ),
        issues,
      },
      shown,
    ),
  };
}

/** A page that cannot be read is an issue; the others are read all the same. */
async function readPage(open: OpenPdf, number: number, issues: Issue[]): Promise<readonly PageContent[]> {
  try {
    return [await open.page(number)];
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    issues.push(lostPage(number, error));
    return [];
  }
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

const lostPage = (number: number, error: ParseError): Issue =>
  issueOf(
    error.code,
    `${error.message.replace(/\.$/, '')}; nothing of it was read: look at it in a viewer, or ask for another copy`,
    { path: `page/${number}`, page: number },
  );

interface Selection {
  /** Pages to read, from 1. */
  readonly numbers: readonly number[];
  /** What is known of the pages that are not read. */
  readonly others: readonly Page[];
}

/** All pages; of a pack those of its parts that report on a plan. */
async function selectPages(open: OpenPdf, issues: Issue[]): Promise<Selection> {
  const all = Array.from({ length: open.pageCount }, (_, index) => index + 1);
  if (open.pageCount <= longestPaper) return { numbers: all, others: [] };
  const skims: PageSkim[] = [];
  const lost: Issue[] = [];
  for (const number of all) {
    for (const page of await readPage(open, number, lost)) {
      skims.push(skimPage(page));
      lost.push(...damageIssues(page));
    }
  }
  const parts = splitPack(skims, await open.outline(), open.pageCount);
  const chosen = parts.filter((part) => part.reports);
  if (parts.length < 2 || chosen.length === 0) {
    if (parts.length > 1) issues.push(noPartIssue(parts, open.pageCount));
    return { numbers: all, others: [] };
  }
  issues.push(partsIssue(parts, chosen, open.pageCount));
  const numbers = all.filter((number) => chosen.some((part) => number >= part.from && number <= part.to));
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
  return { numbers, others };
}

function partsIssue(parts: readonly PackPart[], chosen: readonly PackPart[], pages: number): Issue {
  const names = chosen.map((part) => `${pageRange(part)} ("${shownWords(part.title) ?? ''}")`).join(', ');
  return issueOf(
    'pdf/pack-parts',
    `the file is a pack of ${parts.length} papers on ${pages} pages; read was what reports on a plan: ${names}`,
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
