import { expect, test } from 'vitest';
import { readPageTables } from '../../parsers/pdf/tables/on-page/choose.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const rule = (y: number, ...xs: readonly number[]) =>
  xs.slice(1).map((x1, index) => ({
    x0: xs[index] ?? 0,
    x1,
    y0: y,
    y1: y,
    width: 0.7,
    colour: [60, 60, 60] as const,
  }));

const at = (y: number, ...texts: readonly string[]) =>
  texts.flatMap((text, column) => (text === '' ? [] : words(text, [44, 84, 264, 404][column] ?? 0, y)));

const runs = [
  ...at(100, 'Ref', 'What was said', 'Step', 'Due'),
  ...at(117, 'Sea rescue'),
  ...at(134, 'K1', 'Boats should be kept ready for', 'Buy two new hulls and have', 'June 2025'),
  ...at(146, '', 'the storms of the winter on', 'them painted.'),
  ...at(163, '', 'each estuary and inlet.', 'Train the coxswains of all', 'July 2025'),
  ...at(175, '', '', 'the crews.'),
  ...at(192, 'K2', 'Tides should be known.', 'Print the tables.', 'May 2025'),
];

const stripe = { box: [40, 105, 520, 122] as const, colour: [220, 226, 236] as const, whole: true };

/** The page's tables as rows of cells, each with its span where it has one. */
function tablesWith(joints: readonly number[], short: readonly number[]) {
  const segments = [105, 122, 180, 198].flatMap((y) => rule(y, ...joints)).concat(rule(151, ...short));
  return readPageTables(withRows(page(runs, { segments, fills: [stripe] })), 'auto').map(({ rows, cells }) =>
    Array.from({ length: rows }, (_, row) =>
      cells
        .filter((cell) => cell.row === row)
        .map((cell) => {
          const span = cell.rowSpan + cell.columnSpan > 2 ? ` (${cell.rowSpan} by ${cell.columnSpan})` : '';
          return `${cell.runs.map(({ text }) => text).join(' ')}${span}`;
        }),
    ),
  );
}

const whole = [
  ['Ref', 'What was said', 'Step', 'Due'],
  ['Sea rescue (1 by 4)'],
  [
    'K1 (2 by 1)',
    'Boats should be kept ready for the storms of the winter on each estuary and inlet. (2 by 1)',
    'Buy two new hulls and have them painted.',
    'June 2025',
  ],
  ['Train the coxswains of all the crews.', 'July 2025'],
  ['K2', 'Tides should be known.', 'Print the tables.', 'May 2025'],
];

test('a rule over some columns, drawn cell by cell as those over all, parts rows in these columns alone', () => {
  expect(tablesWith([40, 80, 260, 400, 520], [260, 400, 520])).toEqual([whole]);
});

test('a rule over some columns, drawn in one piece as those over all, parts rows in these columns alone', () => {
  expect(tablesWith([40, 520], [260, 520])).toEqual([whole]);
});
