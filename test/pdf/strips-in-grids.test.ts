import { expect, test } from 'vitest';
import { gridsOf } from '../../parsers/pdf/tables/ruled/ruled-tables.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const line = (x0: number, y0: number, x1: number, y1: number) => ({
  x0,
  y0,
  x1,
  y1,
  width: 1,
  colour: [0, 0, 0] as const,
});
const frame = [line(40, 80, 500, 80), line(40, 200, 500, 200), line(40, 80, 40, 200), line(500, 80, 500, 200)];
const runs = [
  ...words('Boats should be ready.', 50, 100),
  ...words('Two hulls were bought.', 280, 100),
  ...words('Lead: Boat Master of the estuary Due: May 2025', 50, 190, { colour: [255, 255, 255] }),
];
const cells = (end: number, strip: readonly [number, number, number, number]) => {
  const fills = [{ box: strip, colour: [40, 40, 60] as const, whole: true }];
  return gridsOf(withRows(page(runs, { segments: [...frame, line(270, 80, 270, end)], fills }))).map((grid) =>
    grid.cells.map(({ runs: own, columnSpan }) => `${columnSpan}: ${own.map(({ text }) => text).join(' ')}`),
  );
};

test('a painted strip at which the line between two columns ends is a cell over both', () => {
  expect(cells(176, [40, 176, 500, 200])).toEqual([
    ['1: Boats should be ready.', '1: Two hulls were bought.', '2: Lead: Boat Master of the estuary Due: May 2025'],
  ]);
});

test('a painted strip that the line between two columns crosses is no cell', () => {
  const [whole] = cells(200, [40, 176, 500, 200]);
  expect(whole?.length).toBe(2);
});

test('boxes to tick in one line are one text, though one of them begins where a column does', () => {
  const ticks = [
    ...words('[ ] Begun', 50, 180),
    ...words('[X] Done', 120, 180),
    ...words('[ ] Late', 280, 180),
    ...words('[ ] Ended', 350, 180),
  ];
  const above = [line(270, 80, 270, 140), line(40, 140, 500, 140)];
  const top = [...words('Lead', 50, 100), ...words('Due', 280, 100)];
  const found = gridsOf(withRows(page([...top, ...ticks], { segments: [...frame, ...above] })));
  expect(found.map((grid) => grid.cells.map(({ columnSpan, runs: own }) => [columnSpan, own.length]))).toEqual([
    [
      [1, 1],
      [1, 1],
      [2, ticks.length],
    ],
  ]);
});
