import type { Document, PageRange, SourceFile } from '../src/model/document.ts';
import type { Place } from '../src/model/place.ts';
import type { Extraction } from '../src/model/plan.ts';
import type { TaughtLayout } from '../src/model/taught.ts';
import { documentToExtraction, outcomeOf } from './paper.ts';

/**
 * What a paper says, as `documentToExtraction`; of a pack what each of its papers says by itself. Read together, the headings,
 * labels and names of one would be taken for another's. Of itself a pack says what the paper with most entries does.
 */
export function packToExtraction(file: SourceFile, document: Document, taught: readonly TaughtLayout[]): Extraction {
  const [first, ...others] = (document.papers ?? []).map((paper) =>
    documentToExtraction(file, withPages(paper, document), taught),
  );
  if (first === undefined) return documentToExtraction(file, document, taught);
  const main = others.reduce((most, one) => (one.entries.length > most.entries.length ? one : most), first);
  const all = [first, ...others];
  // That a paper has no date, or no plan, is said of the pack where it is said of that one.
  const issues = all.flatMap((one) => (one === main ? one.issues : one.issues.filter(({ place }) => place !== null)));
  return {
    paper: { ...main.paper, outcome: outcomeOf(issues) },
    plans: [...new Map(all.flatMap(({ plans }) => plans.map((plan) => [plan.name, plan]))).values()],
    entries: all.flatMap(({ entries }) => entries),
    statements: all.flatMap(({ statements }) => statements),
    issues: [...new Set(issues)],
    layouts: all.flatMap(({ layouts = [] }) => layouts),
  };
}

/** A document as if nothing stood on its other pages: one paper of a pack. */
function withPages({ from, to }: PageRange, document: Document): Document {
  const isOn = ({ places }: { readonly places: readonly Place[] }): boolean => {
    const page = places[0]?.page;
    return page === undefined || (page >= from && page <= to);
  };
  return { ...document, blocks: document.blocks.filter(isOn), furniture: document.furniture.filter(isOn) };
}
