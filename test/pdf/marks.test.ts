import { expect, test } from 'vitest';
import type { Segment } from '../../parsers/pdf/page/page-content.ts';
import { takeOutStruck } from '../../parsers/pdf/page/struck.ts';
import { withoutNoteMarks } from '../../parsers/pdf/text/note-marks.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, run, words } from '../support/page.ts';

const raised = (text: string, x: number, baseline: number) =>
  run([text, x, baseline - 4, { size: 6, spaceBefore: false }]);

const noted = (...texts: Parameters<typeof page>[0][]) =>
  withoutNoteMarks(texts.map((runs) => withRows(page(runs)))).map(({ runs }) => runs.map(({ text }) => text).join(' '));

test('a raised mark is no part of its word where a note on these pages begins with it', () => {
  const value = [run(['Complete', 50, 100]), raised('1', 90, 100)];
  const note = [raised('1', 50, 700), run(['Subject', 55, 700, { spaceBefore: false }]), ...words('to audit', 93, 700)];
  expect(noted([...value, ...note])).toEqual(['Complete 1 Subject to audit']);
  expect(noted(value, note)).toEqual(['Complete', '1 Subject to audit']);
});

test('a raised mark without a note stays: a square, the end of an ordinal number', () => {
  const runs = [
    run(['20', 50, 100]),
    run(['m', 65, 100]),
    raised('2', 70, 100),
    run(['1', 90, 100]),
    raised('st', 95, 100),
  ];
  expect(noted(runs)).toEqual(['20 m 2 1 st']);
});

const line = (x0: number, x1: number, y: number): Segment => ({ x0, x1, y0: y, y1: y, width: 0.5, colour: [0, 0, 0] });

test('words with a line of their own length through them are gone, the line with them, and an issue keeps them', () => {
  const [old, rule] = [line(50, 83, 97), line(40, 400, 97)];
  const content = page([...words('Q2 2025', 50, 100), ...words('Q4 2026', 120, 100)], { segments: [old, rule] });
  const { pages, issues } = takeOutStruck([content]);
  expect(pages[0]?.runs.map(({ text }) => text)).toEqual(['Q4', '2026']);
  expect(pages[0]?.segments).toEqual([rule]);
  expect(issues.map(({ code, message }) => [code, message.slice(0, 32)])).toEqual([
    ['pdf/struck-text', '"Q2 2025" is struck through on p'],
  ]);
});

test('a line under words, above them or longer than they are strikes none', () => {
  const segments = [line(50, 83, 101.5), line(50, 83, 91), line(50, 200, 97)];
  expect(takeOutStruck([page(words('Q2 2025', 50, 100), { segments })]).issues).toEqual([]);
});
