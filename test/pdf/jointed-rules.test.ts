import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const rows = [
  [
    '1',
    'Crews should log every visit they make to a school.',
    'Write a guide to the log',
    'Head of Schools',
    '40%',
    'The guide is with the crews of three stations for comment until June.',
  ],
  ['2', 'Visits should be planned by risk.', 'Map the risk', 'Data Manager', '90%', 'Done but for the islands.'],
];
const bar =
  '<div style="background: #ddd; height: 6pt"><div style="background: #123a6b; height: 6pt; width: 40%"></div></div>';
const cells = (row: readonly string[]) =>
  row.map((text, column) => `<td>${column === 4 ? bar : ''}${text}</td>`).join('');

test('a striped table without borders is read by the joints of the rule below its header, with bands and bars in it', async ({
  skip,
}) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const html = `<html><head><style>@page { size: A4 landscape } body { font: 8pt "Liberation Sans" }
table { border-collapse: collapse; width: 100% } td, th { padding: 4pt; vertical-align: middle; text-align: left }
th { border-bottom: 1.5pt solid #123a6b } tbody tr:nth-child(odd) { background: #eef2f7 }</style></head><body>
<h1>School visits</h1><table><thead><tr>${['No', 'What was said', 'What we will do', 'Lead', 'Done', 'Remarks'].map((head) => `<th>${head}</th>`).join('')}</tr></thead>
<tbody><tr><td colspan="6"><b>Working with schools</b></td></tr>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  const [table] = blocks.filter((block): block is Table => block.kind === 'table');
  const texts = (row: number) => table?.cells.filter((cell) => cell.row === row).map(({ text }) => text);
  expect([table?.rows, table?.columns]).toEqual([4, 6]);
  expect(texts(1)).toEqual(['Working with schools']);
  expect([texts(2), texts(3)]).toEqual(rows);
});
