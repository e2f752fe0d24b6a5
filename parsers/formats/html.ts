import { withPaths } from '../../src/lib/paths.ts';
import type { Document, SourceFile } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import { type Issue, issueOf } from '../../src/model/issue.ts';
import type { Format } from '../../src/model/parsing.ts';
import { decodeText } from '../markup/decode.ts';
import { readPage } from '../markup/html/read.ts';
import { isWebArchive, pageOfArchive } from '../markup/web-archive.ts';

/** How much of a file is looked at to tell what it is, in bytes: long comments may stand before a page. */
const head = 65_536;
/** Any number of comments is one stretch from the first to the last: told apart, the time would double with each. */
const opening =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)?(?:<!doctype html|<(?:html|head|body|title|meta|link|style|script|main|article|section|header|nav|div|table|p|h[1-6]|center|font|ul|ol|dl)\b)/is;
const comment = /^\s*<!--/;

/** Web pages, also those Word saves and web archives, in any encoding they declare. */
export const html: Format = {
  name: 'html',
  claims(bytes) {
    const { text } = decodeText(bytes.subarray(0, head));
    return opening.test(text) || (comment.test(text) && /<html\b/i.test(text)) || isWebArchive(text);
  },
  async parse(file) {
    return isWebArchive(decodeText(file.bytes.subarray(0, head)).text) ? parseArchive(file) : parse(file);
  },
};

/** A page that was saved with its pictures and style sheets in one file. */
async function parseArchive(file: SourceFile): Promise<Document> {
  const text = await pageOfArchive(file.bytes);
  if (text === null) {
    throw new ParseError('html/no-page', 'The web archive holds no page. Save the page again, as HTML or PDF.');
  }
  return toDocument(text, []);
}

function parse(file: SourceFile): Document {
  const declared = declaredEncoding(decodeText(file.bytes.subarray(0, head), 'windows-1252').text);
  const { text, encoding, certain } = decodeText(file.bytes, declared);
  return toDocument(text, encodingIssues(declared, encoding, certain));
}

function toDocument(text: string, issues: readonly Issue[]): Document {
  const page = readPage(text);
  return {
    format: 'html',
    meta: page.meta,
    pages: [],
    ...withPaths(page.blocks, page.furniture),
    issues: [...issues, ...page.issues],
  };
}

/** What the page says of its own encoding: `<meta charset>`, `http-equiv`, or an XML declaration. */
function declaredEncoding(start: string): string | null {
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start);
  return found?.[1] ?? null;
}

function encodingIssues(declared: string | null, encoding: string, certain: boolean): readonly Issue[] {
  if (certain) return [];
  const said = declared === null ? 'declares no encoding' : `says it is ${declared} but is not`;
  return [
    issueOf(
      'html/encoding-guessed',
      `The page ${said}; read as ${encoding}. Look at quotation marks, dashes and pound signs.`,
    ),
  ];
}
