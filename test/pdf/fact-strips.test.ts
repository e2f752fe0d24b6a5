import { expect, test } from 'vitest';
import { readPageTables } from '../../parsers/pdf/tables/on-page/choose.ts';
import { findFactStrips } from '../../parsers/pdf/tables/spaced/fact-strips.ts';
import { toTextRows } from '../../parsers/pdf/text/rows.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const columns = [50, 200, 350];
const line = (y: number, texts: readonly string[], looks: Parameters<typeof words>[3] = {}) =>
  texts.flatMap((text, column) => (text === '' ? [] : words(text, columns[column] ?? 0, y, looks)));
const text = ['Boats should be ready for the winter.', 'Two hulls were bought and painted.'].flatMap(
  (sentence, index) => words(sentence, 50, 60 + 14 * index),
);

const tables = (runs: ReturnType<typeof words>) =>
  readPageTables(withRows(page(runs)), 'auto').map(({ rows, cells }) =>
    Array.from({ length: rows }, (_, row) =>
      cells.filter((cell) => cell.row === row).map((cell) => cell.runs.map((word) => word.text).join(' ')),
    ),
  );

const labels = ['Lead', 'Due', 'Status'];

test('labels beside each other over their values, without any line, are a table', () => {
  const strip = [
    ...line(120, labels, { bold: true, size: 8 }),
    ...line(131, ['Boat Master of the', 'May 2025', 'Afloat']),
    ...line(143, ['northern estuary']),
  ];
  expect(tables([...text, ...strip])).toEqual([
    [labels, ['Boat Master of the northern estuary', 'May 2025', 'Afloat']],
  ]);
});

test('headings over columns of text are no labels', () => {
  const prose = Array.from({ length: 6 }, (_, index) =>
    line(131 + 12 * index, ['Boats are made ready', 'Hulls are all painted', 'Crews train at night']),
  );
  const { runs } = withRows(page([...text, ...line(118, labels, { bold: true }), ...prose.flat()]));
  expect(findFactStrips(toTextRows(runs))).toEqual([]);
});
