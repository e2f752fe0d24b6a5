import { containsBox, containsPoint, middleX, middleY } from '../../../src/lib/box.ts';
import type { Box } from '../../../src/model/place.ts';
import type { Drawing } from './operators.ts';
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

function isCovered({ box, slant }: TextRun, index: number, covers: Drawing['covers']): boolean {
  const [x0, y0, x1, y1] = slant ?? box;
  const middle = (y0 + y1) / 2;
  const across: Box = [x0, middle, x1, middle];
  return covers.some((cover) => cover.runs > index && containsBox(cover.box, across, 1));
}

/** Points: the farthest apart that text drawn twice for boldness stands, and the squares in which its twin is looked for. */
const farthestTwin = 4;

function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  const twins = new Map<TextRun, TextRun>();
  for (const alike of Map.groupBy(runs, ({ text }) => text).values()) {
    if (alike.length > 1) findTwins(alike, twins);
  }
  if (twins.size === 0) return runs;
  const twice = new Set(twins.values());
  return runs.filter((run) => !twins.has(run)).map((run) => (twice.has(run) ? { ...run, bold: true } : run));
}

/** @param twins the runs that were drawn before, in nearly the same place, by their second drawing; to be added to */
function findTwins(alike: readonly TextRun[], twins: Map<TextRun, TextRun>): void {
  const squares = new Map<number, TextRun[]>();
  for (const run of alike) {
    const square = squareOf(run);
    const twin = twinIn(squares, square, run);
    const own = squares.get(square);
    if (twin !== undefined) twins.set(run, twin);
    else if (own === undefined) squares.set(square, [run]);
    else own.push(run);
  }
}

/** Squares in a row; pages are at most 14,400 points wide. */
const squaresInRow = 4096;

const squareOf = ({ box }: TextRun): number =>
  Math.floor(box[1] / farthestTwin) * squaresInRow + Math.floor(box[0] / farthestTwin);

/** The run of the same text a hair's breadth away: it stands in the same square or one beside it. */
function twinIn(squares: ReadonlyMap<number, readonly TextRun[]>, square: number, run: TextRun): TextRun | undefined {
  // By index, as in `extremes.ts`.
  for (let index = 0; index < stepsAround.length; index++) {
    const twin = squares.get(square + (stepsAround[index] ?? 0))?.find((first) => drawnTwice(first, run));
    if (twin !== undefined) return twin;
  }
  return undefined;
}

const stepsAround = [0, -1, 1, -squaresInRow, squaresInRow].flatMap((step, index) =>
  index < 3 ? [step] : [step - 1, step, step + 1],
);

function drawnTwice(first: TextRun, second: TextRun): boolean {
  const near = Math.min(farthestTwin, 0.12 * second.size);
  return (
    first.angle === second.angle &&
    Math.abs(first.box[0] - second.box[0]) <= near &&
    Math.abs(first.box[1] - second.box[1]) <= near
  );
}
