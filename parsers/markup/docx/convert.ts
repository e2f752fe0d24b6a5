import { zipSync } from 'fflate';
import { ParseError } from '../../../src/model/errors.ts';
import type { DocxPackage } from './package.ts';
import { onlyPicture, tidyPart } from './tidy.ts';
import { loadXml } from './xml.ts';

export interface Converted {
  readonly html: string;
  readonly messages: readonly string[];
}

/** What mammoth warns of and is of no concern: pictures, and fields without a beginning or an end. */
const known = /^Image of type|^Ignoring complex field|could not find image file|v:imagedata element without/i;

/**
 * The document as mammoth's HTML: text, tables with their spans, notes at the end; every paragraph a `<p>`.
 * @throws ParseError where mammoth cannot read it
 */
export async function convert(docx: DocxPackage, documentXml: string): Promise<Converted> {
  const { default: mammoth } = await import('mammoth');
  const buffer = Buffer.from(zipSync(Object.fromEntries(leanPackage(docx, documentXml)), { level: 0 }));
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

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package of just what mammoth needs: the marked document and its notes; one name stands for all pictures. */
function leanPackage(docx: DocxPackage, documentXml: string): ReadonlyMap<string, Uint8Array> {
  const notes = (['footnotes', 'endnotes'] as const).flatMap((kind) => {
    const part = docx.linked(kind);
    if (part === null) return [];
    const $ = loadXml(part.xml);
    tidyPart($);
    $('a\\:blip').remove();
    $('w\\:pStyle, w\\:rStyle, w\\:numPr, w\\:tblStyle').remove();
    return [[`word/${kind}.xml`, $.xml()] as const];
  });
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/></Types>',
    '_rels/.rels': relationship('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relationship('image', 'media/picture.png'),
    'word/document.xml': documentXml,
    ...Object.fromEntries(notes),
  };
  return new Map(Object.entries(files).map(([path, xml]) => [path, Buffer.from(xml)]));
}

const relationship = (kind: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${onlyPicture}" Type="${relationships}/${kind}" Target="${target}"/></Relationships>`;
