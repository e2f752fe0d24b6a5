import type { Block, Document } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import { blockTitle } from '../recognise/sections.ts';

/** A piece of text with where it stands; `block` is the index of its block in the document. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly Place[];
  /** A `strip` is a cell over the whole width of its table. */
  readonly kind: 'title' | 'text' | 'item' | 'cell' | 'strip';
  readonly block: number;
}

/** Every text of a document in reading order. */
export function blockTexts({ blocks }: Document): readonly PlacedText[] {
  return blocks.flatMap((block, index) => textsOf(block, index));
}

function textsOf(block: Block, index: number): readonly PlacedText[] {
  if (block.kind === 'table') {
    const cells = block.cells.map(({ text, places, columnSpan }): PlacedText => {
      const kind = columnSpan === block.columns && block.columns > 1 ? 'strip' : 'cell';
      return { text, places, kind, block: index };
    });
    return block.caption === null
      ? cells
      : [{ text: block.caption, places: block.places, kind: 'text', block: index }, ...cells];
  }
  if (block.kind === 'list')
    return block.items.map(({ text, places }) => ({ text, places, kind: 'item', block: index }));
  return [
    { text: block.text, places: block.places, kind: blockTitle(block) === null ? 'text' : 'title', block: index },
  ];
}

/** What stands in running headers and footers, before the first block. */
export const furnitureTexts = ({ furniture }: Document): readonly PlacedText[] =>
  furniture.map(({ text, places }) => ({ text, places, kind: 'text', block: -1 }));

/** True for text in a table, which says something of a plan's lines rather than of the paper. */
export const isTabled = ({ kind }: PlacedText): boolean => kind === 'cell' || kind === 'strip';
