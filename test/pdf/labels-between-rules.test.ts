import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const style =
  '@page { size: A4 } body { font: 10pt "Liberation Sans" } table { border: 0.75pt solid #444; border-collapse: collapse; width: 100%; margin-bottom: 14pt } td, th { border-bottom: 0.5pt solid #999; padding: 3pt; text-align: left } th { width: 22% }';

const card = (rows: readonly (readonly string[])[]) =>
  `<table>${rows
    .map(([label, value, other, fact]) =>
      other === undefined
        ? `<tr><th>${label}</th><td colspan="3">${value}</td></tr>`
        : `<tr><th>${label}</th><td>${value}</td><th>${other}</th><td>${fact}</td></tr>`,
    )
    .join('')}</table>`;

const hoses = [
  ['Found', 'The service should test its hoses each year.'],
  ['Step', 'Buy a rig for the north of the county'],
  ['State', 'On plan', 'Due', 'Summer 2026'],
  ['Lead', 'Head of Hoses', 'Done', '40%'],
];
const maps = [
  ['Found', 'The service should print its maps.'],
  ['Step', 'Ask three printers to bid'],
  ['State', 'Late', 'Due', 'Spring 2026'],
  ['Lead', 'Head of Maps', 'Done', '10%'],
];

test('labels in bold with their values beside them are cells of their own where lines part rows alone', async ({
  skip,
}) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const html = `<html><head><style>${style}</style></head><body>${card(hoses)}${card(maps)}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  expect(tables.map(({ cells }) => cells.map(({ text }) => text).filter((text) => text !== ''))).toEqual(
    [hoses, maps].map((rows) => rows.flat()),
  );
});
