import { expect, test } from 'vitest';
import type { TextRun } from '../../parsers/pdf/page/page-content.ts';
import { mendReferences } from '../../parsers/pdf/scan/mend-words.ts';
import { linesLieLevel, skewOf } from '../../parsers/pdf/scan/skew.ts';
import { turnPicture } from '../../parsers/pdf/scan/turn.ts';
import type { PageTable } from '../../parsers/pdf/tables/cells/page-table.ts';
import { strayRuleIssues } from '../../parsers/pdf/tables/on-page/stray-rules.ts';
import type { Document } from '../../src/model/document.ts';
import { page, run } from '../support/page.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';
import { imagePdf, pictureOf } from '../support/scan.ts';

const paper = `<html><head><title>Plan</title><style>@page { size: A5; margin: 1.5cm } body { font: 13pt "Liberation Sans", sans-serif }
table { border-collapse: collapse } td, th { border: 1px solid #000; padding: 4px; text-align: left } th { background: #234; color: #fff } .pale { color: #aaa }
</style></head><body><p>Fenmarsh Fire and Rescue Service reports on its plan.</p>
<table><tr><th>Action</th><th>Status</th></tr><tr><td>Train all crews in the new visit</td><td>On track</td></tr>
<tr class="pale"><td>Visit high risk premises</td><td>Complete</td></tr></table></body></html>`;

const cells = ({ blocks }: Document) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.cells.map(({ text }) => text) : []));
const boxOf = ({ blocks }: Document, words: string) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.cells : [])).find(({ text }) => text === words)?.places[0]
    ?.bbox ?? [0, 0, 0, 0];

test.for([0.25, -2, 5])('a page turned by %s degrees is found to lean by as much', async (degrees, { skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const picture = await pictureOf(await printHtml(paper, 'weasyprint'), { clockwise: degrees });
  expect(Math.abs(skewOf(picture) - degrees)).toBeLessThan(0.06);
  expect(linesLieLevel(turnPicture(picture, degrees).picture, 2.5)).toBe(true);
  expect(linesLieLevel(turnPicture(picture, degrees + 90).picture, 2.5)).toBe(false);
});

test('a picture turned by a quarter four times is the picture, and boxes lead back', () => {
  const grey = Uint8Array.from({ length: 6 }, (_, index) => 40 * index);
  const once = turnPicture({ width: 3, height: 2, grey }, 90);
  expect([once.picture.width, once.picture.height, [...once.picture.grey]]).toEqual([2, 3, [80, 200, 40, 160, 0, 120]]);
  expect(once.boxBack([0, 0, 1, 1]).map((side) => Math.round(side))).toEqual([2, 0, 3, 1]);
  let { picture } = once;
  for (let turn = 0; turn < 3; turn++) picture = turnPicture(picture, 90).picture;
  expect([...picture.grey]).toEqual([...grey]);
});

test('a scan on its side and leaning, light on dark and pale, is read as the sheet is, where a reader sees it', async ({
  skip,
}) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const printed = await printHtml(paper, 'weasyprint');
  const straight = await readPdf(printed);
  const scanned = imagePdf(await pictureOf(printed, { clockwise: 92 }), 2.5);
  const document = await readPdf(scanned, { ocr: true });
  expect(cells(document)).toEqual(cells(straight));
  expect(document.pages[0]?.width).toBeGreaterThan(document.pages[0]?.height ?? 0);
  const [left, top, right, bottom] = boxOf(document, 'Complete');
  expect(bottom - top).toBeGreaterThan(right - left - 25);
  const upright = boxOf(straight, 'Complete');
  expect(Math.abs((top + bottom) / 2 - (upright[0] + upright[2]) / 2)).toBeLessThan(30);
});

const rated = `<html><head><style>@page { size: A5; margin: 1.5cm } body { font: 12pt "Liberation Sans" } table { border-collapse: collapse; width: 100% }
td, th { border: 0.5pt solid #000; padding: 4px; text-align: left } th { background: #bbb } .a { background: #ffc04d } .g { background: #7cc576 }</style></head>
<body><table><tr><th>Ref</th><th>Action</th><th>Rating</th><th>Due</th></tr>${[
  ['a', 'Amber', 'Train the crews in the visit'],
  ['g', 'Green', 'Visit the high risk premises'],
  ['a', 'Amber', 'Test the alarm at night'],
  ['g', 'Green', 'Share what has been learnt'],
]
  .map(
    ([colour, word, action], index) =>
      `<tr><td>R${index + 2}</td><td>${action}</td><td class="${colour}">${word}</td><td>May</td></tr>`,
  )
  .join('')}</table></body></html>`;

test('the lines of a scanned table are found beside cells of a middling colour', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const printed = await printHtml(rated, 'weasyprint');
  const document = await readPdf(imagePdf(await pictureOf(printed, { clockwise: 1 }), 2.5), { ocr: true });
  expect(cells(document)).toEqual(cells(await readPdf(printed)));
});

test('a scanned table through whose cells lines run is said to be read in part, but words may be underlined', () => {
  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, runs: [], fill: null, ink: null, bold: false };
  const table: PageTable = {
    ...{ page: 1, box: [50, 50, 450, 250], rows: 1, columns: 1, cells: [{ ...cell, box: [50, 50, 450, 250] }] },
    ...{ headerRows: 0, evidence: 'ruled', confidence: 1, angle: 0 },
  };
  const line = (y: number) => ({ x0: 50, x1: 450, y0: y, y1: y, width: 1, colour: [0, 0, 0] as const });
  const scan = { ...page([run(['A'.repeat(60), 50, 98])]), segments: [line(50), line(250)] };
  const codes = (more: readonly number[]) =>
    strayRuleIssues({ ...scan, segments: [...scan.segments, ...more.map(line)] }, [table]).map(({ code }) => code);
  expect(codes([120, 180])).toEqual(['pdf/ocr-table']);
  expect([codes([]), codes([100, 180]), codes([52, 248])]).toEqual([[], [], []]);
});

const recognised = (runs: readonly TextRun[]) => ({ content: page(runs), words: [], shown: null });

test('references are mended by those of the same paper, side by side or one under the other', () => {
  const { pages, issues } = mendReferences([
    recognised([
      ...[run(['AFl', 50, 100]), run(['1', 70, 100])],
      ...[run(['AFI', 50, 120]), run(['3', 50, 132])],
      ...[run(['AFI', 50, 160]), run(['l', 70, 160])],
      ...[run(['Areas', 50, 200]), run(['Ali', 90, 200]), run(['l', 300, 200])],
    ]),
  ]);
  const texts = pages[0]?.content.runs.map(({ text }) => text);
  expect(texts).toEqual(['AFI', '1', 'AFI', '3', 'AFI', '1', 'Areas', 'Ali', 'l']);
  expect(issues).toMatchObject([{ code: 'pdf/ocr-mended', severity: 'info', place: { page: 1 } }]);
});

test('what no reference of the paper shows stays as it was read', () => {
  const pages = [recognised([run(['AFl', 50, 100]), run(['1', 70, 100])])];
  expect(mendReferences(pages)).toEqual({ pages, issues: [] });
});
