import type { LayoutReading } from '../../src/model/raw.ts';
import { type LayoutInput, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { textNotPlaced } from '../recognise/unplaced.ts';
import { blocksToRegions } from '../records/index.ts';
import { readingToEntries } from './entries.ts';
import type { PaperAround } from './evidence.ts';
import { isPlan, regionToReading } from './reading.ts';

/** Below this the older layouts go first. */
const surely = 0.6;

/** Reads the plans of a paper by what repeats in it and what all evidence says that each repetition holds. */
export function readRecords({ blocks, contexts, free }: LayoutInput, around: PaperAround): LayoutReading {
  return mergeReadings(
    blocksToRegions(blocks, free).map((region): LayoutReading => {
      const reading = regionToReading(region, around);
      if (!isPlan(reading) || reading.confidence < surely) return nothingRead;
      const entries = readingToEntries(reading, contexts);
      if (entries.length === 0) return nothingRead;
      return { entries, used: region.blocks, statements: [], issues: region.loose.map(textNotPlaced) };
    }),
  );
}
