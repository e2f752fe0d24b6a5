import { rememberByObject } from '../../src/lib/remember.ts';
import type { Block } from '../../src/model/document.ts';
import { blockTitle, type Title } from '../recognise/sections.ts';

/** For each block the titles that it stands below, itself where it is one, the outermost first. */
export const titlesAbove: (blocks: readonly Block[]) => readonly (readonly Title[])[] = rememberByObject((blocks) => {
  let open: readonly Title[] = [];
  return blocks.map((block) => {
    const title = blockTitle(block);
    if (title !== null) open = [...open.filter(({ level }) => level < title.level), title];
    return open;
  });
});
