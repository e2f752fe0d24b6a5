import { containsBox, containsPoint, middleX, middleY } from '../../../src/lib/box.ts';
import type { Drawing } from './operators.ts';
import type { TextRun } from './page-content.ts';
import type { Cover } from './walk.ts';

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
  const squaresOf = new Map<string, Map<number, number[]>>();
  for (const run of runs) {
    const square = squareOf(run);
    const squares = squaresOf.get(run.text);
    const double = squares === undefined ? undefined : findTwin(run, square, squares, kept);
    const first = double === undefined ? undefined : kept[double];
    if (double !== undefined && first !== undefined) {
      kept[double] = { ...first, bold: true };
      continue;
    }
    const own = squares?.get(square);
    if (squares === undefined) squaresOf.set(run.text, new Map([[square, [kept.length]]]));
    else if (own === undefined) squares.set(square, [kept.length]);
    else own.push(kept.length);
    kept.push(run);
  }
  return kept;
}

/** Squares in a row; pages are at most 14,400 points wide. */
const squaresInRow = 4096;

const squareOf = ({ box }: TextRun): number =>
  Math.floor(box[1] / farthestTwin) * squaresInRow + Math.floor(box[0] / farthestTwin);

/** Which of the runs kept is the same text a hair's breadth away: it stands in the same square or one beside it. */
function findTwin(
  run: TextRun,
  square: number,
  squares: ReadonlyMap<number, readonly number[]>,
  kept: readonly TextRun[],
): number | undefined {
  for (const step of stepsAround) {
    const twin = squares.get(square + step)?.find((index) => drawnTwice(kept[index], run));
    if (twin !== undefined) return twin;
  }
  return undefined;
}

const stepsAround = [0, -1, 1, -squaresInRow, squaresInRow].flatMap((step, index) =>
  index < 3 ? [step] : [step - 1, step, step + 1],
);

function drawnTwice(first: TextRun | undefined, second: TextRun): boolean {
  const near = Math.min(farthestTwin, 0.12 * second.size);
  return (
    first !== undefined &&
    first.angle === second.angle &&
    Math.abs(first.box[0] - second.box[0]) <= near &&
    Math.abs(first.box[1] - second.box[1]) <= near
  );
}
