import { overlap } from '../../../src/lib/box.ts';
import type { Chunk, TextRow } from './rows.ts';

/** Baseline to baseline of wrapped lines: the smallest common step from a chunk to the one below it. */
export function linePitch(rows: readonly TextRow[]): number {
  const counts = new Map<number, number>();
  rows.forEach((row, index) => {
    for (const chunk of row.chunks) {
      const below = rowBelow(chunk, rows, index);
      const step = below === undefined ? 0 : Math.round((below.baseline - row.baseline) * 2) / 2;
      if (step > 0.7 * row.size && step < 2 * row.size) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...counts].filter(([, count]) => count >= 0.12 * total).map(([step]) => step);
  return common.length === 0 ? 0 : Math.min(...common);
}

/** The nearest of the next few rows that has words below a chunk. */
function rowBelow({ x0, x1 }: Chunk, rows: readonly TextRow[], index: number): TextRow | undefined {
  for (let next = index + 1; next <= index + mostBetween; next++) {
    if (rows[next]?.chunks.some((other) => overlap(x0, x1, other.x0, other.x1) > 0)) return rows[next];
  }
  return undefined;
}

/** So many rows below a chunk are looked at for the next line of its text. */
const mostBetween = 5;

/** Cuts rows of text where a white band crosses all columns that is higher than the space between wrapped lines. */
export function toBands(rows: readonly TextRow[], pitch: number): readonly (readonly TextRow[])[] {
  const bands: TextRow[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const space = pitch - 0.97 * row.size;
    const band = bands.at(-1);
    if (band === undefined || row.top - reach > space + Math.max(1.4, 0.14 * row.size)) bands.push([row]);
    else band.push(row);
    reach = Math.max(reach, row.bottom);
  }
  return bands;
}
