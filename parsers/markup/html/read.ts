import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Block, FileMeta, Furniture } from '../../../src/model/document.ts';
import { ParseError } from '../../../src/model/errors.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { type Element, elementsOf } from '../dom.ts';
import { readBlocks } from './blocks.ts';
import { dropCellLabels } from './cell-labels.ts';
import { contentOf, type SitePart } from './content.ts';
import { settleControls } from './controls.ts';
import { pageIssues } from './issues.ts';
import { markLargeParagraphs } from './large-text.ts';
import { settleTables } from './settle-tables.ts';
import { stylesOf } from './styles.ts';
import { wholenessIssues } from './whole.ts';
import { markWordParagraphs } from './word.ts';

export interface PageReading {
  readonly meta: FileMeta;
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  readonly issues: readonly Issue[];
}

/** Deeper than any page people write; recursion over the tree stays far from the stack's end. */
const deepest = 400;
/** As many elements may be open at once; what stands beside a table is open inside it, and no part of it in the tree. */
const mostOpen = 2 * deepest;

/**
 * Reads a web page's content into blocks; the website's own header and footer become furniture.
 * @throws ParseError where the page nests its elements deeper than can be read
 */
export function readPage(html: string): PageReading {
  const faults = new Set<string>();
  const treeAdapter = boundedTree();
  const $ = load(html, { scriptingEnabled: false, treeAdapter, onParseError: ({ code }) => void faults.add(code) });
  if (depthOf($) > deepest) throw tooDeep();
  const meta = metaOf($);
  openNoscript($);
  settleControls($);
  markWordParagraphs($);
  const styles = stylesOf($);
  dropCellLabels($, styles);
  const { nodes, left } = contentOf($, styles);
  markLargeParagraphs(nodes, styles);
  const settled = settleTables($, styles, 'html');
  return {
    meta,
    blocks: readBlocks(nodes, styles),
    furniture: furnitureOf(left),
    issues: [...wholenessIssues(html, faults), ...pageIssues($, left, styles), ...settled],
  };
}

/** What stands there for readers without scripts, as this one: lists and tables, not a plea to turn scripts on. */
function openNoscript($: CheerioAPI): void {
  $('body noscript:has(table, dl, ul, ol, h1, h2, h3, h4, h5, h6)').each((_, part) => {
    $(part).replaceWith($(part).contents());
  });
}

const tooDeep = (): ParseError =>
  new ParseError('html/too-deep', `The page nests more than ${deepest} elements in each other; save it as plain HTML.`);

/**
 * Builds the tree as it is built without it, and ends where far too many elements are open: for each tag that it reads the
 * parser looks through them, so that its time grows with the square of their number.
 */
function boundedTree(): typeof adapter {
  let open = 0;
  return {
    ...adapter,
    onItemPush: () => {
      open += 1;
      if (open > mostOpen) throw tooDeep();
    },
    onItemPop: () => {
      open -= 1;
    },
  };
}

function depthOf($: CheerioAPI): number {
  let level: readonly Element[] = $.root().children().toArray() as Element[];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap(elementsOf);
    depth += 1;
  }
  return depth;
}

function metaOf($: CheerioAPI): FileMeta {
  const named = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const content = $(`meta[name="${name}" i], meta[property="${name}" i]`).attr('content');
      if (content !== undefined && foldSpace(content) !== '') return foldSpace(content);
    }
    return null;
  };
  return {
    title: foldSpace($('head > title').first().text()) || named('dcterms.title', 'dc.title', 'og:title'),
    author: named('author', 'dcterms.creator', 'dc.creator', 'article:author'),
    created: named('dcterms.created', 'dcterms.issued', 'dc.date', 'article:published_time', 'date'),
    modified: named('dcterms.modified', 'article:modified_time', 'last-modified'),
  };
}

/** The site's header and footer and the path to the page may name the service; a reader of the paper has no use for the rest. */
const furnitureOf = (left: readonly SitePart[]): readonly Furniture[] =>
  left
    .filter(({ kind }) => kind === 'banner' || kind === 'footer' || kind === 'path')
    .flatMap((part) => part.lines)
    .map((text) => ({ text, places: [] }));
