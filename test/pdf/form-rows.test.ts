import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const style =
  '@page { size: A5 } body { font: 10pt "Liberation Sans" } table { border-collapse: collapse; width: 100%; margin-bottom: 20pt } td { border: 0.75pt solid #444; padding: 3pt }';

const texts = (table: Table | undefined) => table?.cells.map(({ text }) => text).filter((text) => text !== '');

test("rows over all columns are filled, and one of them alone at a page's end goes on with the table below", async ({
  skip,
}) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const wide = (text: string) => `<tr><td colspan="4">${text}</td></tr>`;
  const short = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const rows = [
    ...['Matter raised', 'Hydrants are not checked.', 'Action', 'Check the hydrants', 'Progress', 'Half are done.'].map(
      wide,
    ),
    ...[
      ['Due', 'Moved to', 'Rating', 'Lead'],
      ['May 2024', '', 'A', 'J. Weir'],
    ].map(short),
  ];
  const table = `<table>${rows.join('')}</table>`;
  const html = `<html><head><style>${style}</style></head><body>${table}${table}<div style="height: 92pt"></div>${table}</body></html>`;
  const { pages, blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  expect(pages).toHaveLength(2);
  expect(tables.map(({ rows: count, columns, places }) => [count, columns, places.map(({ page }) => page)])).toEqual([
    [8, 4, [1]],
    [8, 4, [1]],
    [8, 4, [1, 2]],
  ]);
  expect(texts(tables[2])).toEqual(texts(tables[0]));
});
