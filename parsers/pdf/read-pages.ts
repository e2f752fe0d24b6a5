import { type PaperWords, paperWords } from '../../src/lib/hyphens.ts';
import type { Furniture, Page, RecognisedWord } from '../../src/model/document.ts';
import { type Issue, issueOf } from '../../src/model/issue.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import type { SeenPage } from './draw/page-svg.ts';
import { type Draft, toDrafts } from './flow/drafts.ts';
import { measureEdges, readPageFlow, readTree } from './flow/page-flow.ts';
import { withoutNoteMarks } from './page/note-marks.ts';
import type { PageContent } from './page/page-content.ts';
import { pageIssues } from './page/page-issues.ts';
import { withSeenRuns } from './page/seen-runs.ts';
import type { ShownPage, SourcePage } from './page/source-page.ts';
import { setStampsAside } from './page/stamps.ts';
import { setStruckAside } from './page/struck.ts';
import { dropUnmapped } from './page/unmapped.ts';
import { mendReferences } from './scan/mend-words.ts';
import { strayRuleIssues } from './tables/on-page/stray-rules.ts';
import { readTablesOverPages } from './tables/over-pages/tables-over-pages.ts';
import { stripFurniture } from './text/furniture.ts';
import { withRows } from './text/words.ts';
import { type TypedLine, typedLines } from './typed/typed-lines.ts';

/** What a stretch of successive pages holds. */
export interface PageStretch {
  readonly pages: readonly Page[];
  readonly drafts: readonly Draft[];
  readonly furniture: readonly Furniture[];
  readonly words: PaperWords;
  /** The lines of pages that were typed in one fixed width; null for any other. */
  readonly typed: readonly TypedLine[] | null;
  readonly issues: readonly Issue[];
  /** Pages that were turned to be read, by number. */
  readonly shown: ReadonlyMap<number, ShownPage>;
}

/**
 * Reads successive pages together: furniture, text edges and the paper's words show by comparing pages.
 * @param look shown the pages as they were seen
 */
export function readStretch(
  taken: readonly SourcePage[],
  options: ParseOptions,
  look: (pages: readonly SeenPage[]) => void = () => undefined,
): PageStretch {
  const { pages: sources, issues: mendedIssues } = mendReferences(taken);
  const shown = new Map(sources.flatMap((one) => (one.shown === null ? [] : [[one.content.number, one.shown]])));
  const recognised = new Map(sources.map(({ content, words }) => [content.number, words]));
  const mapped = dropUnmapped(sources.map(({ content }) => content));
  const seen = mapped.pages.map(withSeenRuns);
  const unstruck = setStruckAside(seen);
  const unstamped = setStampsAside(withoutNoteMarks(unstruck.pages));
  const stripped = stripFurniture(unstamped.pages.map(withRows));
  look(stripped.pages.map((page) => ({ page, shown: shown.get(page.number) ?? null })));
  const words = paperWords(stripped.pages.flatMap((page) => page.runs.map((run) => run.text)));
  const edges = measureEdges(stripped.pages);
  const trees = stripped.pages.map((page) => readTree(page, options.evidence, words));
  const untagged = stripped.pages.filter((_, index) => trees[index] === null);
  const tables = readTablesOverPages(untagged, options.evidence === 'tagged' ? 'auto' : options.evidence);
  const flows = stripped.pages.map((page, index) => {
    const own = edges.get(Math.round(page.width)) ?? { left: 0, right: page.width };
    const found = tables[untagged.indexOf(page)] ?? [];
    return { page: page.number, ...readPageFlow(page, trees[index] ?? null, found, own, words) };
  });
  const ignored = flows.filter((flow) => flow.tree === 'ignored' && usesTree(options)).map((flow) => flow.page);
  return {
    shown,
    pages: seen.map((page) =>
      toPage({ ...page, ...sizeOf(shown.get(page.number) ?? page) }, recognised.get(page.number) ?? null),
    ),
    drafts: toDrafts(
      flows.flatMap((flow) => flow.items),
      words,
    ),
    furniture: [...stripped.furniture, ...unstamped.stamps],
    words,
    typed: options.evidence === 'auto' ? typedLines(stripped.pages) : null,
    issues: [
      ...mendedIssues,
      ...mapped.issues,
      ...unstruck.issues,
      ...unstamped.issues,
      ...untagged.flatMap((page, index) =>
        recognised.get(page.number) == null ? [] : strayRuleIssues(page, tables[index] ?? []),
      ),
      ...seen.flatMap((page) => pageIssues(page, recognised.get(page.number) ?? null)),
      ...(ignored.length > 0 ? [ignoredIssue(ignored)] : []),
    ],
  };
}

const usesTree = ({ evidence }: ParseOptions): boolean => evidence === 'auto' || evidence === 'tagged';

const sizeOf = ({ width, height }: Pick<PageContent, 'width' | 'height'>) => ({ width, height });

function toPage(page: PageContent, words: readonly RecognisedWord[] | null): Page {
  const { number, width, height } = page;
  if (words !== null) return { number, width, height, text: 'ocr', words };
  return { number, width, height, text: page.runs.length > 0 ? 'layer' : 'none' };
}

function ignoredIssue(pages: readonly number[]): Issue {
  const where = pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`;
  return issueOf(
    'pdf/structure-tree-ignored',
    `the tags of ${where} do not fit what the page shows, so it was read by its layout`,
    { path: `page/${pages[0]}`, page: pages[0] ?? 1 },
  );
}
