import type { Box } from '../../../src/model/place.ts';

/** The number at a place of an operation's arguments; 0 where there is none. */
export function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Four numbers as a box, in whatever order its corners are given; null where they are none. */
export function readBox(value: unknown): Box | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null;
  const [x0, y0, x1, y1] = value as readonly unknown[];
  if (typeof x0 !== 'number' || typeof y0 !== 'number' || typeof x1 !== 'number' || typeof y1 !== 'number') return null;
  return Number.isFinite(x0 + y0 + x1 + y1)
    ? [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
    : null;
}
