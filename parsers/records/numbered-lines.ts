import type { Block } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { numberInWords } from '../../src/vocabulary/refs.ts';
import { beginsWithLabel } from '../recognise/paragraph-numbers.ts';

/** The shape of a reference: its letters with every number alike (`AFI 3`, `AFI 12` and `AFI Two` are all `afi #`). */
const shapeOf = (ref: string): string =>
  ref
    .toLowerCase()
    .replace(/\((?:[ivx]{1,4}|[a-z])\)$/, '(#)')
    .replace(/\d+[a-z]?\b/g, '#')
    .replace(inWords, '#');
const inWords = new RegExp(`\\b${numberInWords}$`, 'i');

/** The shape of the reference that a line begins with; null where it begins with none. Numbers alone count sections, but for those of two parts. */
function shapeAtFront(line: string): string | null {
  if (countedInTwo.test(line.trim())) return inTwo;
  const split = splitRef(line.trim());
  return split === null || split.rest === '' || !/\p{L}/u.test(split.ref) ? null : shapeOf(split.ref);
}

/** `1.2` before words. */
const countedInTwo = /^\d{1,2}\.\d{1,2}\.?\s+\p{L}/u;
const inTwo = '#.#';

/**
 * The shapes of references that several lines of a paper begin with, each with another number: such a line begins a record,
 * whatever label stands above it. A paper counts its paragraphs in two parts too; they are records where one label stands below each.
 */
export function numberedShapes(blocks: readonly Block[]): ReadonlySet<string> {
  const fronts = new Map<string, Set<string>>();
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') continue;
    for (const { text } of block.kind === 'list' ? block.items : [block]) {
      const shape = shapeAtFront(text);
      if (shape === null || (shape === inTwo && !beginsWithLabel(blocks[at + 1]))) continue;
      const ref = splitRef(text.trim())?.ref ?? text;
      fronts.set(shape, (fronts.get(shape) ?? new Set()).add(ref));
    }
  }
  return new Set([...fronts].filter(([, refs]) => refs.size > 1).map(([shape]) => shape));
}

/** True for a line that begins a record by its reference. */
export const beginsRecord = (line: string, shapes: ReadonlySet<string>): boolean => {
  const shape = shapeAtFront(line);
  return shape !== null && shapes.has(shape);
};
