import type { Document } from '../../src/model/document.ts';
import { type Front, readFront } from '../front/front.ts';
import { withoutCountsOfTitles } from '../recognise/counted-titles.ts';
import { blocksToLegend } from '../recognise/legend.ts';
import { markingsAside } from '../recognise/markings.ts';
import { milestoneGrids, milestoneTables } from '../recognise/milestone-grids.ts';
import { titlesOutOfLists } from '../recognise/numbered-titles.ts';
import { namesInspection } from '../recognise/on-inspection.ts';
import { withoutOneShade } from '../recognise/one-shade.ts';
import { withoutParagraphNumbers } from '../recognise/paragraph-numbers.ts';
import { withPlainTitles } from '../recognise/plain-titles.ts';
import { withTitlesOfTables } from '../recognise/titles-of-tables.ts';
import { uprightBlocks } from '../recognise/upright.ts';
import type { PaperAround } from './evidence.ts';

/** A document made ready for the reading of its plans. */
export interface Prepared {
  /** The document, but for what is the same in other clothes: among its blocks records are found. */
  readonly document: Document;
  readonly front: Front;
  readonly around: PaperAround;
  /** Blocks that are front matter, legends, or grids and tables of milestones, and no plan. */
  readonly taken: ReadonlySet<number>;
  /** Those of them that say what no plan in the paper says. */
  readonly milestones: ReadonlySet<number>;
}

/** Reads what is known of a paper around its plans: its own data, its legend, and which blocks are no plan. */
export function prepareDocument(read: Document): Prepared {
  const whole = markingsAside(read);
  const upright = uprightBlocks(
    withoutCountsOfTitles(withoutParagraphNumbers(withPlainTitles(titlesOutOfLists(withTitlesOfTables(whole.blocks))))),
  );
  const { legend, used } = blocksToLegend(upright);
  const document: Document = { ...whole, blocks: withoutOneShade(upright, legend) };
  const front = readFront(document);
  const milestones = milestoneTables(document.blocks);
  return {
    document,
    front,
    milestones,
    around: {
      legend,
      date: front.values.asAt?.text ?? front.values.meetingDate?.text ?? null,
      title: front.values.title ?? null,
      ofInspection: namesInspection(document.blocks),
    },
    taken: new Set([...front.used, ...used, ...milestoneGrids(document.blocks), ...milestones]),
  };
}
