import type { Block, Paragraph } from '../../src/model/document.ts';
import { isPillar } from '../../src/normalise/pillar.ts';
import { asksOfService, looksLikeTitle } from './sections.ts';

/** So many sections counted without a gap, each with text of its own, show that their numbers are titles. */
const fewestSections = 3;
const fewestPillars = 2;

/**
 * The blocks with the titles of a paper that sets none off in bold, where they show by themselves: the sections that it counts from 1
 * (`3. Improvement plan`), and the names of several pillars, each alone in its line.
 */
export function withPlainTitles(blocks: readonly Block[]): readonly Block[] {
  const titles = new Set<Block>([...countedSections(blocks), ...pillarLines(blocks)]);
  return titles.size === 0
    ? blocks
    : blocks.map((block) => (titles.has(block) && block.kind === 'paragraph' ? { ...block, bold: true } : block));
}

const plain = (block: Block): block is Paragraph => block.kind === 'paragraph' && !block.bold;

/** The short paragraphs that count from 1 without a gap, where no heading stands between them and text below each. */
function countedSections(blocks: readonly Block[]): readonly Block[] {
  const counted = blocks.flatMap((block, at) => {
    const number = plain(block) ? sectionNumber(block.text) : null;
    return number === null ? [] : [{ block, at, number }];
  });
  const [first, last] = [counted[0], counted.at(-1)];
  const areCounted = counted.every(({ number }, index) => number === index + 1);
  const haveText = counted.every(({ at }, index) => counted[index + 1]?.at !== at + 1);
  if (first === undefined || last === undefined || counted.length < fewestSections || !areCounted || !haveText)
    return [];
  return blocks.slice(first.at, last.at).some(({ kind }) => kind === 'heading')
    ? []
    : counted.map(({ block }) => block);
}

/** The number of a section before its title, which is no sentence, label or request. */
function sectionNumber(text: string): number | null {
  const { number, title } = /^(?<number>\d{1,2})[.)]?\s+(?<title>\p{Lu}[^:]*)$/u.exec(text.trim())?.groups ?? {};
  return title === undefined || !looksLikeTitle(title) || asksOfService(title) ? null : Number(number);
}

function pillarLines(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.filter((block) => plain(block) && isPillar(block.text));
  const names = new Set(lines.map((block) => ('text' in block ? block.text.trim().toLowerCase() : '')));
  return names.size >= fewestPillars && names.size === lines.length ? lines : [];
}
