import { withPaths } from '../../src/lib/paths.ts';
import type { Document, SourceFile } from '../../src/model/document.ts';
import { issueOf } from '../../src/model/issue.ts';
import type { Format } from '../../src/model/parsing.ts';
import { decodeText, isReadable } from '../markup/decode.ts';
import { readText } from '../markup/text/blocks.ts';

/** How much of a file is looked at to tell what it is, in bytes. */
const head = 65_536;
/** How files begin that are text by their characters, but whose text is not what they say: pictures too, in windows-1252. */
const otherFormats =
  /^\s*(?:‰PNG|GIF8[79]a|ÿØÿ|\{\\rtf|%PDF|%!PS|<\?xml|<(?:svg|rss|feed|!doctype)\b|MIME-Version:|begin \d{3} |-----BEGIN)/i;

/** Plain text and Markdown in UTF-8, UTF-16 or windows-1252: whatever can be read as text and is nothing else. */
export const text: Format = {
  name: 'text',
  claims(bytes) {
    const start = decodeText(bytes.subarray(0, head)).text;
    return start.trim() !== '' && isReadable(start) && !otherFormats.test(start);
  },
  async parse(file) {
    return parse(file);
  },
};

function parse(file: SourceFile): Document {
  const { text: words, encoding, certain } = decodeText(file.bytes);
  const { blocks, furniture, issues } = readText(words);
  const guessed = issueOf(
    'text/encoding-guessed',
    `The file does not say how it is encoded; read as ${encoding}. Look at quotation marks, dashes and pound signs.`,
  );
  return {
    format: 'text',
    meta: { title: null, author: null, created: null, modified: null },
    pages: [],
    ...withPaths(blocks, furniture),
    issues: certain ? issues : [guessed, ...issues],
  };
}
