import type { Block, Document } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import { blockTitle } from '../recognise/sections.ts';

/** A piece of text with where it stands; `block` is the index of its block in the document. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly Place[];
  readonly kind: 'title' | 'text' | 'item' | 'cell';
  readonly block: number;
}

/** Every text of a document in reading order. */
export function blockTexts({ blocks }: Document): readonly PlacedText[] {
  return blocks.flatMap((block, index) => textsOf(block, index));
}

function textsOf(block: Block, index: number): readonly PlacedText[] {
  if (block.kind === 'table')
    return block.cells.map(({ text, places }) => ({ text, places, kind: 'cell', block: index }));
  if (block.kind === 'list')
    return block.items.map(({ text, places }) => ({ text, places, kind: 'item', block: index }));
  return [
    { text: block.text, places: block.places, kind: blockTitle(block) === null ? 'text' : 'title', block: index },
  ];
}
