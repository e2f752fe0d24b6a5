import { type CheerioAPI, load } from 'cheerio';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { decodeText, isReadable } from '../decode.ts';
import { attribute, type Element } from '../dom.ts';
import { isWebArchive, pageOfArchive } from '../web-archive.ts';
import type { DocxPackage } from './package.ts';

/** Other files that Word shows as part of the document (ECMA-376 part 1, 17.17.2): their HTML, null for one not read. */
export type Chunks = readonly (string | null)[];

const chunkMark = 'bt-a-';

/** Puts a bookmark in place of each such file, so that what is in it is found again in mammoth's HTML. Changes the tree. */
export async function takeChunks($: CheerioAPI, docx: DocxPackage): Promise<Chunks> {
  const chunks: (string | null)[] = [];
  for (const chunk of $('w\\:altChunk').toArray() as Element[]) {
    const path = docx.document.links.get(attribute(chunk, 'r:id'))?.path;
    const bytes = path === undefined ? null : docx.file(path);
    const mark = `<w:bookmarkStart w:id="${800_000 + chunks.length}" w:name="${chunkMark}${chunks.length}"/>`;
    $(chunk).replaceWith(`<w:p>${mark}<w:bookmarkEnd w:id="${800_000 + chunks.length}"/></w:p>`);
    chunks.push(bytes === null ? null : await toHtml(bytes));
  }
  return chunks;
}

/** Web pages, archives of them and plain text; null for anything else. */
async function toHtml(bytes: Uint8Array): Promise<string | null> {
  const { text } = decodeText(bytes);
  if (isWebArchive(text)) return pageOfArchive(bytes);
  if (!isReadable(text) || /^\s*\{\\rtf/.test(text)) return null;
  return /^\s*</.test(text) ? text : `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}

/** Puts the pages where their bookmarks stand, their style sheets with them. */
export function placeChunks(page: CheerioAPI, chunks: Chunks): void {
  for (const anchor of page(`a[id^="${chunkMark}"]`).toArray() as Element[]) {
    const html = chunks[Number(attribute(anchor, 'id').slice(chunkMark.length))] ?? '';
    const inner = load(html);
    page(anchor)
      .closest('p')
      .replaceWith(`${inner('style').toString()}${inner('body').html() ?? ''}`);
  }
}

export const chunkIssues = (chunks: Chunks): readonly Issue[] =>
  chunks.includes(null)
    ? [
        issueOf(
          'docx/part-not-read',
          'Another file that is put into the document as a whole was not read. Open it in Word and save it again.',
        ),
      ]
    : [];
