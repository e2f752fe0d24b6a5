import { rememberByObject } from '../../src/lib/remember.ts';
import type { Block } from '../../src/model/document.ts';
import { packStarts } from '../recognise/pack-items.ts';
import { blockTitle, type Title } from '../recognise/sections.ts';

/**
 * For each block the titles that it stands below, itself where it is one, the outermost first; those of another paper of a pack are not
 * above it. The titles that a paper begins with, before it says anything, are all above it, though they may be set alike.
 */
export const titlesAbove: (blocks: readonly Block[]) => readonly (readonly Title[])[] = rememberByObject((blocks) => {
  let open: readonly Title[] = [];
  let isFront = true;
  const papers = new Set(packStarts(blocks));
  return blocks.map((block, index) => {
    if (papers.has(index)) {
      open = [];
      isFront = true;
    }
    const title = blockTitle(block);
    isFront &&= title !== null;
    if (title !== null)
      open = [...open.filter(({ level }) => level < title.level || (isFront && level === title.level)), title];
    return open;
  });
});
