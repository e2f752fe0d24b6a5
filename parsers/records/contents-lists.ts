import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { blockTitle } from '../recognise/sections.ts';

/** So many items that are titles below list what the paper holds. */
const fewestListed = 2;
/** Of the items of a list so many at least. */
const mostListed = 0.8;

/**
 * The blocks that list what a paper holds: a list whose items are the titles below it, or as many plain paragraphs in a row, none of
 * which stands anywhere else but there, as the values of records do. What they say returns as titles, and is no label for that.
 */
export function contentsLists(blocks: readonly Block[]): ReadonlySet<number> {
  const lastAt = new Map<string, number>();
  const plain = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    const title = blockTitle(block);
    if (title !== null) lastAt.set(foldWords(title.text), index);
    else for (const words of listedWords(block)) plain.set(words, (plain.get(words) ?? 0) + 1);
  }
  const isListed = (words: string, index: number) => (lastAt.get(words) ?? -1) > index && plain.get(words) === 1;
  const listed = blocks.map((block, index) => {
    const words = blockTitle(block) === null ? listedWords(block) : [];
    const those = words.filter((one) => isListed(one, index)).length;
    return block.kind === 'list' ? those >= fewestListed && those >= mostListed * words.length : those > 0;
  });
  const isBeside = (index: number) =>
    [index - 1, index + 1].some((at) => listed[at] && blocks[at]?.kind === 'paragraph');
  return new Set(
    blocks.flatMap((block, index) => (listed[index] && (block.kind === 'list' || isBeside(index)) ? [index] : [])),
  );
}

const listedWords = (block: Block): readonly string[] =>
  block.kind === 'list'
    ? block.items.map(({ text }) => titleWords(text))
    : block.kind === 'paragraph'
      ? [titleWords(block.text)]
      : [];

/** A line of contents without its leader and page: `Risk information ....... 4`. */
const titleWords = (text: string): string => foldWords(text.replace(/(?<![\s.…])[\s.…]+\d{1,3}$/u, ''));
