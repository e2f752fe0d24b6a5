import type { Block } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { numberInWords } from '../../src/vocabulary/refs.ts';

/** The shape of a reference: its letters with every number alike (`AFI 3`, `AFI 12` and `AFI Two` are all `afi #`). */
const shapeOf = (ref: string): string =>
  ref
    .toLowerCase()
    .replace(/\((?:[ivx]{1,4}|[a-z])\)$/, '(#)')
    .replace(/\d+[a-z]?\b/g, '#')
    .replace(inWords, '#');
const inWords = new RegExp(`\\b${numberInWords}$`, 'i');

/** The shape of the reference in letters and numbers that a line begins with; null where it begins with none. */
function shapeAtFront(line: string): string | null {
  const split = splitRef(line.trim());
  return split === null || split.rest === '' || !/\p{L}/u.test(split.ref) ? null : shapeOf(split.ref);
}

/**
 * The shapes of references that several lines of a paper begin with, each with another number: such a line begins a record,
 * whatever label stands above it.
 */
export function numberedShapes(blocks: readonly Block[]): ReadonlySet<string> {
  const fronts = new Map<string, Set<string>>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { text } of block.kind === 'list' ? block.items : [block]) {
      const shape = shapeAtFront(text);
      if (shape === null) continue;
      const ref = splitRef(text.trim())?.ref ?? '';
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
