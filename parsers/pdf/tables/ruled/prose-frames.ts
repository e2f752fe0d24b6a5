import { containsPoint, middleX, middleY } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';

/** Fewer lines in a frame tell nothing of what it holds. */
const fewestLines = 2;
/** Share of a frame's lines that may have a gap in them. */
const fewGapped = 0.2;

/**
 * The words without those in frames around running text, such as cards: no gap in them parts columns. Frames that stand side by
 * side have lines of their own, though these are level with each other.
 */
export function withoutFramedProse(runs: readonly Word[], frames: readonly Box[]): readonly Word[] {
  const framed = new Set(
    frames
      .map((box) => runs.filter((run) => containsPoint(box, middleX(run.box), middleY(run.box))))
      .filter(isProse)
      .flat(),
  );
  return framed.size === 0 ? runs : runs.filter((run) => !framed.has(run));
}

function isProse(runs: readonly Word[]): boolean {
  const rows = toTextRows(runs);
  const gapped = rows.filter(({ chunks }) => chunks.length > 1).length;
  return rows.length >= fewestLines && gapped <= fewGapped * rows.length;
}
