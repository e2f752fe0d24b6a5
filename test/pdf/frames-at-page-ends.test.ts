import { expect, test } from 'vitest';
import type { Segment } from '../../parsers/pdf/page/page-content.ts';
import { readTablesOverPages } from '../../parsers/pdf/tables/over-pages/tables-over-pages.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const line = (x0: number, y0: number, x1: number, y1: number): Segment => ({
  x0,
  y0,
  x1,
  y1,
  width: 0.75,
  colour: [0, 0, 0],
});
const frame = (top: number, bottom: number) => [
  line(50, top, 545, top),
  line(50, bottom, 545, bottom),
  line(50, top, 50, bottom),
  line(545, top, 545, bottom),
];

test('a card that a page’s end cuts is no row of a table as wide, where other text stands above that on the next page', () => {
  const card = withRows(page(words('Mend the nets', 56, 780, { bold: true }), { segments: frame(766, 790) }));
  const rows = [120, 140, 160].flatMap((y, at) => [...words(`Pier ${at}`, 56, y), ...words('Head of Nets', 260, y)]);
  const table = [...frame(106, 168), line(50, 128, 545, 128), line(50, 148, 545, 148), line(250, 106, 250, 168)];
  const next = (above: string) =>
    withRows(page([...(above === '' ? [] : words(above, 56, 60)), ...rows], { number: 2, segments: table }));
  const read = (above: string) => readTablesOverPages([card, next(above)], 'auto').map((tables) => tables.length);
  expect(read('Harbour Master, May 2025')).toEqual([0, 1]);
  expect(read('')).toEqual([1, 1]);
});
