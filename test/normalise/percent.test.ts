import { expect, test } from 'vitest';
import { percentInStatus, readPercent } from '../../src/normalise/percent.ts';

test.each([
  ['80', 80],
  ['80 %', 80],
  ['80% complete', 80],
  ['Complete – 62.5%', 62.5],
  ['120%', null],
  ['80 stations', null],
])('%s is a share of %s', (text, expected) => {
  expect(readPercent(text)).toBe(expected);
});

test('a status gives a share where it has the sign', () => {
  expect(percentInStatus('80% complete')).toBe(80);
  expect(percentInStatus('3')).toBeNull();
  expect(percentInStatus('Complete')).toBeNull();
});
