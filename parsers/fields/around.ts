import type { Block, Document } from '../../src/model/document.ts';
import { readFront } from '../front/front.ts';
import { blocksToLegend } from '../recognise/legend.ts';
import { markingsAside } from '../recognise/markings.ts';
import { titlesOutOfLists } from '../recognise/numbered-titles.ts';
import { printedBlocks } from '../recognise/reshape.ts';
import type { PaperAround } from './evidence.ts';

/** A document's blocks with what is known of the paper around its plan, and which blocks can hold one. */
export function documentAround(read: Document): {
  readonly blocks: readonly Block[];
  readonly around: PaperAround;
  readonly free: (index: number) => boolean;
} {
  const whole = markingsAside(read);
  const document: Document = { ...whole, blocks: printedBlocks(titlesOutOfLists(whole.blocks)) };
  const front = readFront(document);
  const { legend, used } = blocksToLegend(document.blocks);
  return {
    blocks: document.blocks,
    around: { legend, date: front.values.asAt?.text ?? front.values.meetingDate?.text ?? null },
    free: (index) => !front.used.has(index) && !used.has(index),
  };
}
