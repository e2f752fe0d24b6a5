import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const style = `@page { size: A4 landscape; margin: 2cm } body { font: 10pt "Liberation Sans" } p { margin: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed } td, th { padding: 0 5pt; vertical-align: top; text-align: left }`;
const head = ['Ref', 'Action', 'Progress', 'Lead', 'Due'];
const widths = [8, 28, 36, 15, 13];
const rows = [
  [
    'C 1',
    'Walk every culvert under the coast road and write down which of them are blocked',
    'Thirty of the culverts have been walked so far, and the rest are left until the tide tables allow it.',
    'Flood Manager',
    'May 2024',
  ],
  [
    'C 2',
    'Buy two pumps',
    'The first pump came in April. It failed its test and was sent back.<p>A second maker now offers a pump that is light enough for one person to lift out of the boat.</p>',
    'Head of Fleet and Stores',
    '12/06/2024',
  ],
  ['C 3', 'Teach all watches at the coast how a pump is primed when there is no light', '', 'Flood Manager', ''],
  [
    '',
    'Ask the council who opens the sluice gates at night',
    'The council has answered that its own duty officer does so.',
    'Duty Group Manager',
    'June 2024',
  ],
  [
    'C 4',
    'Share the map of the gates with the neighbours on both sides of the estuary',
    'Sent to both in July.',
    'Flood Manager',
    'July 2024',
  ],
];
const tr = (cells: readonly string[], tag: string) =>
  `<tr>${cells.map((text, column) => `<${tag} style="width: ${widths[column]}%">${text}</${tag}>`).join('')}</tr>`;
const table = `<table>${tr(head, 'th')}${rows.map((row) => tr(row, 'td')).join('')}</table>`;
const plain = (text: string) =>
  text
    .replaceAll(/<\/?p>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

async function grids(more: string, body = table): Promise<readonly (readonly (readonly string[])[])[]> {
  const html = `<html><head><style>${style} ${more}</style></head><body>${body}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  return blocks
    .filter((block): block is Table => block.kind === 'table')
    .map((found) =>
      Array.from({ length: found.rows }, (_, row) =>
        head.map((_name, column) =>
          plain(found.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''),
        ),
      ),
    );
}

const whole = [head, ...rows.map((row) => row.map(plain))];
const text =
  '<p>The plan is kept by the flood group, which meets on the first Monday of each month and reports what it finds to the whole of the authority.</p>';

test.skipIf(!canPrint('weasyprint')).for([
  ['set left', ''],
  ['justified', 'td { text-align: justify }'],
  ['in the middle', 'td, th { text-align: center }'],
  ['under plain names', 'th { font-weight: normal }'],
])('rows at the distance of lines are told by where their lines end: %s', async ([, more]) => {
  expect(await grids(more ?? '')).toEqual([whole]);
});

test.skipIf(!canPrint('weasyprint'))(
  'what stands below such a table at some distance is none of its rows',
  async () => {
    expect(await grids('p { margin: 6pt 0 } td p { margin: 0 }', `${text}${table}<p><b>Costs</b></p>${text}`)).toEqual([
      whole,
    ]);
  },
);
