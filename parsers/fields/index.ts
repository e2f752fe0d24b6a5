import type { Block } from '../../src/model/document.ts';
import type { LayoutReading } from '../../src/model/raw.ts';
import { planOfImprovement } from '../../src/vocabulary/inspection.ts';
import { type LayoutInput, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { isOfInspection } from '../recognise/on-inspection.ts';
import { statusOfPart } from '../recognise/part-status.ts';
import { blocksToRegions } from '../records/index.ts';
import { answersInspection } from './answers-inspection.ts';
import { readingToEntries } from './entries.ts';
import type { PaperAround } from './evidence.ts';
import { withFindingsOfTitles } from './findings-of-titles.ts';
import { isPlan } from './is-plan.ts';
import { ownWorkIssues, readingIssues, unreadIssues } from './issues.ts';
import { isNamed, tellings } from './kinds-of-field.ts';
import { namesAnswer } from './plan-above.ts';
import { type Reading, regionToReading } from './reading.ts';
import { withThemesOfTitles } from './themes-of-titles.ts';
import { titlesAbove } from './titles-above.ts';

/** How sure a reader must be of what the slots of a region stand for, 0 to 1, and from how many records it must know. */
export interface Demand {
  readonly confidence: number;
  readonly records: number;
  /** True where the title of the whole paper says what a region is: nothing else in the paper is a plan. */
  readonly byPaper?: boolean;
}

/** What repeats in the blocks that are free, and what all evidence says that each repetition holds. */
export function blocksToReadings({ blocks, free }: LayoutInput, around: PaperAround): readonly Reading[] {
  return blocksToRegions(blocks, free).map((region) => withFindingsOfTitles(regionToReading(region, around)));
}

/** Takes for plans what a demand is met by and answers an inspection, and reads their entries. */
export function readingsToPlans(
  readings: readonly Reading[],
  input: LayoutInput,
  { confidence, records, byPaper = false }: Demand,
): LayoutReading {
  const { blocks, contexts } = input;
  const found = readings.filter(
    (reading) =>
      isPlan(reading, isTitled(reading, input, byPaper), isOfOneStatus(reading, blocks)) &&
      reading.confidence >= confidence &&
      reading.region.records.length >= records,
  );
  const plans = found.filter((reading) => answersInspection(reading, blocks));
  const used = new Set(plans.flatMap(({ region }) => [...region.blocks]));
  return mergeReadings(
    readings.map((reading): LayoutReading => {
      const read = { ...nothingRead, used: reading.region.blocks };
      if (plans.includes(reading)) {
        const entries = readingToEntries(withThemesOfTitles(reading), contexts);
        return { ...read, entries, issues: readingIssues(reading, entries) };
      }
      if (found.includes(reading)) return { ...read, issues: ownWorkIssues(reading) };
      return { ...nothingRead, issues: unreadIssues(reading, used) };
    }),
  );
}

/** True below a title that gives its status to all of a part of the plan: `Closed actions`. */
const isOfOneStatus = (reading: Reading, blocks: readonly Block[]): boolean =>
  (titlesAbove(blocks)[firstBlock(reading)] ?? []).some(({ text }) => statusOfPart(text) !== null);

const firstBlock = ({ region }: Reading): number => region.records[0]?.block ?? 0;

/**
 * True for a region below a title that names the inspectorate, what it asks for, or a plan that answers it.
 * @param byPaper whether the title of the whole paper counts, for records that tell how far something has come
 */
function isTitled(reading: Reading, { blocks, contexts }: LayoutInput, byPaper: boolean): boolean {
  const { assigned } = reading;
  const first = firstBlock(reading);
  const plan = contexts[first]?.plan?.text ?? '';
  if (isOfInspection(plan) || namesAnswer(plan)) return true;
  return (
    byPaper &&
    (assigned.some(({ field }) => tellings.includes(field)) || isAnsweredSurely(reading)) &&
    (titlesAbove(blocks)[first] ?? []).some(
      ({ text }) => isOfInspection(text) || (planOfImprovement.test(text) && namesAnswer(text)),
    )
  );
}

/** True where labels say for sure what was found and what is to be done about it. */
const isAnsweredSurely = ({ region: { slots }, assigned }: Reading): boolean =>
  (['finding', 'action'] as const).every((field) =>
    assigned.some((one, index) => one.field === field && one.probability >= sureOfAnswer && isNamed(slots[index])),
  );

const sureOfAnswer = 0.9;
