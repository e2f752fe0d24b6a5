import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageContent, Segment, TextRun } from '../../parsers/pdf/page/page-content.ts';
import { type Turn, turnPage } from '../../parsers/pdf/page/turned-page.ts';
import { toEdges } from '../../parsers/pdf/tables/ruled/edges.ts';
import { edgesToGrid } from '../../parsers/pdf/tables/ruled/grid.ts';
import { toWords } from '../../parsers/pdf/text/words.ts';

const line = (x0: number, y0: number, x1: number, y1: number): Segment => ({
  x0,
  y0,
  x1,
  y1,
  width: 0.5,
  colour: [0, 0, 0],
});

const run = (text: string, x0: number, baseline: number, x1: number): TextRun => ({
  text,
  spaceBefore: true,
  box: [x0, baseline - 7.6, x1, baseline + 2.1],
  baseline,
  font: 'Test',
  fontName: 'Test',
  size: 10,
  bold: false,
  colour: [0, 0, 0],
  angle: 0,
  slant: null,
  rightToLeft: false,
  markedContent: null,
  artifact: false,
});

test('dashes are one line, and so are the two strokes of a double line', () => {
  const dashes = Array.from({ length: 20 }, (_, index) => line(index * 5, 10, index * 5 + 3, 10));
  expect(toEdges(dashes, [], []).flat).toEqual([{ at: 10, from: 0, to: 98 }]);
  expect(toEdges([line(0, 10, 90, 10), line(0, 12, 90, 12)], [], []).flat).toEqual([{ at: 11, from: 0, to: 90 }]);
});

test('a line under words is no ruling line, a line beyond them is', () => {
  const words = toWords([run('see', 20, 50, 36), run('annex', 39, 50, 66)]);
  expect(toEdges([line(20, 51.5, 66, 51.5)], [], words).flat).toEqual([]);
  expect(toEdges([line(10, 51.5, 90, 51.5)], [], words).flat).toHaveLength(1);
});

test('white lines count on coloured ground alone', () => {
  const white: Segment = { ...line(10, 20, 90, 20), colour: [255, 255, 255] };
  expect(toEdges([white], [], []).flat).toEqual([]);
  const ground = { box: [0, 0, 100, 40], colour: [31, 56, 100], whole: true } as const;
  expect(toEdges([white], [ground], []).flat).toHaveLength(1);
});

test('areas that no line parts are one cell, lines that stop short still part', () => {
  const edges = {
    flat: [0, 20, 40].map((at) => ({ at, from: 0, to: 100 })),
    upright: [
      { at: 0, from: 0, to: 40 },
      { at: 50, from: 22, to: 38 },
      { at: 100, from: 0, to: 40 },
    ],
  };
  const { cells } = edgesToGrid(edges, () => true);
  expect(cells.map(({ row, column, columnSpan }) => [row, column, columnSpan])).toEqual([
    [0, 0, 2],
    [1, 0, 1],
    [1, 1, 1],
  ]);
});

const boxOn = (width: number, height: number) =>
  fc
    .tuple(fc.nat(width - 10), fc.nat(height - 10), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([x, y, w, h]) => [x, y, x + w, y + h] as const);

test('a page turned and a box turned back stand where they stood', () => {
  fc.assert(
    fc.property(fc.constantFrom<Turn>(90, 180, 270), boxOn(300, 200), (angle, box) => {
      const page: PageContent = {
        number: 1,
        width: 300,
        height: 200,
        runs: [{ ...run('word', box[0], box[3], box[2]), box, angle }],
        segments: [],
        fills: [],
        images: [],
        slants: [],
        structure: null,
        damaged: false,
        covered: 0,
      };
      const turned = turnPage(page, angle);
      const [upright] = turned.page.runs;
      expect(upright?.angle).toBe(0);
      expect(upright === undefined ? null : turned.boxBack(upright.box)).toEqual(box);
      expect(upright === undefined ? null : turned.original(upright)).toBe(page.runs[0]);
    }),
  );
});
