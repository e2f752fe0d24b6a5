import { expect, test } from 'vitest';
import { withoutFramedProse } from '../../parsers/pdf/tables/ruled/prose-frames.ts';
import { readGrids } from '../../parsers/pdf/tables/ruled/ruled-tables.ts';
import { toTextRows } from '../../parsers/pdf/text/rows.ts';
import { toWords } from '../../parsers/pdf/text/words.ts';
import { words } from '../support/page.ts';

const frame = (top: number, bottom: number, from = 40, to = 500) => ({
  flat: [top, bottom].map((at) => ({ at, from, to })),
  upright: [from, to].map((at) => ({ at, from: top, to: bottom })),
});
const framesIn = (edges: ReturnType<typeof frame>, runs: ReturnType<typeof words>) =>
  readGrids(edges, toWords(runs)).map(({ box }) => box);
const lines = (runs: ReturnType<typeof words>, edges: ReturnType<typeof frame>) =>
  toTextRows(withoutFramedProse(toWords(runs), framesIn(edges, runs))).map((row) =>
    row.chunks.map(({ text }) => text).join(' | '),
  );

const heading = [...words('AFI 7', 50, 100), ...words('Workforce', 150, 100), ...words('Not started', 420, 100)];

test('running text in a frame, as on a card, has no columns; the line of several parts above it may', () => {
  const card = ['What was said', 'Crews should log every visit.', 'What we did'].flatMap((line, index) =>
    words(line, 50, 130 + 12 * index),
  );
  expect(lines([...heading, ...card], frame(112, 170))).toEqual(['AFI 7 | Workforce | Not started']);
});

test('cards side by side whose lines are level have no columns either', () => {
  const card = (x: number) =>
    ['What was said', 'Crews should log every visit.', 'What we did'].flatMap((line, index) =>
      words(line, x, 130 + 12 * index),
    );
  const [left, right] = [frame(112, 170, 40, 260), frame(112, 170, 280, 500)];
  const edges = { flat: [...left.flat, ...right.flat], upright: [...left.upright, ...right.upright] };
  expect(lines([...heading, ...card(50), ...card(290)], edges)).toEqual(['AFI 7 | Workforce | Not started']);
});

test('a table in a frame keeps its lines', () => {
  const table = ['Visits', 'Checks', 'Courses'].flatMap((line, index) => [
    ...words(line, 50, 130 + 12 * index),
    ...words(`${index + 3}0`, 300, 130 + 12 * index),
  ]);
  expect(lines([...heading, ...table], frame(112, 170))).toEqual([
    'AFI 7 | Workforce | Not started',
    'Visits | 30',
    'Checks | 40',
    'Courses | 50',
  ]);
});
