import type { Block, Document } from '../../src/model/document.ts';
import { type Front, readFront } from '../front/front.ts';
import { cardTitles } from '../recognise/card-titles.ts';
import { blocksToLegend } from '../recognise/legend.ts';
import { markingsAside } from '../recognise/markings.ts';
import { milestoneGrids } from '../recognise/milestone-grids.ts';
import { titlesOutOfLists } from '../recognise/numbered-titles.ts';
import { namesInspection } from '../recognise/on-inspection.ts';
import { withoutOneShade } from '../recognise/one-shade.ts';
import { withoutParagraphNumbers } from '../recognise/paragraph-numbers.ts';
import { printedBlocks, reshapeTables } from '../recognise/reshape.ts';
import { isOfRoots, rootsOf } from './block-roots.ts';
import type { PaperAround } from './evidence.ts';

/** A document made ready for the reading of its plans. */
export interface Prepared {
  /** The document with its blocks as the layouts that go by words expect them. */
  readonly document: Document;
  /** The blocks as they are printed, among which records are found. */
  readonly printed: readonly Block[];
  readonly front: Front;
  readonly around: PaperAround;
  /** Blocks of `document` that are front matter, legends or grids of milestones, and no plan. */
  readonly taken: ReadonlySet<number>;
  /** True for a block of `printed` that can be of a plan. */
  readonly free: (index: number) => boolean;
}

/** Reads what is known of a paper around its plans: its own data, its legend, and which blocks are no plan. */
export function prepareDocument(read: Document): Prepared {
  const whole = markingsAside(read);
  const upright = withoutParagraphNumbers(titlesOutOfLists(whole.blocks));
  const shaped = cardTitles(reshapeTables(upright));
  const { legend, used } = blocksToLegend(shaped);
  const document: Document = { ...whole, blocks: withoutOneShade(shaped, legend) };
  const printed = withoutOneShade(printedBlocks(upright), legend);
  const front = readFront(document);
  const taken = new Set([...front.used, ...used, ...milestoneGrids(document.blocks)]);
  const roots = rootsOf(document.blocks, taken);
  return {
    document,
    printed,
    front,
    around: {
      legend,
      date: front.values.asAt?.text ?? front.values.meetingDate?.text ?? null,
      ofInspection: namesInspection(printed),
    },
    taken,
    free: (index) => !isOfRoots(printed[index], roots),
  };
}
