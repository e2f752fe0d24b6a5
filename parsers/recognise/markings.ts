import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { protectiveMarking } from '../../src/vocabulary/markings.ts';

/** The document with its protective markings among the running headers and footers, wherever on a page they stand. */
export function markingsAside(document: Document): Document {
  const { blocks, furniture } = document;
  const markings = blocks.filter((block) => block.kind === 'heading' || block.kind === 'paragraph').filter(isMarking);
  if (markings.length === 0) return document;
  return {
    ...document,
    blocks: blocks.filter((block) => !isMarking(block)),
    furniture: [...furniture, ...markings.map(({ text, places }) => ({ text, places }))],
  };
}

const isMarking = (block: Block) => 'text' in block && protectiveMarking.test(foldPlain(block.text));
