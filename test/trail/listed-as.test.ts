import { expect, test } from 'vitest';
import { listedAs } from '../../src/trail/describe.ts';

test.each([
  [{ ref: 'AFI 1', action: 'Renew the courses.', finding: 'The service should train.' }, 'AFI 1 “Renew the courses”'],
  [{ ref: null, action: null, updates: [{ text: 'Two are renewed' }] }, '“Two are renewed”'],
])('an entry is called by its own words: %j', (entry, called) => {
  expect(listedAs(entry)).toBe(called);
});

test('words of ours for an entry without any are not quoted: no paper says them', () => {
  expect(listedAs({ ref: 'AFI 1', action: null, progress: null })).toBe('AFI 1 an entry without words');
});

test('lines of a text are told apart where it is called by them', () => {
  const called = listedAs({ ref: null, action: 'Agree a standard\n• Report on it each quarter.\nTrain managers' });
  expect(called).toBe('“Agree a standard; Report on it each quarter. Train managers”');
});
