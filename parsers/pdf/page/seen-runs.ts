import { containsPoint, heightOf, middleX, middleY, widthOf } from '../../../src/lib/box.ts';
import type { Box } from '../../../src/model/place.ts';
import type { Fill, PageContent, TextRun } from './page-content.ts';

/**
 * The page with only those runs that a reader sees: what lies off the page or is written in white on white is left
 * out, and so are control characters and zero-width marks.
 */
export function withSeenRuns(page: PageContent): PageContent {
  const runs: TextRun[] = [];
  for (const run of page.runs) {
    const text = unseen.test(run.text) ? run.text.replaceAll(allUnseen, '') : run.text;
    if (text.trim() === '' || !onPage(run, page) || whiteOnWhite(run, page)) continue;
    runs.push(text === run.text ? run : { ...run, text });
  }
  const shapes = runs.filter((run) => isShape(run, runs));
  if (shapes.length === 0 && page.fills.length === 0) return { ...page, runs };
  return {
    ...page,
    fills: [...page.fills, ...shapes.map(({ box, colour }): Fill => ({ box, colour, whole: false }))],
    runs: [...runs.filter((run) => !shapes.includes(run)), ...drawnBullets(page, runs)],
  };
}

const unseen = /[\p{Cc}\u200b\u2060\ufeff]/u;
const allUnseen = new RegExp(unseen, 'gu');

const filledShape = /^[\u25a0\u25aa\u25ac\u25ae\u25b2\u25b6\u25bc\u25c0\u25c6\u25cf\u25fc\u25fe\u2b1b\u2b24]$/u;
/** Least distance between the strongest and the weakest part of a colour that is no shade of grey. */
const leastChroma = 48;
/** Ems between a bullet and its text. */
const bulletGap = 1.2;

/**
 * True for a filled sign (a disc, a square, a triangle) in a colour with no words behind it: it is set as text and means
 * what a painted shape means, a rating. One before words is their bullet.
 */
function isShape(run: TextRun, runs: readonly TextRun[]): boolean {
  if (!filledShape.test(run.text) || Math.max(...run.colour) - Math.min(...run.colour) < leastChroma) return false;
  return !runs.some((other) => {
    const gap = other.box[0] - run.box[2];
    return (
      other !== run && Math.abs(other.baseline - run.baseline) < run.size && gap > -1 && gap < bulletGap * run.size
    );
  });
}

/**
 * Discs, squares and rings that a browser draws before the items of a list, as runs of the text they stand before: a
 * shape of a fifth to half of the text’s height, a little left of a line and in the middle of its small letters.
 */
function drawnBullets({ fills, slants }: PageContent, runs: readonly TextRun[]): readonly TextRun[] {
  const discs = fills.filter(({ box, colour }) => isSmallAndSquare(box) && colour.some((part) => part < 250));
  const rings = slants.filter((box) => isSmallAndSquare(box) && !discs.some((disc) => isSameBox(disc.box, box)));
  return [...discs.map(({ box }) => box), ...rings].flatMap((box) => {
    const beside = runs.filter((run) => isBulletOf(box, run)).toSorted((a, b) => a.box[0] - b.box[0])[0];
    if (beside === undefined) return [];
    const alone = !runs.some(
      (run) =>
        run !== beside &&
        run.box[2] <= beside.box[0] &&
        Math.abs(run.baseline - beside.baseline) < 2 &&
        run.box[2] > box[0] - 3 * run.size,
    );
    return alone ? [{ ...beside, text: '•', box, bold: false, spaceBefore: true }] : [];
  });
}

function isSmallAndSquare(box: Box): boolean {
  const width = widthOf(box);
  return width >= 1.5 && width <= 7 && Math.abs(width - heightOf(box)) <= 0.2 * width;
}

const isSameBox = (a: Box, b: Box): boolean => a.every((side, index) => Math.abs(side - (b[index] ?? 0)) < 1);

function isBulletOf(box: Box, run: TextRun): boolean {
  const gap = run.box[0] - box[2];
  const rise = run.baseline - middleY(box);
  const height = heightOf(box) / run.size;
  return (
    run.angle === 0 &&
    gap > 0.2 * run.size &&
    gap < 2 * run.size &&
    rise > 0.1 * run.size &&
    rise < 0.6 * run.size &&
    height < 0.55
  );
}

function onPage({ box }: TextRun, { width, height }: PageContent): boolean {
  const x = middleX(box);
  const y = middleY(box);
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function whiteOnWhite(run: TextRun, page: PageContent): boolean {
  if (run.colour.some((part) => part < 250)) return false;
  const x = middleX(run.box);
  const y = middleY(run.box);
  const behind = page.fills.findLast((fill) => containsPoint(fill.box, x, y));
  const onImage = page.images.some((box) => containsPoint(box, x, y));
  return !onImage && (behind === undefined || behind.colour.every((part) => part >= 250));
}
