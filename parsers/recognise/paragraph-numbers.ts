import type { Block, Paragraph } from '../../src/model/document.ts';
import { blockTitle } from './sections.ts';

const numbered = /^(?<section>\d{1,2})\.(?<paragraph>\d{1,2})[.)]?\s+(?=\S)/u;
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
    return section === undefined || paragraph === undefined
      ? []
      : [{ section: Number(section), at: Number(paragraph) }];
  });
  if (numbers.length < fewest) return blocks;
  const sections = new Set(numbers.map(({ section }) => section));
  const titles = new Set(blocks.flatMap((block) => titleNumber(block)));
  if (!numbers.every(countsOn) || (sections.size < 2 && ![...sections].every((section) => titles.has(section))))
    return blocks;
  return blocks.map((block) =>
    block.kind === 'paragraph' && numbered.test(block.text)
      ? { ...block, text: block.text.replace(numbered, '') }
      : block,
  );
}

/** The number of a section's title (`5. Progress`), by which its paragraphs are counted. */
function titleNumber(block: Block): readonly number[] {
  const title = blockTitle(block)?.text ?? '';
  const number = /^(\d{1,2})(?:\.0)?[.)]?\s+\p{L}/u.exec(title)?.[1];
  return number === undefined ? [] : [Number(number)];
}

interface Numbered {
  readonly section: number;
  readonly at: number;
}

const countsOn = ({ section, at }: Numbered, index: number, all: readonly Numbered[]): boolean => {
  const before = all[index - 1];
  return before === undefined || at === 1 || section > before.section || (section === before.section && at > before.at);
};
