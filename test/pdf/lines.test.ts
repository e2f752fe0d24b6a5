import { expect, test } from 'vitest';
import { withSeenRuns } from '../../parsers/pdf/page/seen-runs.ts';
import { dropUnmapped } from '../../parsers/pdf/page/unmapped.ts';
import { toLines } from '../../parsers/pdf/text/lines.ts';
import { toRegions } from '../../parsers/pdf/text/reading-order.ts';
import { toWords } from '../../parsers/pdf/text/words.ts';
import { page, run, words } from '../support/page.ts';

const lines = (runs: Parameters<typeof toWords>[0]) => toLines(toWords(runs), 1);
const texts = (runs: Parameters<typeof toWords>[0]) => lines(runs).map((line) => line.text);

test('words on one baseline are a line, whatever the order they were drawn in', () => {
  expect(texts([...words('in two parts', 84, 100), ...words('A line', 50, 100)])).toEqual(['A line in two parts']);
});

test('a wide gap cuts the line, for columns to be looked at', () => {
  expect(texts([...words('Left', 50, 100), ...words('Right', 300, 100)])).toEqual(['Left', 'Right']);
});

test('raised letters and footnote marks stay in their line', () => {
  const runs = [
    run(['The', 50, 100]),
    run(['1', 70, 100]),
    run(['st', 75, 95, { size: 6, spaceBefore: false }]),
    run(['March', 84, 100]),
    run(['3', 109, 95, { size: 6, spaceBefore: false }]),
    ...words('Next line below', 50, 112),
  ];
  expect(texts(runs)).toEqual(['The 1st March3', 'Next line below']);
});

test('letters spaced out are words, and a wider space parts them', () => {
  const letters = [...'PROGRESS'].map((letter, index) => run([letter, 50 + index * 9, 100]));
  const more = [...'REPORT'].map((letter, index) => run([letter, 129 + index * 9, 100]));
  expect(texts([...letters, ...more])).toEqual(['PROGRESS REPORT']);
});

test('two letters that kerning draws together stay in a word spaced out', () => {
  const letters = [...'PROGRE'].map((letter, index) => run([letter, 50 + index * 9, 100]));
  expect(texts([...letters, run(['SS', 104, 100])])).toEqual(['PROGRESS']);
});

test('right-to-left words are read from the right, Latin words between them from the left', () => {
  const hebrew = { rightToLeft: true };
  const runs = [run(['תוכנית', 200, 100, hebrew]), run(['שיפור', 165, 100, hebrew]), run(['HMI', 140, 100])];
  expect(texts(runs)).toEqual(['תוכנית שיפור HMI']);
});

test('text turned on its side is read along its own direction, after upright text', () => {
  const turned = { angle: 270 as const };
  const runs = [
    run(['up', 0, 0, { ...turned, baseline: 40, box: [32, 600, 42, 610] }]),
    run(['Reads', 0, 0, { ...turned, baseline: 40, box: [32, 615, 42, 640] }]),
    ...words('Upright', 100, 700),
  ];
  expect(texts(runs)).toEqual(['Upright', 'Reads up']);
});

test('white on white and off-page text is not seen; white on a dark fill is', () => {
  const white = { colour: [255, 255, 255] as const };
  const seen = withSeenRuns(
    page(
      [
        run(['hidden', 50, 100, white]),
        run(['shown', 50, 200, white]),
        run(['outside', 700, 300]),
        run(['plain', 50, 400]),
      ],
      { fills: [{ box: [40, 180, 200, 210], colour: [0, 51, 102], whole: true }] },
    ),
  );
  expect(seen.runs.map(({ text }) => text)).toEqual(['shown', 'plain']);
});

test('a disc drawn before a line is a bullet', () => {
  const disc = { box: [58, 94, 62, 98] as const, colour: [0, 0, 0] as const, whole: false };
  const seen = withSeenRuns(page(words('First item', 70, 100), { fills: [disc] }));
  expect(texts(seen.runs)).toEqual(['• First item']);
});

test('a font without a map to Unicode is told and its text left out, a font of bullets is not', () => {
  const garbled = 'K\ufffdHO\ufffdZR\ufffdUOGK'.match(/.{1,4}/gu) ?? [];
  const symbols = { font: 'Symbol' };
  const result = dropUnmapped([
    page([
      ...garbled.map((text, index) => run([text, 50 + index * 40, 100, { font: 'f1', fontName: 'Broken' }])),
      ...[0, 1, 2, 3].map((index) => run(['\uf0b7', 50, 200 + index * 12, symbols])),
      ...words('Readable text', 70, 200),
      run(['Bound', 50, 300, { font: 'f2', fontName: 'Broken' }]),
    ]),
  ]);
  expect(result.pages[0]?.runs.map(({ font }) => font)).not.toContain('f1');
  // Another font of the same name, as in papers bound together.
  expect(result.pages[0]?.runs.map(({ text }) => text)).toContain('Bound');
  expect(result.pages[0]?.runs.filter(({ font }) => font === 'Symbol')).toHaveLength(4);
  expect(result.issues.map(({ code, severity, place }) => [code, severity, place?.page])).toEqual([
    ['pdf/unmapped-font', 'error', 1],
  ]);
  expect(result.issues[0]?.message).toContain('Broken on page 1');
});

const columnText = (x: number, from: number, label: string) =>
  [0, 1, 2, 3, 4].flatMap((index) => words(`${label} line ${index} of some prose`, x, from + index * 12));

test('columns of prose are read one after the other, between lines of full width', () => {
  const runs = [
    ...words('A title that stands over both of the columns and is as wide as the page is wide enough', 50, 100),
    ...columnText(50, 130, 'left'),
    ...columnText(300, 130, 'right'),
    ...words('Heading', 50, 215),
    ...words('Full width again under the two columns and as wide as the page is or nearly so in fact', 50, 230),
  ];
  const order = toRegions(lines(runs), []).flatMap(({ items }) =>
    items.map((item) => ('text' in item ? item.text.split(' ').slice(0, 3).join(' ') : '')),
  );
  expect(order).toEqual([
    'A title that',
    ...[0, 1, 2, 3, 4].map((index) => `left line ${index}`),
    ...[0, 1, 2, 3, 4].map((index) => `right line ${index}`),
    'Heading',
    'Full width again',
  ]);
});

test('labels beside their values are lines, not columns', () => {
  const runs = ['Meeting date', 'Report author', 'Subject', 'Type'].flatMap((label, index) => [
    ...words(label, 50, 100 + index * 14),
    ...words('a value of some length that stands beside it', 200, 100 + index * 14),
  ]);
  const [region] = toRegions(lines(runs), []);
  expect(region?.column).toBeNull();
  expect(region?.items.map((item) => ('text' in item ? item.text : ''))).toContain(
    'Subject a value of some length that stands beside it',
  );
});

test('a title and a note far from it in smaller type are two lines, a label and its value are one', () => {
  const ordered = (runs: Parameters<typeof toWords>[0]) =>
    toRegions(lines(runs), []).flatMap(({ items }) => items.map((item) => ('text' in item ? item.text : '')));
  const title = words('Hydrants on the coast', 50, 60, { size: 20 });
  expect(ordered([...title, ...words('Prevention 1', 480, 60)])).toEqual(['Hydrants on the coast', 'Prevention 1']);
  expect(ordered([...words('Lead', 50, 60), ...words('Head of Water', 200, 60)])).toEqual(['Lead Head of Water']);
});
