import type { Block, Paragraph } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { blockTitle, isStandardSection } from './sections.ts';

const numbered = /^(?<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)/u;
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
    const number = numbered.exec(text)?.groups?.number;
    return number === undefined ? [] : [number.split('.').map(Number)];
  });
  if (numbers.length < fewest) return blocks;
  const arePapers = () =>
    (areAllNumbered(texts) && !areOverLabels(blocks)) ||
    numbersReport(blocks, numbers) ||
    numbersLabels(texts) ||
    texts.some(({ text }) => holdsOwnRef(text));
  if (!numbers.every(countsOn) || !arePapers()) return blocks;
  return blocks.map((block) =>
    block.kind === 'paragraph' && numbered.test(block.text)
      ? { ...block, text: block.text.replace(numbered, '') }
      : block,
  );
}

/** True where every paragraph from the first number to the last has one: references stand before findings and actions alone. */
function areAllNumbered(texts: readonly Paragraph[]): boolean {
  const has = ({ text }: Paragraph) => numbered.test(text);
  return texts.slice(texts.findIndex(has), texts.findLastIndex(has) + 1).every(has);
}

/** True where labels without a number stand below most numbers: these refer to what the labels speak of. */
function areOverLabels(blocks: readonly Block[]): boolean {
  const numbers = blocks.flatMap((block, at) => (block.kind === 'paragraph' && numbered.test(block.text) ? [at] : []));
  return numbers.filter((at) => beginsWithLabel(blocks[at + 1])).length > numbers.length / 2;
}

/** `Lead: Head of Fleet`, in a paragraph of its own. */
export const beginsWithLabel = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && /^\p{Lu}[^:]{1,40}:\s+\S/u.test(block.text);

/** True where the numbers count a section that every paper has, so that they are the paper's: a plan's own references do not. */
function numbersReport(blocks: readonly Block[], numbers: readonly Numbered[]): boolean {
  const counted = new Set(numbers.map(([section]) => section));
  return blocks.some((block) => {
    const title = blockTitle(block)?.text ?? '';
    return counted.has(Number(/^\d{1,2}/.exec(title)?.[0])) && isStandardSection(title.replace(/^[\d.)\s]+/, ''));
  });
}

/** True where the numbers stand before labels that return from section to section: `3.2 Where we are now: …`, `4.2 Where we are now: …`. */
function numbersLabels(texts: readonly Paragraph[]): boolean {
  const labels = texts.flatMap(({ text }) => labelBehindNumber.exec(text)?.groups?.label ?? []);
  return labels.length > 0 && new Set(labels).size <= labels.length / 2;
}

const labelBehindNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?<label>\p{Lu}[^:.]{1,60})[:.]\s/u;

/** `3.1 AFI 1: …`: the reference of the plan stands behind the number. */
function holdsOwnRef(text: string): boolean {
  const rest = text.replace(numbered, '');
  return rest !== text && splitRef(rest) !== null;
}

/** A paragraph's number by its levels: `2.1.3`. */
type Numbered = readonly number[];

/** A number counts on where it is the first of its section or larger than the one before. */
const countsOn = (number: Numbered, index: number, all: readonly Numbered[]): boolean => {
  const before = all[index - 1];
  if (before === undefined || number.at(-1) === 1) return true;
  const level = number.findIndex((part, at) => part !== before[at]);
  return level >= 0 && (number[level] ?? 0) > (before[level] ?? 0);
};
