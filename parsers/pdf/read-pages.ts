import { type PaperWords, paperWords } from '../../src/lib/hyphens.ts';
import type { Furniture, Page } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import { type Draft, toDrafts } from './drafts.ts';
import { stripFurniture } from './furniture.ts';
import type { PageContent } from './page-content.ts';
import { measureEdges, readPageFlow } from './page-flow.ts';
import { withSeenRuns } from './runs.ts';
import { imagedShare } from './skim.ts';
import { dropUnmapped } from './unmapped.ts';

/** What a stretch of successive pages holds. */
export interface PageStretch {
  readonly pages: readonly Page[];
  readonly drafts: readonly Draft[];
  readonly furniture: readonly Furniture[];
  readonly words: PaperWords;
  readonly issues: readonly Issue[];
}

/** From this share of a page on, an image on a page without text is taken for the page itself. */
const wholeImage = 0.2;
/** So many painted shapes on a page without text or image: letters turned into outlines. */
const manyShapes = 150;

/** Reads successive pages together: furniture, text edges and the paper's words show by comparing pages. */
export function readStretch(raw: readonly PageContent[], options: ParseOptions): PageStretch {
  const mapped = dropUnmapped(raw);
  const seen = mapped.pages.map(withSeenRuns);
  const stripped = stripFurniture(seen);
  const words = paperWords(stripped.pages.flatMap((page) => page.runs.map((run) => run.text)));
  const edges = measureEdges(stripped.pages);
  const flows = stripped.pages.map((page) => {
    const own = edges.get(Math.round(page.width)) ?? { left: 0, right: page.width };
    return { page: page.number, ...readPageFlow(page, options.evidence, own, words) };
  });
  const ignored = flows.filter((flow) => flow.tree === 'ignored' && usesTree(options)).map((flow) => flow.page);
  return {
    pages: seen.map(toPage),
    drafts: toDrafts(
      flows.flatMap((flow) => flow.items),
      words,
    ),
    furniture: stripped.furniture,
    words,
    issues: [...mapped.issues, ...seen.flatMap(noTextIssue), ...(ignored.length > 0 ? [ignoredIssue(ignored)] : [])],
  };
}

const usesTree = ({ evidence }: ParseOptions): boolean => evidence === 'auto' || evidence === 'tagged';

const toPage = (page: PageContent): Page => ({
  number: page.number,
  width: page.width,
  height: page.height,
  text: page.runs.length > 0 ? 'layer' : 'none',
});

function noTextIssue(page: PageContent): readonly Issue[] {
  if (page.runs.length > 0) return [];
  const place = { path: `page/${page.number}`, page: page.number };
  if (imagedShare(page) >= wholeImage) {
    const message = `page ${page.number} is an image without a text layer, so nothing of it was read; read the paper with --ocr`;
    return [{ code: 'pdf/no-text-layer', severity: 'error', message, place }];
  }
  if (page.fills.length + page.segments.length < manyShapes) return [];
  const message = `page ${page.number} holds drawings and no text; if it shows words, ask for a copy whose text can be selected`;
  return [{ code: 'pdf/no-text-layer', severity: 'warning', message, place }];
}

function ignoredIssue(pages: readonly number[]): Issue {
  const where = pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`;
  return {
    code: 'pdf/structure-tree-ignored',
    severity: 'info',
    message: `the tags of ${where} do not fit what the page shows, so it was read by its layout`,
    place: { path: `page/${pages[0]}`, page: pages[0] ?? 1 },
  };
}
