import type { Block } from '../../src/model/document.ts';
import type { LayoutForm, SeenLayout } from '../../src/model/taught.ts';
import type { Region, Slot } from '../records/model.ts';

/** A region as a layout: its form, and for each of its slots the words that name it. */
export interface Shape extends Pick<SeenLayout, 'form' | 'labels' | 'records'> {
  readonly region: Region;
  /** True where the first record is the header row, which nothing else told. */
  readonly isHeadedByFirst: boolean;
}

/** The region's layout; null where no words in it would tell it again. */
export function regionToShape(region: Region): Shape | null {
  const form: LayoutForm = region.columns === null ? 'labels' : 'columns';
  const names = region.slots.map(nameOf);
  const named = region.slots.filter(({ label }) => label !== '').length;
  if (named >= leastNamed)
    return { region, form, labels: names, records: region.records.length, isHeadedByFirst: false };
  const first = region.columns === null ? null : firstRowAsHeader(region);
  if (first === null) return null;
  return { region, form, labels: first, records: region.records.length - 1, isHeadedByFirst: true };
}

const leastNamed = 2;
const longestHeader = 10;

const nameOf = ({ key, label }: Slot): string => (label === '' ? `(${key})` : label);

/** The texts of the first record, where they are short and each is another: the words that head columns. */
function firstRowAsHeader({ slots, records }: Region): readonly string[] | null {
  const texts = slots.map(({ kind, values }) => (kind === 'column' ? (values[0]?.text ?? '') : ''));
  const filled = texts.filter((text) => text !== '');
  const isHeader =
    records.length > 1 &&
    filled.length >= leastNamed &&
    new Set(filled).size === filled.length &&
    filled.every((text) => text.split(/\s+/).length <= longestHeader && !/^[\d\s.,/£%-]+$/.test(text));
  return isHeader ? texts.map((text, index) => (text === '' ? `(${slots[index]?.key})` : text)) : null;
}

/** Where a region's blocks stand in the paper. */
export const rootsOfRegion = (region: Region, blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    [...region.blocks].flatMap((index) => blocks[index]?.places.map(({ path }) => path.split('/')[0] ?? '') ?? []),
  );
