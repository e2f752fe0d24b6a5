import { expect, test } from 'vitest';
import { openPdf } from '../../parsers/pdf/page/open.ts';
import { canPrint, printHtml } from '../support/print.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A PDF in its least form; pdf.js finds the objects without a table of them. */
const smallest = (trailer: string, objects = '') => `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >> endobj
${objects}trailer << /Root 1 0 R ${trailer} >>
%%EOF`;

test('a file that asks for a password says so and what to do', async () => {
  const [owner, user] = ['a1'.repeat(32), 'b2'.repeat(32)];
  const locked = `4 0 obj << /Filter /Standard /V 1 /R 2 /P -4 /Length 40 /O <${owner}> /U <${user}> >> endobj\n`;
  const opening = openPdf(bytesOf(smallest(`/Encrypt 4 0 R /ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>]`, locked)));
  await expect(opening).rejects.toMatchObject({ name: 'ParseError', code: 'pdf/encrypted' });
});

test('what is no PDF inside is told as damaged', async () => {
  await expect(openPdf(bytesOf('%PDF-1.7\nnothing of the kind'))).rejects.toMatchObject({ code: 'pdf/corrupt' });
  await expect(openPdf(bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Cat'))).rejects.toMatchObject({ code: 'pdf/cut' });
});

test('an empty page is a page', async () => {
  const pdf = await openPdf(bytesOf(smallest('')));
  const page = await pdf.page(1);
  await pdf.close();
  expect(page).toMatchObject({ number: 1, width: 200, height: 100, runs: [], segments: [], fills: [] });
});

test('what the file says about itself, its outline, its words and its colours', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const html = `<html><head><title>Fenmarsh plan</title><meta name="author" content="Jo Marlowe"><style>@page { size: 10cm }
p { font: 10pt "Liberation Sans" } mark { background: #ffff00; color: #c00000 }</style></head>
<body><h1>Progress</h1><p>Work is <mark><b>done</b></mark></p></body></html>`;
  const pdf = await openPdf(await printHtml(html, 'weasyprint'));
  const page = await pdf.page(1);
  expect(pdf.meta).toMatchObject({ title: 'Fenmarsh plan', author: 'Jo Marlowe' });
  expect(await pdf.outline()).toEqual([{ title: 'Progress', level: 1, page: 1 }]);
  await pdf.close();
  expect(page.runs.map((run) => run.text)).toEqual(['Progress', 'Work', 'is', 'done']);
  expect(page.runs.at(-1)).toMatchObject({ bold: true, colour: [192, 0, 0], angle: 0, spaceBefore: true });
  expect(page.fills.map((fill) => fill.colour)).toContainEqual([255, 255, 0]);
});
