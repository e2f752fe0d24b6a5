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
  const alone = papers.map((paper) => ({
    paper,
    says: documentToExtraction(file, withPages([paper], document), taught),
  }));
  const holding = alone.filter(({ says }) => holdsPlan(says, document));
  if (holding.length < 2) {
    // Where none holds a plan, its first paper says what can be said of a pack.
    const [only] = [...holding, ...alone];
    return only?.says ?? documentToExtraction(file, document, taught);
  }
  const together = holding.map(({ paper }) => paper);
  return documentToExtraction(file, withPages(together, document), taught);
}

/** A document as if nothing stood on its other pages. */
function withPages(papers: readonly PageRange[], document: Document): Document {
  const isOn = ({ places }: { readonly places: readonly Place[] }): boolean => {
    const page = places[0]?.page;
    return page === undefined || papers.some(({ from, to }) => page >= from && page <= to);
  };
  return { ...document, blocks: document.blocks.filter(isOn), furniture: document.furniture.filter(isOn) };
}

/** True where a plan was read, or something of one was not understood. */
const holdsPlan = ({ entries, statements, issues }: Extraction, { issues: known }: Document): boolean =>
  entries.length > 0 ||
  statements.length > 0 ||
  issues.some((issue) => issue.severity === 'error' && !known.includes(issue));
