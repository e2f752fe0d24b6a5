import { isLineOfFacts } from './pieces.ts';
import type { Segment } from './segments.ts';

/** So many of the records end in such a line where it is no part of what stands above it. */
const most = 0.7;

/**
 * Segments whose last line is apart from the text under their last label where in most of them it is a line of facts alone
 * (`Head of Prevention, due June 2025, on track`): it holds for the whole record.
 */
export function closingFactsApart(segments: readonly Segment[]): readonly Segment[] {
  const split = segments.map(withoutLastLine);
  const labelled = segments.filter((segment) => segment.labelled.length > 0 && segment.cells === null);
  const found = split.filter((segment) => segment !== null);
  if (found.length < 2 || found.length < most * labelled.length) return segments;
  return segments.map((segment, index) => split[index] ?? segment);
}

/** The segment with its last line as its tail; null where that is no line of facts below other text. */
function withoutLastLine(segment: Segment): Segment | null {
  const label = segment.labelled.at(-1);
  const line = label?.parts.at(-1);
  if (segment.cells !== null || label === undefined || line === undefined || segment.tail.length > 0) return null;
  if (label.parts.length < 2 || !isLineOfFacts(line)) return null;
  return {
    ...segment,
    labelled: [...segment.labelled.slice(0, -1), { ...label, parts: label.parts.slice(0, -1) }],
    tail: [line],
  };
}
