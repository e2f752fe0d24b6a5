import { describe, expect, test } from 'vitest';
import { linksOf } from '../../src/collect/markup.ts';

const linkIn = (html: string) =>
  linksOf({ text: `<html><body>${html}</body></html>`, address: 'https://board.test/meeting' })[0];

describe('a link leads to a document', () => {
  test.each([
    ['by its address', '<a href="/files/plan.pdf">Plan</a>', true],
    ['by its words', '<a href="/download/12/plan">Plan (PDF, 300 KB)</a>', true],
    ['by its size', '<a href="/download/12/plan">Plan pdf icon PDF 336 KB</a>', true],
    ['by the words behind it', '<a href="/download/12/plan">Plan</a> [Word]', true],
    ['by a mark behind it', '<a href="/download/12/plan">Plan</a> <span>(docx)</span>', true],
    ['by its media type', '<a href="/media/12" type="application/pdf">Plan</a>', true],
    ['as a download', '<a href="/media/12" download>Plan</a>', true],
    ['not because it is about one', '<a href="/news/12">Why we publish plans as PDF</a>', false],
    ['not as a page', '<a href="/meeting/12">Meeting (10.00 am)</a>', false],
  ])('%s', (_, html, isDocument) => {
    expect(linkIn(html)?.isDocument).toBe(isDocument);
  });
});

describe('what a document is about is said by', () => {
  test.each([
    [
      'the row of a table',
      '<table><tr><td>7</td><td>Inspection plan</td><td><a href="/7">Report</a></td></tr></table>',
    ],
    ['the item of a list', '<ul><li>7 Inspection plan <a href="/7">Report</a></li></ul>'],
  ])('%s', (_, html) => {
    expect(linkIn(html)?.row).toBe('7 Inspection plan Report');
  });

  test('nothing where the row is only the link', () => {
    expect(linkIn('<ul><li><a href="/7">Report</a></li></ul>')?.row).toBe('');
  });

  test('rows within rows without end are no rows, and each link is there', () => {
    const nested = Array.from({ length: 3000 }, (_, index) => `<li>item <a href="/${index}">x</a><ul>`).join('');
    const links = linksOf({ text: `<ul>${nested}`, address: 'https://board.test/' });
    expect([links.length, links[0]?.row]).toEqual([3000, '']);
  });
});
