import { containsPoint, middleX, middleY } from '../../src/lib/box.ts';
import type { Box } from '../../src/model/place.ts';
import type { TextRun } from './page-content.ts';

/**
 * The runs that a reader can see. Text in invisible ink counts where it lies over an image: it is the text layer of a
 * scan. Anywhere else it is hidden on purpose.
 */
export function visibleRuns(drawing: {
  readonly runs: readonly TextRun[];
  readonly invisibleRuns: readonly TextRun[];
  readonly images: readonly Box[];
}): readonly TextRun[] {
  const overImage = drawing.invisibleRuns.filter(({ box }) =>
    drawing.images.some((image) => containsPoint(image, middleX(box), middleY(box))),
  );
  return overImage.length === 0 ? drawing.runs : [...drawing.runs, ...overImage];
}
