/** The script of a process that reads a document's tables alone. */
import { serve } from './serve.ts';
import type { TablesReading } from './tables.ts';

serve(async () => {
  const { readDocument } = await import('../../parsers/index.ts');
  return async ({ file, options }): Promise<TablesReading> => {
    const { blocks, issues } = await readDocument(file, options);
    return { tables: blocks.filter((block) => block.kind === 'table'), issues };
  };
});
