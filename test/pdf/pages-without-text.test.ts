import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasProgram, printHtml, readPdf } from '../support/print.ts';
import { smallPdf } from '../support/small-pdf.ts';

const paper = `<html><head><style>@page { size: A4; margin: 2cm } body { font: 12pt "Liberation Sans", sans-serif } td, th { border: 1px solid #000; padding: 4px } table { border-collapse: collapse; width: 100% }</style></head><body>
<p>Fenmarsh Fire and Rescue Service reports on its improvement plan to the Authority.</p>
<table><tr><th>Action</th><th>Progress</th><th>Status</th></tr>
<tr><td>Train all crews</td><td>Half of the crews have been trained</td><td>On track</td></tr>
<tr><td>Visit high risk premises</td><td>All premises have been visited once</td><td>Complete</td></tr></table></body></html>`;

const missing = ['weasyprint', 'pdftoppm', 'qpdf'].filter((name) => !hasProgram(name));
const cannot = `not installed: ${missing.join(', ')}`;

/** The paper as a scan: its page as an image, with or without a page of text after it. */
async function scan(withText: boolean): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-scan-'));
  try {
    const text = path.join(folder, 'text.pdf');
    writeFileSync(text, await printHtml(paper, 'weasyprint'));
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', text, path.join(folder, 'page')]);
    const picture = readFileSync(path.join(folder, 'page.png')).toString('base64');
    const image = path.join(folder, 'image.pdf');
    const html = `<style>@page { size: A4; margin: 0 } img { width: 210mm; height: 297mm; display: block }</style><img src="data:image/png;base64,${picture}">`;
    writeFileSync(image, await printHtml(html, 'weasyprint'));
    if (!withText) return readFileSync(image);
    const both = path.join(folder, 'both.pdf');
    execFileSync('qpdf', ['--empty', '--pages', image, text, '--', both]);
    return readFileSync(both);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a paper of images alone is refused, and the reason says what to do', async ({ skip }) => {
  skip(missing.length > 0, cannot);
  await expect(readPdf(await scan(false))).rejects.toMatchObject({
    name: 'ParseError',
    code: 'pdf/no-text-layer',
    message: expect.stringMatching(/its one page has no text, only images; read the paper with --ocr/),
  });
});

test('an image among pages of text is an error for that page, the others are read', async ({ skip }) => {
  skip(missing.length > 0, cannot);
  const document = await readPdf(await scan(true));
  expect(document.pages.map(({ text }) => text)).toEqual(['none', 'layer']);
  expect(document.issues.map(({ code, severity, place }) => [code, severity, place?.page])).toEqual([
    ['pdf/no-text-layer', 'error', 1],
  ]);
  expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
});

test('with --ocr the image is read, tables too, and every word has its confidence; pages with text are left alone', async ({
  skip,
}) => {
  skip(missing.length > 0, cannot);
  const document = await readPdf(await scan(true), { ocr: true });
  expect(document.pages.map(({ text }) => text)).toEqual(['ocr', 'layer']);
  const [recognised, printed] = document.pages;
  expect(printed?.words).toBeUndefined();
  expect(recognised?.words?.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const texts = tables.map((table) => table.cells.map((cell) => cell.text));
  expect(texts[0]).toEqual(texts[1]);
  expect(document.issues.map(({ code, severity, place }) => [code, severity, place?.page])).toEqual([
    ['pdf/ocr', 'warning', 1],
  ]);
  expect(document.issues[0]?.message).toMatch(
    /page 1 is an image: its \d+ words were recognised with a confidence of \d+ %/,
  );
});

test.each([
  ['one page without words', smallPdf({}), 'pdf/empty', /^the PDF is empty: its one page has no text;/],
  ['pages without words', smallPdf({ pages: [[], []] }), 'pdf/empty', /: none of its 2 pages has any text;/],
  ['a broken count of pages', smallPdf({ count: -3 }), 'pdf/empty', /^the PDF lists no pages; ask/],
  [
    'one page that is lost',
    smallPdf({ lost: [0] }),
    'pdf/page',
    /^page 1 cannot be read: .*[^.]; nothing of it was read: /,
  ],
])('a PDF of %s is refused in words that fit', async (_, bytes, code, message) => {
  await expect(readPdf(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test('a lost page is an error for that page, the others are read', async () => {
  const words = 'Crews have been trained in the new home visit.';
  const document = await readPdf(smallPdf({ pages: [[words], [words]], lost: [1] }));
  expect(document.blocks).toMatchObject([{ kind: 'paragraph', text: words }]);
  const lost = document.issues.filter(({ severity }) => severity === 'error');
  expect(lost).toMatchObject([{ code: 'pdf/page', place: { page: 2 } }]);
  expect(lost[0]?.message).toMatch(/^page 2 cannot be read: .*[^.]; nothing of it was read: /);
});
