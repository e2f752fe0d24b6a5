import type { Cell, Rgb } from '../../src/model/document.ts';
import type { RawEntry } from '../../src/model/raw.ts';
import { ragFromColour } from '../../src/normalise/rag.ts';
import type { Slot } from '../records/model.ts';
import type { Reading } from './reading.ts';

type Fill = RawEntry['fill'];

/** The fields whose cell can be painted in the rating's colour, most telling first. */
const painted = ['rag', 'status', 'timescale'] as const;

/** The colour that rates each record: of its own rating or status, where it is not the colour of all; else of its whole row. */
export function ratingFills({ region, assigned }: Reading): readonly Fill[] {
  const slots = painted.flatMap((field) => {
    const index = assigned.findIndex((one) => one.field === field);
    const slot = region.slots[index];
    return slot === undefined || !varies(slot) ? [] : [slot];
  });
  const shades = rowShades(region.records.map(({ cells }) => cells));
  return region.records.map(({ cells }, record) => {
    for (const slot of slots) {
      const value = slot.values[record];
      if (value == null || value.fill === null) continue;
      if (cells === null || standsOut(value.fill, value.places, cells))
        return { colour: value.fill, places: value.places };
    }
    return shades[record] ?? null;
  });
}

/** One shade in every cell rates nothing, but in a handful of cells it can be the rating of all. */
function varies({ values }: Slot): boolean {
  const fills = values.flatMap((value) => (value === null ? [] : [String(value.fill)]));
  const blank = values.every((value) => value === null || value.text === '');
  return (
    new Set(fills).size > 1 ||
    (blank && values.some((value) => value?.fill != null && ragFromColour(value.fill, 'fill') !== null))
  );
}

function standsOut(fill: Rgb, places: Cell['places'], row: readonly (Cell | null)[]): boolean {
  const others = row.filter(
    (cell): cell is Cell => cell !== null && cell.rowSpan === 1 && cell.text.trim() !== '' && cell.places !== places,
  );
  return others.every((cell) => !sameColour(cell.fill, fill));
}

/** The colour of whole rows, where it tells rows apart and is not every second row's band. */
function rowShades(rows: readonly (readonly (Cell | null)[] | null)[]): readonly Fill[] {
  const shades = rows.map((row): Fill => {
    const cells = (row ?? []).filter((cell): cell is Cell => cell !== null && cell.rowSpan === 1);
    const [first] = cells;
    if (first === undefined || first.fill === null || cells.length < 2) return null;
    return cells.every((cell) => sameColour(cell.fill, first.fill))
      ? { colour: first.fill, places: first.places }
      : null;
  });
  const bands = rows.length > 3 && shades.every((shade, index) => (shade === null) === (shades[index % 2] === null));
  const all = new Set(shades.map((shade) => String(shade?.colour ?? null))).size === 1;
  return bands || all ? shades.map(() => null) : shades;
}

function sameColour(a: Rgb | null, b: Rgb | null): boolean {
  return a === null || b === null ? a === b : a.every((part, index) => Math.abs(part - (b[index] ?? 0)) < 8);
}
