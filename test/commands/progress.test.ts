import { expect, test } from 'vitest';
import { barLine } from '../../src/commands/progress.ts';
import { printable } from '../../src/lib/printable.ts';

const state = { files: 30, done: 10, bytes: 1000, bytesDone: 250, pages: 42, failures: 0, elapsed: 30_000 };

test('the bar says papers, pages, time left and failures', () => {
  expect(barLine(state)).toBe('[=======                 ] 10/30 papers, 42 pages, 2 min left');
  expect(barLine({ ...state, elapsed: 6000, failures: 2 })).toMatch(/15 s left, 2 with trouble$/);
  expect(barLine({ ...state, elapsed: 3_600_000 })).toMatch(/2 h 26 min left$/);
  expect(barLine({ ...state, done: 30, bytesDone: 1000 })).toBe('[========================] 30/30 papers, 42 pages');
  expect(barLine({ ...state, bytes: 0, bytesDone: 0 })).toMatch(/^\[={16} {8}\]/);
  expect(barLine({ ...state, done: 0, bytesDone: 0 })).toBe('[                        ] 0/30 papers, 42 pages');
});

test('text from outside cannot steer a terminal', () => {
  expect(printable('a\u001b[2Jb\r\n\u202ec é 📄')).toBe('a\\u{1b}[2Jb\\u{d}\\u{a}\\u{202e}c é 📄');
});
