import type { Block } from '../../src/model/document.ts';
import type { LayoutReading, RawField } from '../../src/model/raw.ts';
import type { SeenLayout, TaughtLayout } from '../../src/model/taught.ts';
import { bestFit, common, labelsToMarks } from '../../src/taught/marks.ts';
import type { Assigned } from '../fields/assign.ts';
import { readingToEntries } from '../fields/entries.ts';
import type { PaperAround } from '../fields/evidence.ts';
import { readingIssues, unreadIssues } from '../fields/issues.ts';
import { type Reading, regionToReading } from '../fields/reading.ts';
import type { Context } from '../recognise/draft.ts';
import { mergeReadings, nothingRead } from '../recognise/layout.ts';
import { blocksToRegions } from '../records/index.ts';
import { namedIn } from './present.ts';
import { regionToShape, rootsOfRegion, type Shape } from './shapes.ts';

/** A table or form by its labels, and where its blocks stand in the paper. */
interface SeenRegion extends Omit<SeenLayout, 'isRead'> {
  readonly roots: ReadonlySet<string>;
}

/** What was read by what people said of layouts, and every table and form of the paper by its labels. */
export interface TaughtReading {
  readonly reading: LayoutReading;
  readonly seen: readonly SeenRegion[];
  /** The words of the labels that were gone by. */
  readonly labels: readonly string[];
}

/**
 * Reads the tables and forms whose layout a person has named, before any other reader: what a person said outranks what was
 * learned. Those that were said to be no plan are taken and give nothing.
 * @param contexts what stands above each block
 */
export function readTaught(
  blocks: readonly Block[],
  contexts: readonly Context[],
  around: PaperAround,
  taught: readonly TaughtLayout[],
): TaughtReading {
  const regions = blocksToRegions(blocks, () => true, namedIn(blocks, taught));
  const shapes = regions.map(regionToShape).filter((shape) => shape !== null);
  const fitting = shapes.flatMap((shape) => {
    const layout = shape.isHeadedByFirst ? null : bestFit(taught, shape);
    return layout === null ? [] : [{ shape, layout }];
  });
  const plans = fitting.filter(({ layout }) => layout.isPlan);
  const ofPlan = new Set(plans.flatMap(({ shape }) => [...shape.region.blocks]));
  const readings = regions.map((region): LayoutReading => {
    const fit = fitting.find(({ shape }) => shape.region === region);
    if (fit === undefined)
      return ofPlan.size === 0
        ? nothingRead
        : { ...nothingRead, issues: unreadIssues(regionToReading(region, around), ofPlan) };
    if (!fit.layout.isPlan) return { ...nothingRead, used: freeOf(region.blocks, regions, fitting) };
    const reading = taughtReading(fit.shape, fit.layout, around);
    const entries = readingToEntries(reading, contexts);
    return { entries, used: region.blocks, statements: [], issues: readingIssues(reading, entries) };
  });
  const seen = shapes.map(({ form, labels, records, region }) => ({
    form,
    labels,
    records,
    roots: rootsOfRegion(region, blocks),
  }));
  return { reading: mergeReadings(readings), seen, labels: fitting.flatMap(({ shape }) => shape.labels) };
}

/** The blocks in which nothing stands but what was said to be no plan. */
function freeOf(
  blocks: ReadonlySet<number>,
  regions: readonly Shape['region'][],
  fitting: readonly { readonly shape: Shape; readonly layout: TaughtLayout }[],
): ReadonlySet<number> {
  const none = new Set(fitting.flatMap(({ shape, layout }) => (layout.isPlan ? [] : [shape.region])));
  const others = regions.filter((region) => !none.has(region));
  return new Set([...blocks].filter((block) => others.every((region) => !region.blocks.has(block))));
}

/** A region read as a person said: the reader's own guess stands where nothing was said, and for no field that was given. */
function taughtReading(shape: Shape, layout: TaughtLayout, around: PaperAround): Reading {
  const own = regionToReading(shape.region, around);
  const told = toldFields(shape, layout);
  const given = new Set(told.filter((field) => field !== null));
  const assigned = own.assigned.map((guess, index): Assigned => {
    const field = told[index] ?? null;
    if (field !== null) return { field, probability: 1 };
    const isNamed = shape.region.slots[index]?.label !== '';
    return given.has(guess.field as RawField) ? { field: isNamed ? 'extra' : 'none', probability: 1 } : guess;
  });
  return { ...own, assigned, confidence: 1, ofPlan: 1, isTaught: true };
}

/** For each slot the field that a person gave it; null where nothing was said of it. */
export function toldFields({ labels }: Pick<SeenLayout, 'labels'>, layout: TaughtLayout): readonly (RawField | null)[] {
  const marks = labelsToMarks(layout.labels.map(({ label }) => label));
  const means = new Map(marks.map((mark, index) => [mark, layout.labels[index]?.means ?? null]));
  return labelsToMarks(labels).map((mark) => means.get(mark) ?? null);
}

/** Every table and form of a paper, with whether entries were read from it. */
export const toSeenLayouts = (seen: readonly SeenRegion[], readRoots: ReadonlySet<string>): readonly SeenLayout[] =>
  seen.map(({ roots, ...layout }) => ({ ...layout, isRead: common(roots, readRoots).size > 0 }));
