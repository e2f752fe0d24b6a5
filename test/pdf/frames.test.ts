import { expect, test } from 'vitest';
import { openPdf } from '../../parsers/pdf/page/open.ts';
import { filledPath, readSubpaths } from '../../parsers/pdf/page/paths.ts';
import { rawPdf } from '../support/raw-pdf.ts';

/** A box as pdf.js encodes its path. */
const box = (x0: number, y0: number, x1: number, y1: number) => [0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1, 4];
const painted = (...boxes: readonly (readonly number[])[]) =>
  filledPath(readSubpaths(boxes.flat(), [1, 0, 0, 1, 0, 0]), [40, 80, 60]);

test('a frame with a bar for one of its sides is four lines, as a card with a coloured head is drawn', () => {
  const { segments, fills } = painted(box(40, 100, 280, 400), box(41, 106, 279, 399));
  expect(segments.map(({ x0, y0, x1, y1, width }) => [x0, y0, x1, y1, width])).toEqual([
    [40, 103, 280, 103, 6],
    [40, 399.5, 280, 399.5, 1],
    [40.5, 100, 40.5, 400, 1],
    [279.5, 100, 279.5, 400, 1],
  ]);
  expect(fills).toEqual([]);
});

test('a box within a box that leaves two broad sides is no frame', () => {
  expect(painted(box(40, 100, 280, 400), box(46, 106, 279, 399)).segments).toEqual([]);
});

test('a border of one side, painted as a box of which the clip leaves a hair, is a line', async () => {
  const content = '0.8 g q 20 149.25 260 0.75 re W n 20 100 260 50 re 20 100 260 49.25 re f* Q';
  const pdf = await openPdf(rawPdf({ content }));
  const { segments, fills } = await pdf.page(1);
  await pdf.close();
  expect(segments.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])).toEqual([[20, 50.375, 280, 50.375]]);
  expect(fills).toEqual([]);
});
