import { foldSpace } from '../../../src/lib/text.ts';
import { storeZip } from '../../../src/lib/zip.ts';
import type { Block, FileMeta, Furniture } from '../../../src/model/document.ts';
import { ParseError } from '../../../src/model/errors.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { attribute, childrenOf, descendantsOf, type Element, elementsOf, textOf } from '../dom.ts';
import { readBlocks } from '../html/blocks.ts';
import { changeIssues } from '../html/issues.ts';
import { markLargeParagraphs } from '../html/large-text.ts';
import { unlabelledPictures } from '../html/pictures.ts';
import { stylesOf } from '../html/styles.ts';
import { issue, quote } from '../issues.ts';
import { applyMarks } from './apply.ts';
import { markDocument, referencedParts } from './mark.ts';
import { readNumbering } from './numbering.ts';
import { type DocxPackage, openPackage, type Part } from './package.ts';
import { readStyles } from './styles.ts';
import { type TidyFacts, tidyPart } from './tidy.ts';
import { isBalanced, loadXml, parseXml } from './xml.ts';

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
  const headers = referencedParts(body);
  const marks = markDocument($, body, styles, counter);
  const { html, messages } = await convert(docx, $.xml());
  const page = applyMarks(html, marks);
  const looks = stylesOf(page);
  const nodes = childrenOf(page('body').get(0) as Element);
  markLargeParagraphs(nodes, looks);
  return {
    meta: readMeta(docx),
    blocks: readBlocks(nodes, looks),
    furniture: readFurniture(docx, headers),
    issues: [
      ...(isBalanced(docx.document.xml) ? [] : [brokenXml]),
      ...factIssues(facts),
      ...packageIssues(docx),
      ...changeIssues(page, 'docx'),
      ...unlabelledPictures(page, looks),
      ...messages.flatMap((message) => unreadIssue(message, body)),
    ],
  };
}

const brokenXml = issue(
  'docx/broken-xml',
  'error',
  'The document is damaged inside; text may be missing. Fetch the file again, or open and save it in Word.',
);

interface Converted {
  readonly html: string;
  readonly messages: readonly string[];
}

/** What mammoth warns of and is of no concern: pictures, and fields without a beginning or an end. */
const known = /^Image of type|^Ignoring complex field|could not find image file|v:imagedata element without/i;

async function convert(docx: DocxPackage, documentXml: string): Promise<Converted> {
  const { default: mammoth } = await import('mammoth');
  const buffer = storeZip(leanPackage(docx, documentXml));
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value, messages } = await mammoth.convertToHtml({ buffer }, { convertImage });
    const texts = new Set(messages.map((message) => message.message).filter((message) => !known.test(message)));
    return { html: value, messages: [...texts].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ParseError('docx/unreadable', `The Word document cannot be read (${reason}). Open and save it in Word.`, {
      cause: error,
    });
  }
}

/** An element that mammoth does not know is no loss where there are no words in it, and it brings in no other file. */
function unreadIssue(message: string, body: Element): readonly Issue[] {
  const name = /^An unrecognised element was ignored: (?:.*[:}])?(\w+)\.$/.exec(message)?.[1];
  const told = (what: string) => [
    issue('docx/not-read', 'warning', `A part of the Word document was not read: ${what} Compare with the paper.`),
  ];
  if (name === undefined) return told(message);
  const elements = [...descendantsOf(body)].filter((element) => element.name.split(':').at(-1) === name);
  const words = elements.map((element) => foldSpace(textOf(element))).filter((text) => text !== '');
  if (words.length > 0) return told(`${quote(words.join(' … '), 300)}.`);
  return name === 'altChunk' ? told('another file that is put in as a whole.') : [];
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package of just what mammoth needs: the marked document, its notes, and pictures by name only. */
function leanPackage(docx: DocxPackage, documentXml: string): ReadonlyMap<string, Uint8Array> {
  const notes = (['footnotes', 'endnotes'] as const).flatMap((kind) => {
    const part = docx.linked(kind);
    if (part === null) return [];
    const $ = loadXml(part.xml);
    tidyPart($);
    $('w\\:pStyle, w\\:rStyle, w\\:numPr, w\\:tblStyle').remove();
    return [[`word/${kind}.xml`, $.xml()] as const];
  });
  const pictures = [...docx.document.links].filter(([, link]) => link.kind === 'image');
  const links = pictures.map(
    ([id]) => `<Relationship Id="${id}" Type="${relationships}/image" Target="media/picture.png"/>`,
  );
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    'word/document.xml': documentXml,
    ...Object.fromEntries(notes),
  };
  return new Map(Object.entries(files).map(([path, xml]) => [path, Buffer.from(xml)]));
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

/** Headers and footers that a section uses, and watermarks in them; page numbers alone say nothing. */
function readFurniture(docx: DocxPackage, used: ReadonlySet<string>): readonly Furniture[] {
  const parts = [...docx.document.links]
    .filter(([id]) => used.has(id))
    .flatMap(([, link]) => docx.part(link.path) ?? []);
  const lines = new Set(parts.flatMap(furnitureLines));
  return [...lines].map((text) => ({ text, places: [] }));
}

function furnitureLines(part: Part): readonly string[] {
  const $ = loadXml(part.xml);
  tidyPart($);
  const root = $.root().children().get(0) as Element | undefined;
  if (root === undefined) return [];
  const all = [...descendantsOf(root)];
  const watermarks = all
    .filter((element) => element.name === 'v:textpath')
    .map((element) => attribute(element, 'string'));
  const lines = all
    .filter((element) => element.name === 'w:p')
    .map((paragraph) =>
      [...descendantsOf(paragraph)]
        .map((each) => (each.name === 'w:t' ? textOf(each) : each.name === 'w:tab' ? ' ' : ''))
        .join(''),
    );
  return [...watermarks, ...lines]
    .map((line) => foldSpace(line).replace(/\s*(?:[|–-]\s*)?\bpage( \d*)?( of( \d*)?)?$/i, ''))
    .filter((line) => /\p{L}{2}/u.test(line));
}

function factIssues(facts: TidyFacts): readonly Issue[] {
  const issues: Issue[] = [];
  const { deleted, inserted, changedBy } = facts;
  if (deleted.length + inserted.length > 0) {
    const by = changedBy.size === 0 ? '' : ` by ${[...changedBy].join(', ')}`;
    const words = deleted.length === 0 ? '' : ` Left out: ${quote(deleted.join(' … '), 300)}.`;
    issues.push(
      issue(
        'docx/tracked-changes',
        'warning',
        `The paper has tracked changes${by}: insertions were read as text (${inserted.length}), deletions left out (${deleted.length}).${words} Ask for the final paper.`,
      ),
    );
  }
  if (facts.prompts.length > 0) {
    issues.push(
      issue(
        'docx/empty-field',
        'info',
        `Fields of a form that nobody filled in were left out: ${quote(facts.prompts.join(' … '), 200)}.`,
      ),
    );
  }
  if (facts.contents.length > 0) {
    issues.push(
      issue(
        'docx/contents-list',
        'info',
        `The list of contents was left out: ${quote(facts.contents.join(' … '), 200)}.`,
      ),
    );
  }
  if (facts.graphics > 0) {
    issues.push(
      issue(
        'docx/graphic',
        'warning',
        `Words in ${facts.graphics} charts or diagrams were not read. Look at the paper.`,
      ),
    );
  }
  return issues;
}

function packageIssues(docx: DocxPackage): readonly Issue[] {
  const issues: Issue[] = [];
  if (docx.macros) issues.push(issue('docx/macros', 'info', 'The file carries macros; they were not run.'));
  const comments = docx.linked('comments');
  const root = comments === null ? null : parseXml(comments.xml);
  const words = (root === null ? [] : elementsOf(root))
    .map((comment) => foldSpace(textOf(comment)))
    .filter((text) => text !== '');
  if (words.length > 0) {
    issues.push(
      issue('docx/comments', 'info', `Comments in the margin were left out: ${quote(words.join(' … '), 300)}.`),
    );
  }
  return issues;
}
