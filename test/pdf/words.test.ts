import { expect, test } from 'vitest';
import { hasRightToLeft, toReadingOrder } from '../../parsers/pdf/page/bidi.ts';
import { isNumericText, isYear } from '../../parsers/pdf/text/numbers.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

test.for(['1,040', '$33,200', '(3.2)', '12%', '45–54', '–0.5*', '£7m', '$ 12', '(X)', '—', '**12,760', '1.5'])(
  '%s stands in a column of numbers',
  (text) => {
    expect(isNumericText(text)).toBe(true);
  },
);

test.for(['Total', 'Mar 2024', '24 stations were visited by crews', 'AFI 3', ''])('%s does not', (text) => {
  expect(isNumericText(text)).toBe(false);
});

test('years and spans of years head columns', () => {
  expect(['2009', '2009–10', 'FY 2011', '2021/22'].every(isYear)).toBe(true);
  expect(['20,090', '1204', 'June'].some(isYear)).toBe(false);
});

test('right-to-left words are turned into reading order, numbers and Latin pieces in them are not', () => {
  expect(hasRightToLeft('ךסה')).toBe(true);
  expect(toReadingOrder('לכה')).toBe('הכל');
  expect(toReadingOrder('2014תנש')).toBe('שנת2014');
  expect(toReadingOrder('(לכה)')).toBe('(הכל)');
});

test('a word that runs into the next cell ends where the text of that begins', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const at = (left: string, text: string) => `<b style="position: absolute; left: ${left}">${text}</b>`;
  const html = `<html><head><style>body { font: 10pt "Liberation Sans" } b { font-weight: normal }</style></head><body>${at('50pt', 'Number')}${at('83.4pt', 'Lead')}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual(['Number Lead']);
});
