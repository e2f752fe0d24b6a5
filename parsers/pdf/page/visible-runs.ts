import { containsBox, containsPoint, middleX, middleY } from '../../../src/lib/box.ts';
import type { Cover, Drawing } from './operators.ts';
import type { TextRun } from './page-content.ts';

/**
 * The runs that a reader can see. Text in invisible ink counts where it lies over an image: it is the text layer of a
 * scan. Anywhere else it is hidden on purpose, and so is what was painted over afterwards, as redacted names are. Text
 * drawn twice, a hair's breadth apart, stands once and is bold.
 */
export function visibleRuns(drawing: Pick<Drawing, 'runs' | 'invisibleRuns' | 'images' | 'covers'>): {
  readonly runs: readonly TextRun[];
  /** How many words were painted over. */
  readonly covered: number;
} {
  const overImage = drawing.invisibleRuns.filter(({ box }) =>
    drawing.images.some((image) => containsPoint(image, middleX(box), middleY(box))),
  );
  const seen =
    drawing.covers.length === 0
      ? drawing.runs
      : drawing.runs.filter((run, index) => !isCovered(run, index, drawing.covers));
  return { runs: withoutDoubles([...seen, ...overImage]), covered: drawing.runs.length - seen.length };
}

function isCovered({ box, slant }: TextRun, index: number, covers: readonly Cover[]): boolean {
  const [x0, y0, x1, y1] = slant ?? box;
  const middle = (y0 + y1) / 2;
  return covers.some((cover) => cover.runs > index && containsBox(cover.box, [x0, middle, x1, middle], 1));
}

/** Points: the farthest apart that text drawn twice for boldness stands, and the squares in which its twin is looked for. */
const farthestTwin = 4;

function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  const kept: TextRun[] = [];
  const inSquare = new Map<string, number[]>();
  for (const run of runs) {
    const [column, row] = [Math.floor(run.box[0] / farthestTwin), Math.floor(run.box[1] / farthestTwin)];
    const key = (dx: number, dy: number) => `${column + dx} ${row + dy} ${run.text}`;
    const near = aroundIt.flatMap(([dx, dy]) => inSquare.get(key(dx, dy)) ?? []);
    const double = near.find((index) => drawnTwice(kept[index], run));
    const first = double === undefined ? undefined : kept[double];
    if (double !== undefined && first !== undefined) {
      kept[double] = { ...first, bold: true };
      continue;
    }
    const own = inSquare.get(key(0, 0));
    if (own === undefined) inSquare.set(key(0, 0), [kept.length]);
    else own.push(kept.length);
    kept.push(run);
  }
  return kept;
}

const aroundIt = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

function drawnTwice(first: TextRun | undefined, second: TextRun): boolean {
  const near = Math.min(farthestTwin, 0.12 * second.size);
  return (
    first !== undefined &&
    first.angle === second.angle &&
    Math.abs(first.box[0] - second.box[0]) <= near &&
    Math.abs(first.box[1] - second.box[1]) <= near
  );
}
