/** The script of a process that reads a document's words alone. */
import type { Block } from '../../model/document.ts';
import { serve } from '../serve.ts';

serve(async () => {
  const { readDocument } = await import('../../../parsers/index.ts');
  return async ({ file, options }) => (await readDocument(file, options)).blocks.map(wordsOf).join('\n');
});

/** Headers and footers are left out: they are where stamps are, and what is said stands in the blocks. */
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.map(({ text }) => text).join('\n');
    case 'table':
      return block.cells.map(({ text }) => text).join('\n');
    default:
      return block.text;
  }
}
