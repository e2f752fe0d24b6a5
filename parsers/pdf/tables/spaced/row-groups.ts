import { overlap } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { type Chunk, extentOf, type TextRow } from '../../text/rows.ts';
import type { Edge } from '../ruled/edge.ts';

/** Rows of text that belong together, and how far they reach. */
export interface Group {
  readonly rows: readonly TextRow[];
  readonly left: number;
  readonly right: number;
}

export function toGroup(rows: readonly TextRow[]): Group {
  return { rows, left: leastOf(rows, (row) => row.x0), right: mostOf(rows, (row) => row.x1) };
}

/** A row with only some of its chunks. */
export function narrowed(row: TextRow, chunks: readonly Chunk[]): TextRow {
  const words = chunks.flatMap((chunk) => chunk.words);
  return { ...row, ...extentOf(words), chunks, runs: chunks.flatMap((chunk) => chunk.runs), words };
}

/** True for a flat line that runs over most of a width, and not far beyond it. */
export function isWide(flat: Edge, left: number, right: number): boolean {
  const width = right - left;
  return overlap(flat.from, flat.to, left, right) >= 0.72 * width && flat.to - flat.from <= 1.8 * width + 40;
}

/** Ems from baseline to baseline: rows farther apart belong together only between two rules. */
export const farthestRow = 3.3;

/** True where one of some bands has most lines of all: the white between them does not tell rows. */
export const holdMost = (bands: readonly (readonly TextRow[])[]): boolean =>
  mostOf(bands, ({ length }) => length) > 0.5 * bands.flat().length;
