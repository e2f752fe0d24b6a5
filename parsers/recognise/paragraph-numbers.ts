import type { Block, Paragraph } from '../../src/model/document.ts';

const numbered = /^(?<section>\d{1,2})\.(?<paragraph>\d{1,2})[.)]?\s+(?=\S)/u;
/** So many of a paper's paragraphs are numbered where the numbers are the paper's and no references of a plan. */
const leastNumbered = 0.6;
const fewest = 4;
/** Shorter texts are titles and labels, which need no number. */
const leastWords = 5;

/**
 * The blocks without the numbers that count a committee paper's paragraphs through all its sections (`3.4 AFI 2: …`): they are
 * no words of what they stand before.
 */
export function withoutParagraphNumbers(blocks: readonly Block[]): readonly Block[] {
  const texts = blocks.filter(
    (block): block is Paragraph => block.kind === 'paragraph' && block.text.split(/\s+/).length >= leastWords,
  );
  const numbers = texts.flatMap(({ text }) => {
    const { section, paragraph } = numbered.exec(text)?.groups ?? {};
    return section === undefined || paragraph === undefined ? [] : [{ section: Number(section), at: Number(paragraph) }];
  });
  if (numbers.length < fewest || numbers.length < leastNumbered * texts.length) return blocks;
  if (new Set(numbers.map(({ section }) => section)).size < 2 || !numbers.every(countsOn)) return blocks;
  return blocks.map((block) =>
    block.kind === 'paragraph' && numbered.test(block.text) ? { ...block, text: block.text.replace(numbered, '') } : block,
  );
}

interface Numbered {
  readonly section: number;
  readonly at: number;
}

const countsOn = ({ section, at }: Numbered, index: number, all: readonly Numbered[]): boolean => {
  const before = all[index - 1];
  return before === undefined || section > before.section || (section === before.section && at > before.at);
};
