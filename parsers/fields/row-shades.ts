import type { Cell, Rgb } from '../../src/model/document.ts';
import type { RawEntry } from '../../src/model/raw.ts';

type Row = readonly (Cell | null)[];

/** True where no other cell with words has a cell's colour too. */
export function standsOut({ fill, places }: Pick<Cell, 'fill' | 'places'>, row: Row): boolean {
  const others = row.filter(
    (other): other is Cell =>
      other !== null && other.places !== places && other.rowSpan === 1 && other.text.trim() !== '',
  );
  return others.every((other) => !sameColour(other.fill, fill));
}

/** The colour of whole rows, where it tells rows apart and is not every second row's band. */
export function rowShades(rows: readonly (Row | null)[]): readonly RawEntry['fill'][] {
  const shades = rows.map((row): RawEntry['fill'] => {
    const cells = (row ?? []).filter((cell): cell is Cell => cell !== null && cell.rowSpan === 1);
    const [first] = cells;
    if (first === undefined || first.fill === null || cells.length < 2) return null;
    return cells.every((cell) => sameColour(cell.fill, first.fill))
      ? { colour: first.fill, places: first.places }
      : null;
  });
  const bands = rows.length > 3 && shades.every((shade, index) => (shade === null) === (shades[index % 2] === null));
  return bands ? shades.map(() => null) : shades;
}

function sameColour(a: Rgb | null, b: Rgb | null): boolean {
  return a === null || b === null ? a === b : a.every((part, index) => Math.abs(part - (b[index] ?? 0)) < 8);
}
