/** The script of a process that reads a document's tables alone. */

import type { TablesReading, TablesTask } from './extract.ts';
import { serve } from './serve.ts';

serve<TablesReading, TablesTask>(async () => {
  const { drawDocument, readDocument } = await import('../../parsers/index.ts');
  return async ({ file, options, draw }) => {
    const { document, pages } = draw
      ? await drawDocument(file, options)
      : { document: await readDocument(file, options), pages: [] };
    return { tables: document.blocks.filter((block) => block.kind === 'table'), issues: document.issues, pages };
  };
});
