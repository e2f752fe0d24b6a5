import { containsBox } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { TextRow } from '../../text/rows.ts';
import type { RuledTable } from './ruled-table.ts';

/** Fewer lines in a frame tell nothing of what it holds. */
const fewestLines = 3;
/** Share of a frame's lines that may have a gap in them. */
const fewGapped = 0.2;

/** The lines of text without those in frames around running text, such as cards: no gap in them parts columns. */
export function withoutFramedProse(rows: readonly TextRow[], grids: readonly RuledTable[]): readonly TextRow[] {
  const frames = grids
    .filter(({ grid }) => grid.cells.length === 1)
    .map(({ box }) => rowsIn(rows, box))
    .filter((own) => own.length >= fewestLines && own.filter(isGapped).length <= fewGapped * own.length);
  const framed = new Set(frames.flat());
  return framed.size === 0 ? rows : rows.filter((row) => !framed.has(row));
}

const rowsIn = (rows: readonly TextRow[], box: Box): readonly TextRow[] =>
  rows.filter(({ x0, top, x1, bottom }) => containsBox(box, [x0, top, x1, bottom], 1));

const isGapped = ({ chunks }: TextRow): boolean => chunks.length > 1;
