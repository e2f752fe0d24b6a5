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

/** The tables of a printed page with a rule below each row, drawn cell by cell; rows stand in columns of these widths. */
async function underRules(widths: readonly string[], body: string): Promise<readonly Table[]> {
  const columns = widths.map((width) => `<col style="width: ${width}">`).join('');
  const html = `<html><head><style>@page { size: A4 } body { font: 10pt "Liberation Sans" } td ul, td p { margin: 0 0 2pt; padding-left: 12pt }
table { border-collapse: collapse; width: 100%; table-layout: fixed } td, th { padding: 3pt; vertical-align: top; text-align: left; border-bottom: 0.75pt solid #444 }
td p { padding: 0 } </style></head><body>${body.replaceAll('<table>', `<table><colgroup>${columns}</colgroup>`)}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  return blocks.filter((block): block is Table => block.kind === 'table');
}

const grid = (table: Table | undefined) =>
  Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    table?.cells.filter((cell) => cell.row === row).map(({ text }) => text),
  );

const head = '<tr><th>No</th><th>What was said</th><th>Where we are</th></tr>';
const long = 'The stations on the coast have been visited by the auditors.';

test('lists and paragraphs in the cells of a table with rules between its rows alone, and a second such table under a heading', async ({
  skip,
}) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const row = (number: string) =>
    `<tr><td>${number}</td><td>Crews should log each visit they make.</td><td><p>${long} They go on.</p><p>Lead: Head of Schools</p><ul><li>Talks were held.</li><li>${long}</li></ul></td></tr>`;
  const table = (numbers: readonly string[]) => `<table>${head}${numbers.map(row).join('')}</table>`;
  const tables = await underRules(
    ['10%', '35%', '55%'],
    `${table(['R1', 'R2'])}<h2>Other work</h2>${table(['R3', 'R4'])}`,
  );
  expect(tables.map(({ rows, columns }) => [rows, columns])).toEqual([
    [3, 3],
    [3, 3],
  ]);
  expect(grid(tables[0])[1]).toEqual([
    'R1',
    'Crews should log each visit they make.',
    `${long} They go on.\nLead: Head of Schools\nTalks were held.\n${long}`,
  ]);
});

test('a word too long for its cell stands in it, though it runs into the next', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const rows = ['Performance', 'Scrutineering'].map(
    (board) => `<tr><td>${long}</td><td>${board}</td><td>Level 1, as agreed with the board</td></tr>`,
  );
  const [table] = await underRules(
    ['50%', '8%', '42%'],
    `<table><tr><th>Action</th><th>Board</th><th>Level</th></tr>${rows.join('')}</table>`,
  );
  expect(grid(table)[2]).toEqual([long, 'Scrutineering', 'Level 1, as agreed with the board']);
});

test('a grid that lines draw below a table with rules between its rows is none of its rows', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const row = (number: string) => `<tr><td>${number}</td><td>${long}</td><td>${long}</td></tr>`;
  const key =
    '<table class="key"><tr><td>S1</td><td>Done</td><td>All of it</td></tr><tr><td>S2</td><td>Begun</td><td>Some of it</td></tr></table>';
  const tables = await underRules(
    ['20%', '40%', '40%'],
    `<style>.key td { border: 0.75pt solid #444 }</style><table>${head}${row('1')}<tr><td colspan="3"><b>Of the ponds that are left, what is to be done next</b></td></tr>${row('2')}</table><p>Key</p>${key}`,
  );
  expect(tables.map((table) => table.rows)).toEqual([4, 2]);
});
