import type { TextRow } from '../../text/rows.ts';
import type { PlacedRow } from './placing.ts';

/** Rows of text between two white bands that cross all columns. */
type Band = readonly TextRow[];

/** Of the size of the text below: names of columns are set in type that differs by more. */
const sameType = 0.08;
/** Points by which the first lines of texts that face each other differ in height. */
const level = 2;

/** Bands with the names of columns as one of their own: the first line, of several texts in type of another size than all below. */
export function withNamesApart(bands: readonly Band[]): readonly Band[] {
  const [[names, ...below] = [], ...more] = bands;
  if (names === undefined || below.length === 0 || names.chunks.length < 2) return bands;
  const differs = below.every(({ size }) => Math.abs(size - names.size) > sameType * size);
  return differs ? [[names], below, ...more] : bands;
}

/**
 * True for rows of two texts that face each other, as what was said and what is answered: each two begin level, and in looks
 * of their own, as cards side by side do not.
 */
export function areFacing(bands: readonly (readonly PlacedRow[])[]): boolean {
  return bands.every((band) => {
    const [left, right] = [0, 1].map(
      (column) =>
        band.flatMap(({ row, pieces }) =>
          pieces.filter(({ from }) => from === column).map((piece) => ({ row, piece })),
        )[0],
    );
    if (left === undefined || right === undefined) return false;
    const [word, other] = [left.piece.runs[0], right.piece.runs[0]];
    return Math.abs(left.row.baseline - right.row.baseline) <= level && word?.bold !== other?.bold;
  });
}
