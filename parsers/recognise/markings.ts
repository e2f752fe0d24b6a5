import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { protectiveMarking } from '../../src/vocabulary/markings.ts';

/**
 * The document with its protective markings, and the lines that count its slides, among the running headers and footers, wherever on a
 * page they stand.
 */
export function markingsAside(document: Document): Document {
  const { blocks, furniture } = document;
  const counts = slideCounts(blocks);
  const isAside = (block: Block) => isMarking(block) || counts.has(block);
  const markings = blocks.filter((block) => block.kind === 'heading' || block.kind === 'paragraph').filter(isAside);
  if (markings.length === 0) return document;
  return {
    ...document,
    blocks: blocks.filter((block) => !isAside(block)),
    furniture: [...furniture, ...markings.map(({ text, places }) => ({ text, places }))],
  };
}

const isMarking = (block: Block) => 'text' in block && protectiveMarking.test(foldPlain(block.text));

/** So many slides show a count that goes up by one from each to the next. */
const leastSlides = 4;
const longestCount = 6;

/** Lines of the same few words and a number that goes up by one from line to line through the paper: `Thornacre FRS 3`. */
function slideCounts(blocks: readonly Block[]): ReadonlySet<Block> {
  const counted = blocks.flatMap((block) => {
    const { words, number } = (block.kind === 'paragraph' && countAtEnd.exec(block.text.trim())?.groups) || {};
    const isShort =
      words !== undefined &&
      words.split(/\s+/).length <= longestCount &&
      kindOf(block.kind === 'paragraph' ? block.text : '') === null;
    return isShort ? [{ block, words: foldPlain(words), number: Number(number) }] : [];
  });
  const lines = [...Map.groupBy(counted, ({ words }) => words).values()].filter(
    (of) =>
      of.length >= leastSlides && of.every(({ number }, at) => at === 0 || number === (of[at - 1]?.number ?? 0) + 1),
  );
  return new Set(lines.flat().map(({ block }) => block));
}

const countAtEnd = /^(?<words>\p{L}[^\d:]{2,60}?)\s+(?<number>\d{1,3})$/u;
