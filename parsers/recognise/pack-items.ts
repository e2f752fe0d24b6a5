import { rememberByObject } from '../../src/lib/remember.ts';
import type { Block } from '../../src/model/document.ts';

/** The line over each paper of a pack: the number of its item on the agenda. */
const itemLine = /^(?:agenda )?item(?: (?:no|number))?\.?:? ?(?<item>\d{1,2}[a-z]?)\b/i;
const longestItemLine = 14;

/**
 * Where the papers of a pack begin: the blocks with the number of the next agenda item, which may return on each page of its
 * paper; none in a paper by itself.
 */
export const packStarts: (blocks: readonly Block[]) => readonly number[] = rememberByObject((blocks) => {
  let last: string | null = null;
  const starts = blocks.flatMap((block, index) => {
    const item = itemOf(block);
    if (item === null || item === last) return [];
    last = item;
    return [index];
  });
  return starts.length < 2 ? [] : starts;
});

function itemOf(block: Block): string | null {
  if (block.kind === 'table' || block.kind === 'list' || block.text.split(/\s+/).length > longestItemLine) return null;
  return itemLine.exec(block.text.trim())?.groups?.item?.toLowerCase() ?? null;
}
