import { overlap } from '../../src/lib/box.ts';
import type { Block } from '../../src/model/document.ts';

/**
 * The blocks with each title right above what stands below it: where cards stand side by side, lines of a card may be read
 * after the title of the card beside it.
 */
export function titlesInColumns(blocks: readonly Block[]): readonly Block[] {
  const ordered = [...blocks];
  for (let index = blocks.length - 2; index >= 0; index--) {
    const title = ordered[index];
    if (title?.kind !== 'heading') continue;
    const own = ordered.findIndex((block, at) => at > index && (block.kind === 'heading' || !isBeside(title, block)));
    const next = ordered[own];
    if (own < index + 2 || next === undefined || next.kind === 'heading' || !isAbove(title, next)) continue;
    const others = ordered.slice(0, index).filter((block) => block.kind === 'heading');
    const isOfOther = (text: Block) => others.some((other) => isAbove(other, text) && !isBeside(other, text));
    // Beside its title, and not below it, stands the text of a form, which stays with it.
    if (!ordered.slice(index + 1, own).every(isOfOther)) continue;
    ordered.splice(own, 0, title);
    ordered.splice(index, 1);
  }
  return ordered;
}

/** True where two blocks of one page share no part of its width. */
function isBeside({ places: [a] }: Block, { places: [b] }: Block): boolean {
  if (a?.bbox === undefined || b?.bbox === undefined || a.page !== b.page) return false;
  return overlap(a.bbox[0], a.bbox[2], b.bbox[0], b.bbox[2]) <= 0;
}

function isAbove({ places: [a] }: Block, { places: [b] }: Block): boolean {
  return a?.bbox !== undefined && b?.bbox !== undefined && a.page === b.page && a.bbox[3] <= b.bbox[1];
}
