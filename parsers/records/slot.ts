import type { Slot, SlotKind, TextValue } from './model.ts';
import type { Segment } from './segments.ts';

/** A title or text without a label is a place of the record where so many of the records or groups have it. */
export const leastSupport = 0.5;

/** The slot of a region's segments in which each has what is read from it. */
export function slot(
  key: string,
  kind: SlotKind,
  label: string,
  segments: readonly Segment[],
  read: (segment: Segment) => TextValue | null,
): Slot {
  return { key, kind, label, values: segments.map(read) };
}
