import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell } from '../../src/model/document.ts';
import type { RawEntry, RawValue } from '../../src/model/raw.ts';
import { ragFromColour } from '../../src/normalise/rag.ts';
import { columnOf, type Slot, type TextValue } from '../records/model.ts';
import type { Reading } from './reading.ts';
import { rowShades, standsOut } from './row-shades.ts';

type Fill = RawEntry['fill'];

/** The fields whose cell can be painted in the rating's colour, most telling first. */
const painted = ['rag', 'status', 'timescale'] as const;

/** The colour that rates each record: of its own rating or status, where it is not the colour of all; else of its whole row. */
export function ratingFills({ region, assigned }: Pick<Reading, 'region' | 'assigned'>): readonly Fill[] {
  const slots = painted.flatMap((field) => {
    const index = assigned.findIndex((one) => one.field === field);
    const slot = region.slots[index];
    return slot === undefined || !varies(slot) ? [] : [slot];
  });
  const whites = blankRatings({ region, assigned });
  const shades = rowShades(region.records.map(({ cells }) => cells));
  return region.records.map(({ cells }, record) => {
    for (const slot of slots) {
      const value = slot.values[record];
      if (value == null || value.fill === null) continue;
      if (cells === null || standsOut(value, cells)) return { colour: value.fill, places: value.places };
    }
    return shades[record] ?? whites[record] ?? null;
  });
}

/** The white of blank cells in a column of ratings that are painted alone: a rating where the paper's key has white. */
function blankRatings({ region, assigned }: Pick<Reading, 'region' | 'assigned'>): readonly Fill[] {
  const slot = region.slots[assigned.findIndex(({ field }) => field === 'rag')];
  const column = slot?.kind === 'column' ? columnOf(slot.key) : -1;
  if (slot === undefined || column < 0 || !slot.values.some((value) => value?.text === '' && value.fill !== null))
    return [];
  return region.records.map(({ cells }): Fill => {
    const cell = cells?.[column];
    return cell == null || cell.text.trim() !== '' || cell.fill !== null
      ? null
      : { colour: [255, 255, 255], places: cell.places };
  });
}

/** One shade in every cell rates nothing, but in a handful of cells it can be the rating of all. */
export const varies: (slot: Slot) => boolean = rememberByObject(({ values }) => {
  const fills = values.flatMap((value) => (value === null ? [] : [String(value.fill)]));
  const blank = values.every((value) => value === null || value.text === '');
  return (
    new Set(fills).size > 1 ||
    (blank && values.some((value) => value?.fill != null && ragFromColour(value.fill, 'fill') !== null))
  );
});

/** The colour that a value without words shows, where it stands for words: as for a rating, by its number. */
export function swatch(value: TextValue, cells: readonly (Cell | null)[] | null): RawValue | null {
  const rag = value.text !== '' || value.fill === null ? null : ragFromColour(value.fill, 'fill');
  return rag === null || (cells !== null && !standsOut(value, cells)) ? null : { text: rag.raw, places: value.places };
}
