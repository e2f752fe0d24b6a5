import type { Document, PageRange, SourceFile } from '../src/model/document.ts';
import type { Place } from '../src/model/place.ts';
import type { Extraction } from '../src/model/plan.ts';
import type { TaughtLayout } from '../src/model/taught.ts';
import { documentToExtraction } from './paper.ts';

/**
 * What a paper says, as `documentToExtraction`; of a pack what those of its papers say that hold a plan by themselves. Read
 * together with others, the headings, labels and names of one would be taken for another's.
 */
export function packToExtraction(file: SourceFile, document: Document, taught: readonly TaughtLayout[]): Extraction {
  const { papers = [] } = document;
  const [first] = papers;
  if (first === undefined) return documentToExtraction(file, document, taught);
  const read = (pages: readonly PageRange[]) => documentToExtraction(file, withPages(pages, document), taught);
  const alone = new Map(papers.map((paper) => [paper, read([paper])]));
  // Where none holds a plan, the first says what can be said of a pack.
  const [only = first, ...others] = papers.filter((paper) => holdsPlan(alone.get(paper), document));
  return (others.length === 0 ? alone.get(only) : undefined) ?? read([only, ...others]);
}

/** A document as if nothing stood on its other pages. */
function withPages(ranges: readonly PageRange[], document: Document): Document {
  const isOn = ({ places }: { readonly places: readonly Place[] }): boolean => {
    const page = places[0]?.page;
    return page === undefined || ranges.some(({ from, to }) => page >= from && page <= to);
  };
  return { ...document, blocks: document.blocks.filter(isOn), furniture: document.furniture.filter(isOn) };
}

/** True where a plan was read, or something of one was not understood. */
const holdsPlan = (says: Extraction | undefined, { issues: known }: Document): boolean =>
  says !== undefined &&
  (says.entries.length > 0 ||
    says.statements.length > 0 ||
    says.issues.some((issue) => issue.severity === 'error' && !known.includes(issue)));
