import { withPaths } from '../../src/lib/paths.ts';
import type { Document, SourceFile } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Format } from '../../src/model/parsing.ts';
import { decodeText } from '../markup/decode.ts';
import { readPage } from '../markup/html/read.ts';

/** How much of a file is looked at to tell what it is, in bytes; browsers look at 1024 for an encoding. */
const head = 4096;
const opening =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<(?:html|head|body|title|meta|link|style|script|main|article|section|header|nav|div|table|p|h[1-6]|center|font|ul|ol|dl)\b)/is;
const comment = /^\s*<!--/;

/** Web pages, also those Word saves, in any encoding they declare. */
export const html: Format = {
  name: 'html',
  claims(bytes) {
    const { text } = decodeText(bytes.subarray(0, head));
    return opening.test(text) || (comment.test(text) && /<html\b/i.test(text));
  },
  async parse(file) {
    return parse(file);
  },
};

function parse(file: SourceFile): Document {
  const declared = declaredEncoding(decodeText(file.bytes.subarray(0, head), 'windows-1252').text);
  const { text, encoding, certain } = decodeText(file.bytes, declared);
  const page = readPage(text);
  return {
    format: 'html',
    meta: page.meta,
    pages: [],
    ...withPaths(page.blocks, page.furniture),
    issues: [...encodingIssues(declared, encoding, certain), ...page.issues],
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
    {
      code: 'html/encoding-guessed',
      severity: 'info',
      message: `The page ${said}; read as ${encoding}. Look at quotation marks, dashes and pound signs.`,
      place: null,
    },
  ];
}
