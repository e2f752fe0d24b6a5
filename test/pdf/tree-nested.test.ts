import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const plan = [
  ['1', 'Boats should be ready.', ['Buy two hulls', 'May 2025'], ['Paint them', 'June 2025']],
  ['2', 'Tides should be known.', ['Print the tables', 'July 2025'], ['Hang them up', 'August 2025']],
  ['3', 'Foghorns should sound.', ['List them', 'May 2025'], ['Mend them', 'October 2025']],
] as const;
const tr = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const outer = plan.map(([ref, finding, ...actions]) =>
  tr([ref, finding, `<table>${tr(['Action', 'Due'], 'th')}${actions.map((action) => tr(action)).join('')}</table>`]),
);
const html = `<html><head><style>@page { size: A4 } body { font: 10pt "Liberation Sans" } table { border-collapse: collapse; width: 100% }
td, th { border: 1pt solid #444; padding: 3pt; vertical-align: top } table table td { height: 150pt }</style></head>
<body><p>What the harbour board agreed with the coastal crews.</p><table>${tr(['No', 'What was said', 'What we do'], 'th')}${outer.join('')}</table></body></html>`;

test('tables in the cells of a tagged table over two pages are rows of it, with the cells beside them over these', async ({
  skip,
}) => {
  skip(!canPrint('chromium'), 'chromium is not installed');
  const { blocks, pages } = await readPdf(await printHtml(html, 'chromium'));
  const [table, ...more] = blocks.filter((block): block is Table => block.kind === 'table');
  expect([pages.length, table?.evidence, more.length]).toEqual([2, 'tagged', 0]);
  const texts = Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    table?.cells.filter((cell) => cell.row === row).map(({ text, rowSpan }) => (rowSpan > 1 ? `${text} ↓` : text)),
  );
  expect(texts).toEqual([
    ['No ↓', 'What was said ↓', 'What we do'],
    ['Action', 'Due'],
    ...plan.flatMap(([ref, finding, first, second]) => [[`${ref} ↓`, `${finding} ↓`, ...first], second]),
  ]);
});
