import { expect, test } from 'vitest';
import { linePairs } from '../parsers/front/line-pairs.ts';
import { readTextBlocks } from '../parsers/markup/text/blocks.ts';
import { withoutStruck } from '../parsers/markup/text/struck.ts';
import { alignedTexts } from '../parsers/records/aligned-texts.ts';
import { countOf } from '../parsers/records/counted-labels.ts';
import { blocksToRegions } from '../parsers/records/index.ts';
import { labelRuns } from '../parsers/records/run-in-labels.ts';
import { bodyKind } from '../src/collect/body-kind.ts';
import { titleOf } from '../src/collect/markup.ts';
import type { Paragraph } from '../src/model/document.ts';
import { bareRef } from '../src/normalise/ref.ts';
import { organisationNames } from '../src/normalise/service.ts';
import { statusValue } from '../src/normalise/status.ts';
import { mastheadNotes } from '../src/vocabulary/mastheads.ts';
import { readDocumentOf } from './support/read-html.ts';

/** Each of these took minutes, or longer than anybody waits, for its time grew with the square of the text or doubled with each word. */

const long = 200_000;

test('any number of comments before no page', async () => {
  const text = `${'<!-- a -->\n'.repeat(60)}nothing`;
  expect(bodyKind(Buffer.from(text))).toBe('text');
  expect((await readDocumentOf(text)).format).toBe('text');
  expect(bodyKind(Buffer.from(text.replace('nothing', '<html>')))).toBe('html');
});

test('a masthead of nothing but items', () => {
  expect(mastheadNotes.test('item item no item 4')).toBe(true);
  expect(mastheadNotes.test(`${'item '.repeat(60)}and no more of them`)).toBe(false);
});

test.each([
  ['one word of capitals', () => organisationNames('A'.repeat(long)), []],
  ['one word as a label', () => countOf('a'.repeat(long)), null],
  ['a reference of full stops', () => bareRef(`${'.'.repeat(long)}x`), `${'.'.repeat(long)}x`],
  ['a status of dashes', () => statusValue('- '.repeat(long)), null],
  ['the words of a link', () => titleOf(`a${'-'.repeat(long)}b`), `a${'-'.repeat(long)}b`],
  ['strikes that never end', () => withoutStruck('~~a '.repeat(20_000)).struck, []],
  ['a line of labels of front matter', () => linePairs('word: '.repeat(20_000)), []],
  ['a line of dashes', () => labelRuns('Word – '.repeat(50_000)).length, 4],
])('%s is looked at once', (_, read: () => unknown, expected) => {
  expect(read()).toEqual(expected);
});

test('texts of many kinds in one record have no columns', () => {
  const texts = Array.from({ length: 2000 }, (_, at) => ({
    text: at % 2 === 0 ? '3 May 2025' : 'The crews were asked what they need, and they told us.',
    places: [],
    fill: null,
  }));
  expect(alignedTexts([texts, texts, texts], false)).toEqual([texts, texts, texts]);
});

test('one line of pipes makes no table of thousands of columns of those below it', () => {
  const blocks = readTextBlocks(`${'| a '.repeat(3000)}|\n${'| b |\n'.repeat(3000)}`);
  expect(blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
});

test('of far too many labels those that return most are places of the records, the others are told', () => {
  const line = (text: string): Paragraph => ({ kind: 'paragraph', text, bold: false, places: [] });
  const letters = [...'bcdfghjklmnpqrstvwxz'];
  const rare = letters.flatMap((a) => letters.map((b) => `Pl${a}${b}e`));
  const records = rare.flatMap((label) => [line('Task: Buy hoses'), line(`${label}: Head of Hoses`)]);
  const [region] = blocksToRegions([...records, ...records], () => true);
  expect(region?.slots.length).toBeLessThan(rare.length);
  expect(region?.slots.map(({ label }) => label)).toContain('Task');
  expect(region?.loose.map(({ text }) => text)).toContain(`${rare.at(-1)}: Head of Hoses`);
});
