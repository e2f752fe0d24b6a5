/** The script of a process that finds the entries of one reading of a paper in another. */
import type { Pair, PairTask } from './pair-readings.ts';
import { serve } from './serve.ts';

serve<readonly Pair[], PairTask>(async () => {
  const { sameReading } = await import('../trail/reading.ts');
  return async ({ before, after }) =>
    [
      ...sameReading(
        before,
        after.map((entry, index) => ({ ...entry, id: String(index) })),
      ),
    ].map(([id, now]): Pair => [id, now === null ? null : Number(now)]);
});
