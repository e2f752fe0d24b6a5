import { overlap } from '../../../src/lib/box.ts';
import type { TextRow } from './rows.ts';

/** Baseline to baseline of wrapped lines: the smallest common step from a chunk to the one below it. */
export function linePitch(rows: readonly TextRow[]): number {
  const counts = new Map<number, number>();
  rows.forEach((row, index) => {
    for (const chunk of row.chunks) {
      const below = rows
        .slice(index + 1, index + 6)
        .find((other) => other.chunks.some((next) => overlap(chunk.x0, chunk.x1, next.x0, next.x1) > 0));
      const step = below === undefined ? 0 : Math.round((below.baseline - row.baseline) * 2) / 2;
      if (step > 0.7 * row.size && step < 2 * row.size) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...counts].filter(([, count]) => count >= 0.12 * total).map(([step]) => step);
  return common.length === 0 ? 0 : Math.min(...common);
}

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
