import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import { damages, lostWords, mutate } from '../support/mutants.ts';
import { canPrint, hasProgram, outlineOf, printHtml, readPdf } from '../support/print.ts';
import { randomFrom } from '../support/random.ts';
import { smallPdf } from '../support/small-pdf.ts';

const words = 'Crews have been trained in the new home visit.';
const others = 'All premises have been visited once.';

/** Two pages, and the bytes of one place in them put in place of others of the same length. */
function altered(from: string, to: string, nth = 0): Uint8Array {
  const text = Buffer.from(smallPdf({ pages: [[words], [others]] })).toString('latin1');
  const parts = text.split(from);
  const changed = [...parts.slice(0, nth + 1).join(from), to, ...parts.slice(nth + 1).join(from)].join('');
  return new Uint8Array(Buffer.from(changed, 'latin1'));
}

/** A page whose content is deflated, with one letter of it changed or its end cut off. */
function deflated(spoil: (data: Buffer) => Buffer): Uint8Array {
  const content = `BT /F 12 Tf 50 800 Td (${words}) Tj ET`;
  const data = spoil(deflateSync(content, { level: 0 }));
  const text = Buffer.from(smallPdf({ pages: [[words]] })).toString('latin1');
  const stream = `<< /Filter /FlateDecode /Length ${data.length} >> stream\n${data.toString('latin1')}\nendstream`;
  return new Uint8Array(
    Buffer.from(
      text.replace(/<< \/Length \d+ >> stream[\s\S]*?endstream/, () => stream),
      'latin1',
    ),
  );
}

const told = ({ issues }: Document) =>
  issues.filter(({ severity }) => severity === 'error').map(({ code, place }) => [code, place?.page]);

test.each([
  ['the key of its content', altered('/Contents', '/Conxents', 1)],
  ['the object of its content', altered('13 0 obj', '93 0 obj')],
])('a page that has lost %s is an error with its page, the other is read', async (_, bytes) => {
  const document = await readPdf(bytes);
  expect(document.blocks).toMatchObject([{ kind: 'paragraph', text: words }]);
  expect(told(document)).toEqual([['pdf/damaged-page', 2]]);
});

test.each([
  ['a font is gone', altered('3 0 obj', '9 0 obj')],
  ['the kind of a font is unknown', altered('/Type1', '/Typf1')],
])('where %s, the pages that use it are errors', async (_, bytes) => {
  expect(told(await readPdf(bytes))).toEqual([
    ['pdf/damaged-page', 1],
    ['pdf/damaged-page', 2],
  ]);
});

test.each([
  ['misspelt', '/MediaFox [0 0 595 842]'],
  ['gone', ' '.repeat('/MediaBox [0 0 595 842]'.length)],
])('a page whose size is %s is told, whether or not words are lost', async (_, entry) => {
  const bytes = altered('/MediaBox [0 0 595 842]', entry, 1);
  expect(told(await readPdf(bytes))).toEqual([['pdf/damaged-page', 2]]);
});

test('content other than its checksum was made of is an error, though it can be read', async () => {
  const whole = await readPdf(deflated((data) => data));
  expect(told(whole)).toEqual([]);
  const changed = await readPdf(
    deflated((data) => Buffer.from(data.toString('latin1').replace('trained', 'drained'), 'latin1')),
  );
  expect(changed.blocks).toMatchObject([{ text: words.replace('trained', 'drained') }]);
  expect(told(changed)).toEqual([['pdf/damaged-page', 1]]);
});

test('a length that is wrong loses nothing and is no error', async () => {
  const document = await readPdf(altered('/Length 7', '/Length 2'));
  expect(outlineOf(document)).toEqual([`P ${words}`, `P ${others}`]);
  expect(told(document)).toEqual([]);
});

const samples = ['fixtures/papers/coldwell-minutes.pdf', 'fixtures/forms/thornby-headed-status.libreoffice-tagged.pdf'];

test('damaged copies of papers lose no words in silence', async () => {
  const silent: string[] = [];
  for (const file of samples) {
    const bytes = readFileSync(file);
    const whole = await readPdf(bytes);
    for (const [index, damage] of damages.flatMap((one) => [one, one, one, one, one, one]).entries()) {
      const mutant = mutate(bytes, damage, randomFrom(index));
      if (mutant === null) continue;
      try {
        const read = await readPdf(mutant.bytes);
        if (told(read).length === 0 && lostWords(whole, read).length > 0) silent.push(`${file}: ${mutant.what}`);
      } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
      }
    }
  }
  expect(silent).toEqual([]);
});

const rows = Array.from(
  { length: 70 },
  (_, row) => `<tr><td>R${row}</td><td>Progress of part ${row} was told.<br>It goes on.</td></tr>`,
);
const long = `<html><head><title>Plan</title><style>@page { size: A5; margin: 2cm } td, th { border: 1px solid }</style></head><body>
<h1>Plan</h1><p>These words stand before the table.</p><table border="1"><thead><tr><th>Ref</th><th>Progress</th></tr></thead>${rows.join('')}</table></body></html>`;

test.for([
  ['chromium', '1'],
  ['chromium', '2'],
  ['chromium', '3,1,2'],
  ['libreoffice-tagged', '2'],
] as const)(
  'pages cut out of a file that %s tagged, %s, are read once and have no rows of other pages',
  async ([producer, pages], { skip }) => {
    skip(!canPrint(producer) || !hasProgram('qpdf'), `${producer} or qpdf is not installed`);
    const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-cut-'));
    try {
      const whole = path.join(folder, 'whole.pdf');
      const cut = path.join(folder, 'cut.pdf');
      const bytes = await printHtml(long, producer);
      writeFileSync(whole, bytes);
      execFileSync('qpdf', [whole, '--pages', '.', pages, '--', cut]);
      const tagged = await readPdf(readFileSync(cut));
      const drawn = await readPdf(readFileSync(cut), { evidence: 'ruled' });
      const refs = (document: Document) => outlineOf(document).flatMap((line) => /R\d+(?= )/.exec(line)?.[0] ?? []);
      const blank = (document: Document) => outlineOf(document).filter((line) => /^\|[ |]*$/.test(line)).length;
      expect(refs(tagged)).toEqual(refs(drawn));
      expect(refs(tagged).length).toBeGreaterThan(10);
      expect(lostWords(drawn, tagged)).toEqual([]);
      expect(blank(tagged)).toBeLessThanOrEqual(blank(drawn));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
