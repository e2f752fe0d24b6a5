import { containsPoint, middleX, middleY } from '../../src/lib/box.ts';
import type { Box } from '../../src/model/place.ts';
import type { TextRun } from './page-content.ts';

/**
 * The runs that a reader can see. Text in invisible ink counts where it lies over an image: it is the text layer of a
 * scan. Anywhere else it is hidden on purpose. Text drawn twice, a hair's breadth apart, stands once and is bold.
 */
export function visibleRuns(drawing: {
  readonly runs: readonly TextRun[];
  readonly invisibleRuns: readonly TextRun[];
  readonly images: readonly Box[];
}): readonly TextRun[] {
  const overImage = drawing.invisibleRuns.filter(({ box }) =>
    drawing.images.some((image) => containsPoint(image, middleX(box), middleY(box))),
  );
  return withoutDoubles(overImage.length === 0 ? drawing.runs : [...drawing.runs, ...overImage]);
}

function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  const kept: TextRun[] = [];
  const byText = new Map<string, number[]>();
  for (const run of runs) {
    const twins = byText.get(run.text);
    const double = twins?.find((index) => drawnTwice(kept[index], run));
    const first = double === undefined ? undefined : kept[double];
    if (double !== undefined && first !== undefined) {
      kept[double] = { ...first, bold: true };
      continue;
    }
    if (twins === undefined) byText.set(run.text, [kept.length]);
    else twins.push(kept.length);
    kept.push(run);
  }
  return kept;
}

function drawnTwice(first: TextRun | undefined, second: TextRun): boolean {
  const near = 0.12 * second.size;
  return (
    first !== undefined &&
    first.angle === second.angle &&
    Math.abs(first.box[0] - second.box[0]) <= near &&
    Math.abs(first.box[1] - second.box[1]) <= near
  );
}
