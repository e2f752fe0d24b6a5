import { inLittleMemory } from '../src/lib/little-memory.ts';
import { isOwnFile, ownFile } from '../src/lib/own-mark.ts';
import { shownWords } from '../src/lib/text.ts';
import type { Document, DrawnPage, FileMeta, SourceFile } from '../src/model/document.ts';
import { ParseError } from '../src/model/errors.ts';
import { issueOf, notAPaper } from '../src/model/issue.ts';
import type { Format, ParseOptions } from '../src/model/parsing.ts';
import type { Extraction } from '../src/model/plan.ts';
import type { ShownLayout } from '../src/model/taught.ts';

/** Most telling first: text claims whatever else can be decoded. Each loads its reader only for a file of its own. */
const formats: readonly (() => Promise<Format>)[] = [
  async () => (await import('./formats/pdf.ts')).pdf,
  async () => (await import('./formats/docx.ts')).docx,
  async () => (await import('./formats/html.ts')).html,
  async () => (await import('./formats/text.ts')).text,
];

/**
 * Reads a file of any known format, told by its bytes, into a neutral document.
 * @throws ParseError where the bytes are no known format, or nothing of the file can be read
 */
export async function readDocument(file: SourceFile, options: ParseOptions): Promise<Document> {
  if (file.bytes.length === 0) throw new ParseError('file/empty', 'The file is empty. Fetch it again.');
  for (const load of formats) {
    const format = await load();
    if (!format.claims(file.bytes)) continue;
    const document = await format.parse(file, options);
    return { ...document, meta: withShownWords(document.meta) };
  }
  throw new ParseError('file/unknown-format', 'The file is not PDF, DOCX, HTML or text. Save it as one of these.');
}

/** What any file may say of itself: nobody has seen it on a page, and it goes into titles and names of plans. */
function withShownWords({ title, author, created, modified }: FileMeta): FileMeta {
  return {
    title: shownWords(title),
    author: shownWords(author),
    created: shownWords(created),
    modified: shownWords(modified),
  };
}

/**
 * Reads a PDF as `readDocument` does and draws its pages with what was seen on them.
 * @throws ParseError `file/no-pages` for any other format, else as `readDocument`
 */
export async function drawDocument(
  file: SourceFile,
  options: ParseOptions,
): Promise<{ readonly document: Document; readonly pages: readonly DrawnPage[] }> {
  const { pdf } = await import('./formats/pdf.ts');
  if (!pdf.claims(file.bytes)) {
    throw new ParseError('file/no-pages', 'Only the pages of a PDF can be drawn, and the file is none.');
  }
  return (await import('./pdf/draw-pdf.ts')).drawPdfFile(file.bytes, options);
}

/**
 * Reads one paper: its own data, its plans and their entries, with the place of every value.
 * @throws ParseError as `readDocument`
 */
export async function readPaper(file: SourceFile, options: ParseOptions): Promise<Extraction> {
  const { packToExtraction } = await import('./pack-papers.ts');
  if (isOwnFile(file.bytes)) return packToExtraction(file, noDocument(ownFile), []);
  const read = await readDocument(file, options);
  const document =
    read.format === 'text' && isJson(file.bytes) ? noDocument('It is data of a program (JSON); it is no paper.') : read;
  const extract = async () => packToExtraction(file, document, options.taught);
  return await (document.blocks.length <= manyBlocks ? extract() : inLittleMemory(extract));
}

/** From so many blocks on, a hundred pages or so, memory is worth more than time. */
const manyBlocks = 2000;

/**
 * The tables and forms of a paper, each with what its labels are taken for, so that a person can say what they are.
 * @throws ParseError as `readDocument`
 */
export async function readLayouts(file: SourceFile, options: ParseOptions): Promise<readonly ShownLayout[]> {
  const document = await readDocument(file, options);
  return (await import('./taught/shown.ts')).documentToShown(document, options.taught);
}

function isJson(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8').trim();
  if (!/^[[{]/.test(text)) return false;
  // JSON Lines have a value in each line.
  return [text, text.slice(0, text.indexOf('\n'))].some(isValue);
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What stands for a file whose kind says that it is no paper, whatever words are in it. */
const noDocument = (why: string): Document => ({
  format: 'text',
  meta: { title: null, author: null, created: null, modified: null },
  pages: [],
  blocks: [],
  furniture: [],
  issues: [issueOf(notAPaper, why)],
});
