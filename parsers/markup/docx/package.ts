import { openZip, type ZipArchive, ZipError } from '../../../src/lib/zip.ts';
import { ParseError } from '../../../src/model/errors.ts';
import type { IssueCode } from '../../../src/model/issue.ts';
import { attribute, type Element, elementsOf } from '../dom.ts';
import { parseXml } from './xml.ts';

/** One XML part of the package and what it refers to. */
export interface Part {
  readonly path: string;
  readonly xml: string;
  /** Targets by relationship id: the kind (the last word of its type) and the path inside the package. */
  readonly links: ReadonlyMap<string, { readonly kind: string; readonly path: string }>;
}

export interface DocxPackage {
  readonly document: Part;
  /** True for a file that carries macros; they are never run. */
  readonly macros: boolean;
  /** The part that the document refers to as of this kind (`styles`, `numbering`, `footnotes`); null where it has none. */
  linked(kind: string): Part | null;
  /** A part by its path; null where it is not there. */
  part(path: string): Part | null;
  /** The bytes of any file in it; null where it is not there. */
  file(path: string): Uint8Array | null;
}

/** Most bytes one part may unpack to. The text of a thousand pages takes about a tenth of it. */
const largestPart = 48 * 2 ** 20;

/**
 * Opens a DOCX file and reads the parts that carry its text (ECMA-376 part 2: parts and their relationships).
 * @throws ParseError where the file is cut short, damaged, encrypted, unpacks without end or holds no Word document
 */
export function openPackage(bytes: Uint8Array): DocxPackage {
  return explained(() => {
    const zip = openZip(bytes);
    const part = (path: string): Part | null => readPart(zip, path);
    const main = mainPath(zip);
    const document = part(main);
    if (document === null) {
      throw new ParseError(
        'docx/no-document',
        'The file is a Word package without a document in it. Ask for the paper again.',
      );
    }
    return {
      document,
      macros: zip.names.some((name) => /vbaProject\.bin$/i.test(name)),
      part: (path) => explained(() => part(path)),
      file: (path) => explained(() => zip.read(path, largestPart)),
      linked: (kind) => {
        const link = [...document.links.values()].find((target) => target.kind === kind);
        return link === undefined ? null : explained(() => part(link.path));
      },
    };
  });
}

/** Runs a reading of the archive; its troubles come out as sentences that say what to do. */
function explained<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const [code, advice] = {
      broken: ['docx/corrupt', 'Fetch it again, or open and save it in Word'],
      encrypted: ['docx/encrypted', 'Save it without a password'],
      'too-large': ['docx/too-large', 'It is no ordinary paper; look at it before opening it'],
      'unknown-method': ['docx/corrupt', 'Open and save it in Word'],
    }[error.trouble] as [IssueCode, string];
    throw new ParseError(code, `The DOCX file cannot be read: ${error.message}. ${advice}.`, { cause: error });
  }
}

function readPart(zip: ZipArchive, path: string): Part | null {
  const content = zip.read(path, largestPart);
  return content === null ? null : { path, xml: decodeXml(content), links: readLinks(zip, path) };
}

/** XML is UTF-8 unless a byte order mark says otherwise (XML 1.0, appendix F). */
function decodeXml(content: Uint8Array): string {
  const marked =
    content[0] === 0xff && content[1] === 0xfe
      ? 'utf-16le'
      : content[0] === 0xfe && content[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(marked).decode(content);
}

function mainPath(zip: ZipArchive): string {
  const links = readLinks(zip, '');
  const main = [...links.values()].find((link) => link.kind === 'officeDocument');
  return main !== undefined && zip.names.includes(main.path) ? main.path : 'word/document.xml';
}

function readLinks(zip: ZipArchive, path: string): Part['links'] {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const content = zip.read(`${folder}_rels/${path.slice(slash + 1)}.rels`, largestPart);
  if (content === null) return new Map();
  const root = parseXml(decodeXml(content));
  const links = (root === null ? [] : elementsOf(root)).map((link: Element) => {
    const target = attribute(link, 'Target');
    const resolved = target.startsWith('/') ? target.slice(1) : folder + target;
    return [attribute(link, 'Id'), { kind: attribute(link, 'Type').split('/').at(-1) ?? '', path: resolved }] as const;
  });
  return new Map(links);
}
