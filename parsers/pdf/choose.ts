import type { PageContent } from './page-content.ts';
import type { PageTable } from './page-table.ts';

/** Which evidence to read a page's tables from; `auto` takes the best for each part of the page. */
export type PageEvidence = 'auto' | 'ruled' | 'spaced';

/** The tables of one page, from top to bottom. */
export function readPageTables(_page: PageContent, _evidence: PageEvidence): readonly PageTable[] {
  return [];
}
