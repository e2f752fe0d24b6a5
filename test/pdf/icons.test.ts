import { expect, test } from 'vitest';
import { dropUnmapped } from '../../parsers/pdf/page/unmapped.ts';
import { page, run } from '../support/page.ts';

const icons = ['\uf015', '\uf0c9', '\uf002', '\uf07a', '\uf2bb'];

test('signs of a font of icons are left out with a word for the record, for no letter is lost', () => {
  const { pages, issues } = dropUnmapped([
    page([...icons.map((icon, at) => run([icon, 50 + 60 * at, 100, { font: 'Icons' }])), run(['Home', 70, 130])]),
  ]);
  expect(pages[0]?.runs.map(({ text }) => text)).toEqual(['Home']);
  expect(issues).toMatchObject([{ code: 'pdf/icons', severity: 'info' }]);
});

test('private signs that stand as letters do are words that are lost', () => {
  const letters = icons.map((icon, at) => run([icon, 50 + 6 * at, 100, { font: 'Letters' }]));
  expect(dropUnmapped([page(letters)]).issues).toMatchObject([{ code: 'pdf/unmapped-font', severity: 'error' }]);
});
