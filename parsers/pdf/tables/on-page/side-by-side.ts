import {
  areaOf,
  containsBox,
  containsPoint,
  heightOf,
  middleX,
  middleY,
  overlap,
  widthOf,
} from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { TextPage, Word } from '../../text/words.ts';
import { fillBoxes } from '../ruled/edges.ts';
import { gridsOf } from '../ruled/ruled-tables.ts';

/** Points of white between two boxes: cells of a table touch. */
const leastGap = 3;

/** Of a page's area; what is larger is its background. */
const largest = 0.6;

/**
 * The frames and painted areas that stand side by side with a gap between them, as text boxes on slides and cards do:
 * each is read whole before the next; and those in one column with them. Of boxes within each other the outermost, from the
 * top down.
 * @param runs the words that stand in no table
 */
export function boxesSideBySide(page: TextPage, runs: readonly Word[]): readonly Box[] {
  const frames = framesOf(page);
  const pageArea = page.width * page.height;
  const drawn = [...frames, ...fillBoxes(page.fills, runs, pageArea)];
  const boxes = drawn.filter(
    (box) =>
      areaOf(box) < largest * pageArea && runs.some((run) => isIn(run, box)) && !runs.some((run) => cuts(box, run)),
  );
  const lanes = lanesAmong(boxes, frames);
  const level = boxes.filter((box) => lanes.has(box) || boxes.some((other) => areBeside(box, other, drawn)));
  const beside = boxes.filter((box) => level.some((other) => other === box || areInColumn(box, other)));
  return beside
    .filter((box, index) => !beside.some((other, at) => at !== index && isWithin(box, other, at < index)))
    .toSorted((a, b) => a[1] - b[1]);
}

/** Of these boxes those that touch no other at their side, as the painted cells of a table's row do and lanes do not. */
export function boxesApart(page: TextPage, runs: readonly Word[]): readonly Box[] {
  const boxes = boxesSideBySide(page, runs);
  const lanes = lanesAmong(boxes, framesOf(page));
  return boxes.filter((box) => lanes.has(box) || !boxes.some((other) => areTouching(box, other)));
}

/** Share of a lane's width that the cards in it take up. */
const laneWidth = 0.75;

/** The boxes with another right at their side that are frames, or hold frames nearly as wide as they are, as lanes hold cards. */
function lanesAmong(boxes: readonly Box[], frames: readonly Box[]): ReadonlySet<Box> {
  const holding = boxes.filter((box) =>
    frames.some((frame) => frame === box || (isWithin(frame, box, false) && widthOf(frame) > laneWidth * widthOf(box))),
  );
  return new Set(holding.filter((box) => holding.some((other) => other !== box && areTouching(box, other))));
}

/** The boxes of frames around one cell. */
export const framesOf = (page: TextPage): readonly Box[] =>
  gridsOf(page).flatMap(({ grid, box }) => (grid.cells.length === 1 ? [box] : []));

/** True for words in a box. */
export const isIn = ({ box, angle }: Word, area: Box): boolean =>
  angle === 0 && containsPoint(area, middleX(box), middleY(box));

/** Words that stand across a side of the box: it is no box around text. */
const cuts = (area: Box, run: Word): boolean =>
  isIn(run, area) && (run.box[0] < area[0] - 2 || run.box[2] > area[2] + 2);

/** True for a box as wide as the other and above or below it: the last of an odd number stands alone in its row. */
const areInColumn = (a: Box, b: Box): boolean =>
  Math.abs(a[0] - b[0]) < leastGap && Math.abs(a[2] - b[2]) < leastGap && overlap(a[1], a[3], b[1], b[3]) < -leastGap;

/** True for boxes with nothing but white between them: a table's row has further cells there, with text or none. */
const areBeside = (a: Box, b: Box, drawn: readonly Box[]): boolean =>
  isLevel(a, b) && gapBetween(a, b) > leastGap && !drawn.some((other) => isBetween(other, a, b));

const isBetween = (box: Box, a: Box, b: Box): boolean =>
  isLevel(box, a) && isLevel(box, b) && box[0] >= Math.min(a[2], b[2]) - 1 && box[2] <= Math.max(a[0], b[0]) + 1;

const areTouching = (a: Box, b: Box): boolean => isLevel(a, b) && Math.abs(gapBetween(a, b)) <= leastGap;

const isLevel = (a: Box, b: Box): boolean => overlap(a[1], a[3], b[1], b[3]) > 0.5 * Math.min(heightOf(a), heightOf(b));

/** Points of white from one box to another at its side; less than none where they lie over each other. */
const gapBetween = (a: Box, b: Box): number => -overlap(a[0], a[2], b[0], b[2]);

const isWithin = (box: Box, other: Box, first: boolean): boolean =>
  containsBox(other, box, 1) && (first || !containsBox(box, other, 1));
