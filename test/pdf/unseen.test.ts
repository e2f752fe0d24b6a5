import { expect, test } from 'vitest';
import { canPrint, outlineOf, printHtml, readPdf } from '../support/print.ts';
import { rawPdf, shown } from '../support/raw-pdf.ts';

const told = (document: Awaited<ReturnType<typeof readPdf>>) =>
  document.issues
    .filter(({ code }) => code !== 'pdf/rebuilt')
    .map(({ code, severity, place }) => [code, severity, place?.page ?? null]);

const sentence = shown('The plan is on time.', 20, 150);

test('a page whose content breaks off is read as far as it goes, and told as damaged', async () => {
  const whole = await readPdf(rawPdf({ content: sentence + shown('All crews are trained.', 20, 100) }));
  expect(told(whole)).toEqual([]);
  const document = await readPdf(rawPdf({ content: `${sentence}BT /F1 10 Tf 20 100 Td (All crews are` }));
  expect(outlineOf(document)).toEqual(['P The plan is on time.']);
  expect(told(document)).toEqual([['pdf/damaged-page', 'error', 1]]);
});

test('a compressed page whose bytes were changed is told as damaged', async () => {
  const document = readPdf(rawPdf({ content: sentence, stream: '/Filter /FlateDecode' }));
  await expect(document).rejects.toMatchObject({ code: 'pdf/damaged-page' });
});

test('a file that breaks off before its end is read as far as it goes, and told as cut', async () => {
  const bytes = rawPdf({ content: sentence });
  const document = await readPdf(bytes.subarray(0, bytes.length - '\n%%EOF'.length));
  expect(outlineOf(document)).toEqual(['P The plan is on time.']);
  expect(document.issues.map(({ code, severity }) => [code, severity])).toEqual([['pdf/cut', 'error']]);
});

test('words that something was painted over are left out and counted, never named', async () => {
  const box = '0 0 0 rg 80 142 100 20 re f\n';
  const row = shown('Lead:', 20, 150) + shown('Jo Marlowe', 90, 150);
  const document = await readPdf(rawPdf({ content: row + box }));
  expect(outlineOf(document)).toEqual(['P Lead:']);
  expect(told(document)).toEqual([['pdf/covered-text', 'info', 1]]);
  expect(JSON.stringify(document.issues)).not.toContain('Marlowe');
  const under = await readPdf(rawPdf({ content: `1 1 0 rg 80 142 100 20 re f\n0 g ${row}` }));
  expect(outlineOf(under)).toEqual(['P Lead: Jo Marlowe']);
});

test('paint that lets through what lies under it covers nothing', async () => {
  const states = '20 0 obj << /Type /ExtGState /ca 0.4 >> endobj';
  const content = `${sentence}q /G1 gs 1 1 0 rg 10 140 200 20 re f Q`;
  const bytes = Buffer.from(rawPdf({ content, objects: states })).toString('latin1');
  const withState = bytes.replace('/Resources <<', '/Resources << /ExtGState << /G1 20 0 R >>');
  expect(outlineOf(await readPdf(new Uint8Array(Buffer.from(withState, 'latin1'))))).toEqual([
    'P The plan is on time.',
  ]);
});

test('a stamp across the page is no part of the sentence it lies on', async () => {
  const stamp = `q 0.8 g BT /F1 40 Tf 0.7 0.7 -0.7 0.7 40 80 Tm (DRAFT) Tj ET Q\n`;
  const document = await readPdf(rawPdf({ content: stamp + sentence + shown('It was agreed in May.', 20, 130) }));
  expect(outlineOf(document).join(' ')).toBe('P The plan is on time. P It was agreed in May.');
  expect(document.furniture.map(({ text }) => text)).toEqual(['DRAFT']);
  expect(told(document)).toEqual([['pdf/stamp', 'info', 1]]);
});

test('a tick of ZapfDingbats is a tick and not the digit of its code', async () => {
  const document = await readPdf(rawPdf({ content: shown('Done:', 20, 150) + shown('4', 60, 150, 'F2') }));
  expect(outlineOf(document)).toEqual(['P Done: ✔']);
});

test('text of glyph numbers is told and left out, for it is no word of the paper', async () => {
  const secret = 'the plan of the service is to train all of the crews and to report on it';
  const codes = [...secret].map((letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(4, '0')).join('');
  const numbers = `BT /F3 5 Tf 20 100 Td <${codes}> Tj ET\n`;
  const document = await readPdf(rawPdf({ content: sentence + numbers }));
  expect(outlineOf(document)).toEqual(['P The plan is on time.']);
  expect(told(document)).toEqual([['pdf/unmapped-font', 'error', 1]]);
});

test('files that a file carries are named', async () => {
  const objects = `20 0 obj << /Type /Filespec /F (plan.pdf) /UF (plan.pdf) /EF << /F 21 0 R >> >> endobj
21 0 obj << /Type /EmbeddedFile /Length 4 >> stream
plan
endstream endobj`;
  const catalogue = '/Names << /EmbeddedFiles << /Names [(plan) 20 0 R] >> >>';
  const document = await readPdf(rawPdf({ content: sentence, catalogue, objects }));
  expect(told(document)).toEqual([['pdf/attachments', 'warning', null]]);
  expect(document.issues.find(({ code }) => code === 'pdf/attachments')?.message).toContain('plan.pdf');
});

test('a large picture among text is told, a small one is not', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const picture = (height: string) =>
    `<style>@page { size: A5; margin: 1cm }</style><p>The plan on one page:</p><img style="width: 100%; height: ${height}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=">`;
  expect(told(await readPdf(await printHtml(picture('12cm'), 'weasyprint')))).toEqual([['pdf/picture', 'info', 1]]);
  expect(told(await readPdf(await printHtml(picture('3cm'), 'weasyprint')))).toEqual([]);
});

test('a sign alone in a cell is what the cell says; only a bullet waits for a text', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const cells = ['■', '★', '✔', '•'].map((sign) => `<td>${sign}</td>`).join('');
  const html = `<meta charset="utf-8"><style>td, th { border: 1px solid; font-family: "DejaVu Sans" }</style><table><tr><th>A</th><th>B</th><th>C</th><th>D</th></tr><tr>${cells}</tr></table>`;
  expect(outlineOf(await readPdf(await printHtml(html, 'weasyprint'))).at(-1)).toBe('| ■ | ★ | ✔ | ');
});

test('bullets that a browser draws as shapes are one a line in the cells of its tags, and blank cells keep their paint', async ({
  skip,
}) => {
  skip(!canPrint('chromium'), 'chromium is not installed');
  const row = (ref: string, rows: number, progress: string) =>
    `<tr><td rowspan="${rows}">${ref}</td><td rowspan="${rows}">Crews should know their kit, which takes a few lines to say.</td><td>${progress}</td><td style="background: #00b050"></td></tr>`;
  const html = `<meta charset="utf-8"><style>table { border-collapse: collapse; width: 12cm } td, th { border: 1px solid; vertical-align: top } ul { margin: 0; padding-left: 14px }</style><table><thead><tr><th>No.</th><th>Finding</th><th>Progress</th><th>RAG</th></tr></thead><tbody>${row('1', 1, '<ul><li>Kit bought.</li><li>Drills held.</li></ul>')}${row('2', 2, 'Kit listed.')}<tr><td>Kit lent.</td><td style="background: #00b050"></td></tr></tbody></table>`;
  const { blocks } = await readPdf(await printHtml(html, 'chromium'));
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  expect(cells.find(({ row: at, column }) => at === 1 && column === 2)?.text).toBe('Kit bought.\nDrills held.');
  expect(cells.filter(({ column, header }) => column === 3 && !header).map(({ fill }) => fill)).toEqual([
    [0, 176, 80],
    [0, 176, 80],
    [0, 176, 80],
  ]);
});

test('boxes that stand side by side are read one after the other, whether framed or painted', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const box = (x: number, y: number, width: number, look: string, html: string) =>
    `<div style="position: absolute; left: ${x}mm; top: ${y}mm; width: ${width}mm; ${look}">${html}</div>`;
  const html = `<meta charset="utf-8"><style>@page { size: A4 landscape; margin: 1cm } body { font: 11pt "Liberation Sans" } p { margin: 2mm }</style>${[
    box(0, 0, 130, 'border: 1px solid', '<p><b>What is done</b></p><p>All kit is listed and lent out.</p>'),
    box(136, 0, 100, 'border: 1px solid', '<p><b>Next steps</b></p><p>Lend the kit to crews.</p>'),
    box(0, 60, 70, 'background: #ddebf7', '<p>Lead: Jo Marlowe</p>'),
    box(74, 60, 70, 'background: #ddebf7', '<p>Due: May 2031</p>'),
    box(0, 90, 70, '', '<p>Sponsor: Al Berry</p>'),
    box(150, 90, 70, '', '<p>Status: On track</p>'),
  ].join('')}`;
  expect(outlineOf(await readPdf(await printHtml(html, 'weasyprint')))).toEqual([
    '# What is done',
    'P All kit is listed and lent out.',
    '# Next steps',
    'P Lend the kit to crews.',
    'P Lead: Jo Marlowe',
    'P Due: May 2031',
    'P Sponsor: Al Berry',
    'P Status: On track',
  ]);
});

test('plain boxes that a browser leaves out of its tags do not run into each other', async ({ skip }) => {
  skip(!canPrint('chromium'), 'chromium is not installed');
  const card = (ref: string, lead: string) =>
    `<div class="card"><div><b>${ref}</b> Kit</div><p>Crews should know their kit.</p><div class="pair"><div><div class="small">LEAD</div>${lead}</div><div><div class="small">DUE</div>May 2031</div></div></div>`;
  const html = `<meta charset="utf-8"><style>@page { margin: 2cm } body { font: 11pt "Liberation Sans" } .cards { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm } .card { border: 1px solid #888; padding: 3mm } .pair { display: flex; gap: 8mm } .small { font-size: 7pt }</style><h1>Plan</h1><div class="cards">${card('K1', 'Jo Marlowe')}${card('K2', 'Al Berry')}</div>`;
  expect(outlineOf(await readPdf(await printHtml(html, 'chromium')))).toEqual([
    '# Plan',
    'P K1 Kit',
    'P Crews should know their kit.',
    'P LEAD',
    'P Jo Marlowe',
    'P DUE',
    'P May 2031',
    'P K2 Kit',
    'P Crews should know their kit.',
    'P LEAD',
    'P Al Berry',
    'P DUE',
    'P May 2031',
  ]);
});

test('glyph numbers of a usual font that the file does not carry are read by the order of its glyphs', async () => {
  const objects = `20 0 obj << /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [21 0 R] >> endobj
21 0 obj << /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /DW 556 /FontDescriptor 22 0 R
  /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >> endobj
22 0 obj << /Type /FontDescriptor /FontName /Arial /Flags 32 /FontBBox [0 0 1000 1000] /Ascent 905 /Descent -212
  /CapHeight 716 /ItalicAngle 0 /StemV 80 >> endobj`;
  const content = 'BT /F4 10 Tf 20 150 Td <0033004f00440051> Tj ET';
  const document = await readPdf(rawPdf({ content, fonts: '/F4 20 0 R', objects }));
  expect(outlineOf(document)).toEqual(['P Plan']);
  expect(told(document)).toEqual([]);
});
