import { expect, test } from 'vitest';
import { dingbat } from '../../parsers/pdf/page/dingbats.ts';
import { withSeenRuns } from '../../parsers/pdf/page/seen-runs.ts';
import { page, run } from '../support/page.ts';

const red = [255, 0, 0] as const;
const seen = (...runs: Parameters<typeof run>[0][]) => {
  const { runs: left, fills } = withSeenRuns(page(runs.map(run)));
  return { words: left.map(({ text }) => text), colours: fills.map(({ colour }) => colour) };
};

test('a filled sign in a colour by itself is a painted shape', () => {
  expect(seen(['●', 50, 100, { colour: red }], ['On', 50, 120])).toEqual({ words: ['On'], colours: [red] });
});

test.each([
  [
    'a bullet before words',
    [
      ['●', 50, 100, { colour: red }],
      ['Train', 62, 100],
    ],
  ],
  ['a black sign', [['●', 50, 100]]],
  ['an outline', [['○', 50, 100, { colour: red }]]],
] as const)('%s stays as it is', (_, runs) => {
  expect(seen(...runs)).toEqual({ words: runs.map(([text]) => text), colours: [] });
});

test.each([
  ['ABCDEF+Wingdings-Regular', '\uf0fc', '✓'],
  ['Wingdings', 'û', '✗'],
  ['ZapfDingbats', '4', '✔'],
  ['Wingdings', '\uf0a7', '\uf0a7'],
  ['Helvetica', 'ü', 'ü'],
])('in the font %s the code %s is %s', (font, code, sign) => {
  expect(dingbat(font, code)).toBe(sign);
});
