import type { Document, DrawnPage } from '../../src/model/document.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import { pageToSvg, type SeenPage } from './draw/page-svg.ts';
import { readPdfFile } from './read.ts';

/**
 * Reads a PDF and draws each page that was read, with what was seen on it and what was made of that.
 * @throws ParseError as `readPdfFile`
 */
export async function drawPdfFile(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<{ readonly document: Document; readonly pages: readonly DrawnPage[] }> {
  const seen: SeenPage[] = [];
  const document = await readPdfFile(bytes, options, (pages) => void seen.push(...pages));
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return {
    document,
    pages: seen.map((one) => ({
      number: one.page.number,
      svg: pageToSvg(
        one,
        tables.filter(({ places }) => places.some(({ page }) => page === one.page.number)),
      ),
    })),
  };
}
