import { expect, test } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { docxFile, paragraph } from '../support/docx.ts';
import { smallPdf } from '../support/small-pdf.ts';

const read = (bytes: Uint8Array) =>
  readPaper({ name: 'paper', path: 'paper', bytes, sha256: 'a'.repeat(64) }, defaultParseOptions);

const text = 'Crews have been trained in the new home visit.';

test.each([
  ['PDF', smallPdf({ pages: [[text]], info: '/Title (HMICFRS\\tplan \\007for\\000 us)' })],
  ['PDF in UTF-16', smallPdf({ pages: [[text]], info: `/Title <FEFF${utf16('HMICFRS\nplan \u0007for\0 us\u202e')}>` })],
  ['web page', Buffer.from(`<html><head><title>HMICFRS&#9;plan &#27;for\u009b us&#8238;</title></head><p>${text}</p>`)],
  [
    'Word document',
    docxFile({ body: paragraph(text), core: '<dc:title>HMICFRS&#9;plan \u0085for\u009b us\u202e</dc:title>' }),
  ],
])('a title in the properties of a %s is words alone, without what no page could show', async (_, bytes) => {
  const { paper } = await read(bytes);
  expect(paper.places.title).toEqual([{ path: 'meta/title' }]);
  expect(paper.title).toBe('HMICFRS plan for us');
});

test('properties without any words are none', async () => {
  const { paper } = await read(smallPdf({ pages: [[text]], info: '/Title (\\000\\001\\002 \\003)' }));
  expect(paper.title).toBeNull();
});

function utf16(words: string): string {
  return Buffer.from(words, 'utf16le').swap16().toString('hex');
}
