import { foldSpace } from '../../../src/lib/text.ts';
import type { Block, FileMeta, Furniture } from '../../../src/model/document.ts';
import { ParseError } from '../../../src/model/errors.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { childrenOf, type Element, elementsOf, textOf } from '../dom.ts';
import { readBlocks } from '../html/blocks.ts';
import { changeIssues } from '../html/issues.ts';
import { markLargeParagraphs } from '../html/large-text.ts';
import { unlabelledPictures } from '../html/pictures.ts';
import { settleTables } from '../html/settle-tables.ts';
import { stylesOf } from '../html/styles.ts';
import { struckIssue } from '../issues.ts';
import { applyMarks } from './apply.ts';
import { chunkIssues, placeChunks, takeChunks } from './chunks.ts';
import { lostWords } from './completeness.ts';
import { convert } from './convert.ts';
import { readFurniture, usedFurniture } from './furniture.ts';
import { factIssues, packageIssues, unreadIssue } from './issues.ts';
import { markDocument } from './mark.ts';
import { readNumbering } from './numbering.ts';
import { type DocxPackage, openPackage } from './package.ts';
import { readStyles } from './styles.ts';
import { tidyPart } from './tidy.ts';
import { loadXml, parseXml } from './xml.ts';

export interface DocxReading {
  readonly meta: FileMeta;
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a Word document. Mammoth turns its text into HTML (fields, symbols, notes, merged cells); what it leaves out
 * (colours, list numbers, headings by outline, text boxes, headers and footers) is read from the XML and tied to the
 * HTML by bookmarks.
 * @throws ParseError where the package cannot be opened or holds no document
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxReading> {
  const docx = openPackage(bytes);
  const styles = readStyles(docx.linked('styles')?.xml ?? null);
  const counter = readNumbering(docx.linked('numbering')?.xml ?? null);
  const $ = loadXml(docx.document.xml);
  const body = $('w\\:body').get(0) as Element | undefined;
  if (body === undefined)
    throw new ParseError('docx/no-document', 'The Word document has no body. Open and save it in Word.');
  const facts = tidyPart($);
  const marks = markDocument($, body, styles, counter);
  const chunks = await takeChunks($, docx);
  const { html, messages } = await convert(docx, $.xml());
  const page = applyMarks(html, marks);
  placeChunks(page, chunks);
  const looks = stylesOf(page);
  const nodes = childrenOf(page('body').get(0) as Element);
  markLargeParagraphs(nodes, looks);
  const settled = settleTables(page, looks, 'docx');
  const blocks = readBlocks(nodes, looks);
  return {
    meta: readMeta(docx),
    blocks,
    furniture: readFurniture(docx, usedFurniture(body)),
    issues: [
      ...packageIssues(docx),
      ...factIssues(facts),
      ...chunkIssues(chunks),
      ...struckIssue(marks.struck, 'docx'),
      ...changeIssues(page, looks, 'docx'),
      ...settled,
      ...unlabelledPictures(page, looks),
      ...messages.flatMap((message) => unreadIssue(message, body)),
      ...lostWords(body, blocks),
    ],
  };
}

/** The package's core properties (ECMA-376 part 2, 11). */
function readMeta(docx: DocxPackage): FileMeta {
  const core = docx.part('docProps/core.xml');
  const root = core === null ? null : parseXml(core.xml);
  const property = (name: string): string | null => {
    const element = (root === null ? [] : elementsOf(root)).find((each) => each.name.split(':').at(-1) === name);
    return element === undefined ? null : foldSpace(textOf(element)) || null;
  };
  return {
    title: property('title'),
    author: property('creator'),
    created: property('created'),
    modified: property('modified'),
  };
}
