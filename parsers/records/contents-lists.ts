import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { blockTitle } from '../recognise/sections.ts';

/** So many texts in a row that are titles below list what the paper holds. */
const fewestListed = 2;
/** Of the items of a list so many at least. */
const mostListed = 0.8;

/**
 * The blocks that list what a paper holds: a list whose items are the titles below it, or as many plain paragraphs in a row. What they
 * say returns there, and is no label for that.
 */
export function contentsLists(blocks: readonly Block[]): ReadonlySet<number> {
  const lastAt = new Map<string, number>();
  for (const [index, block] of blocks.entries()) {
    const title = blockTitle(block);
    if (title !== null) lastAt.set(foldWords(title.text), index);
  }
  const isBelow = (text: string, index: number) => (lastAt.get(titleWords(text)) ?? -1) > index;
  const found = new Set<number>();
  let run: number[] = [];
  for (const [index, block] of blocks.entries()) {
    const isListed = block.kind === 'paragraph' && blockTitle(block) === null && isBelow(block.text, index);
    run = isListed ? [...run, index] : [];
    if (run.length >= fewestListed) for (const one of run.slice(run.length === fewestListed ? 0 : -1)) found.add(one);
    if (block.kind !== 'list') continue;
    const titles = new Set(block.items.flatMap(({ text }) => (isBelow(text, index) ? [titleWords(text)] : [])));
    if (titles.size >= fewestListed && titles.size >= mostListed * block.items.length) found.add(index);
  }
  return found;
}

/** A line of contents without its leader and page: `Risk information ....... 4`. */
const titleWords = (text: string): string => foldWords(text.replace(/(?<![\s.…])[\s.…]+\d{1,3}$/u, ''));
