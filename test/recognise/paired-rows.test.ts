import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const records = [
  ['QF.1', 'The service should test its hoses each year.', 'Buy a rig.', 'The rig has been ordered.', 'May 2026'],
  [
    'QF.2',
    'The service should keep its maps up to date.',
    'Walk each site.',
    'Nine sites have been walked.',
    'June 2026',
  ],
];

test('records of two rows under two header rows, beside a bar for both, are rows of one table', async () => {
  const rows = records.map(
    ([ref, finding, action, progress, due]) =>
      `<tr><td rowspan="2" style="background:#92d050"></td><td>${ref}</td><td colspan="2">${finding}</td></tr><tr><td>${action}</td><td>${progress}</td><td>${due}</td></tr>`,
  );
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><table><tr><th></th><th>Ref</th><th colspan="2">Area for improvement</th></tr><tr><th></th><th>Action</th><th>Progress</th><th>Due</th></tr><tr><td colspan="4"><b>Effectiveness</b></td></tr>${rows.join('')}</table>`,
  );
  expect(
    entries.map(({ ref, finding, action, progress, timescale }) => [ref, finding, action, progress, timescale?.raw]),
  ).toEqual(records);
  expect(entries.map(({ pillar, rag }) => [pillar, rag?.value])).toEqual([
    ['effectiveness', 'green'],
    ['effectiveness', 'green'],
  ]);
});
