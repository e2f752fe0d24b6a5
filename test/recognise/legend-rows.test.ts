import { expect, test } from 'vitest';
import { legendsApart } from '../../parsers/recognise/legend-rows.ts';
import type { Block, Cell, Rgb } from '../../src/model/document.ts';
import type { Box } from '../../src/model/place.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

const painted = (letter: string, colour: string) => `<td style="background:${colour}">${letter}</td>`;
const legend = [
  [painted('R', '#e00000'), 'Has slipped', '', '', ''],
  [painted('A', '#ffbf00'), 'In hand', '', '', ''],
  [painted('G', '#00a050'), 'Done', '', '', ''],
];
const plan = [
  ['Ref', 'Area for improvement', 'Action', 'Owner', 'RAG'],
  ['1', 'The service should check its hydrants.', 'Draw maps', 'Head of Water', painted('G', '#00a050')],
  ['2', 'The service should visit its schools.', 'Write to heads', 'Head of Schools', painted('R', '#e00000')],
];

test.each([
  ['above', [...legend, ...plan]],
  ['below', [...plan, ...legend]],
])('a legend in the grid of its plan, %s it, says the status and loses no words', async (_, rows) => {
  const { entries, issues } = await readHtml(`<h1>Tracker</h1>${htmlTable(rows, false)}`);
  expect(entries.map(({ ref, status }) => [ref, status?.value])).toEqual([
    ['1', 'complete'],
    ['2', 'delayed'],
  ]);
  expect(issues.filter(({ code }) => code.startsWith('layout/'))).toEqual([]);
});

test('rows with no more than a colour and a comment are no legend where colours come again', async () => {
  const rows = [...plan, ['', '', '', 'G', 'Done'], ['', '', '', 'G', 'Done']];
  const { entries } = await readHtml(`<h1>Tracker</h1>${htmlTable(rows, false)}`);
  expect(entries.slice(0, 2).map(({ status }) => status)).toEqual([null, null]);
});

test('words printed beside a column of coloured cells stand in its table', () => {
  const at = (top: number, left: number) => ({ path: 'p', page: 1, bbox: [left, top, left + 90, top + 12] as Box });
  const fills: readonly Rgb[] = [
    [224, 0, 0],
    [0, 160, 80],
  ];
  const cells = fills.map(
    (fill, row): Cell => ({
      row,
      column: 0,
      rowSpan: 1,
      columnSpan: 1,
      header: false,
      text: '',
      bold: false,
      fill,
      ink: null,
      places: [at(20 * row, 10)],
    }),
  );
  const table: Block = {
    kind: 'table',
    rows: 2,
    columns: 1,
    cells,
    headerRows: 0,
    caption: null,
    evidence: 'ruled',
    confidence: 1,
    joins: [],
    places: [at(0, 10)],
  };
  const words = (text: string, top: number): Block => ({
    kind: 'paragraph',
    text,
    bold: false,
    places: [at(top, 120)],
  });
  const [joined, ...others] = legendsApart([table, words('Late', 0), words('Done', 20), words('Title', 60)]);
  expect(joined).toMatchObject({ columns: 2 });
  expect(joined?.kind === 'table' ? joined.cells.map(({ text }) => text) : []).toEqual(['', 'Late', '', 'Done']);
  expect(others).toHaveLength(1);
  expect(legendsApart([table, words('Late', 0), words('Done', 80)])).toHaveLength(3);
});
