import { paperWords } from '../../src/lib/hyphens.ts';
import { withPaths } from '../../src/lib/paths.ts';
import type { Document, Page } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Format } from '../../src/model/parsing.ts';
import { assemble } from '../pdf/assemble.ts';
import { stripFurniture } from '../pdf/furniture.ts';
import { openPdf, readPages } from '../pdf/open.ts';
import type { PageContent } from '../pdf/page-content.ts';
import { measureEdges, readPageFlow } from '../pdf/page-flow.ts';
import { withSeenRuns } from '../pdf/runs.ts';

/** PDF, tagged or not: the header may stand anywhere in the first 1024 bytes (ISO 32000-1, implementation note 13). */
export const pdf: Format = {
  name: 'pdf',
  claims: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  async parse(file, options): Promise<Document> {
    const open = await openPdf(file.bytes);
    try {
      const pages: PageContent[] = [];
      for await (const page of readPages(open)) pages.push(withSeenRuns(page));
      const issues: Issue[] = textIssues(pages);
      const stripped = stripFurniture(pages);
      const paper = paperWords(stripped.pages.flatMap((page) => page.runs.map((run) => run.text)));
      const edges = measureEdges(stripped.pages);
      const flows = stripped.pages.map((page) =>
        readPageFlow(
          page,
          options.evidence,
          edges.get(Math.round(page.width)) ?? { left: 0, right: page.width },
          paper,
        ),
      );
      const blocks = assemble(
        flows.flatMap((flow) => flow.items),
        options.stitch,
        paper,
      );
      return {
        format: 'pdf',
        meta: open.meta,
        pages: pages.map(toPage),
        ...withPaths(blocks, stripped.furniture),
        issues,
      };
    } finally {
      await open.close();
    }
  },
};

const toPage = (page: PageContent): Page => ({
  number: page.number,
  width: page.width,
  height: page.height,
  text: page.runs.length > 0 ? 'layer' : 'none',
});

function textIssues(pages: readonly PageContent[]): Issue[] {
  if (pages.every((page) => page.runs.length === 0)) {
    throw new ParseError('pdf/no-text-layer', 'no page has a text layer; read the paper with --ocr');
  }
  return [];
}
