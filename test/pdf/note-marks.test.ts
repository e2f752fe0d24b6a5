import { expect, test } from 'vitest';
import { withoutNoteMarks } from '../../parsers/pdf/page/note-marks.ts';
import type { TextRun } from '../../parsers/pdf/page/page-content.ts';
import { page, run } from '../support/page.ts';

/** A word with something small and raised right behind it. */
function marked(word: string, mark: string, baseline = 100): readonly TextRun[] {
  const first = run([word, 50, baseline]);
  return [first, run([mark, first.box[2] + 0.1, baseline - 3.5, { size: 7, spaceBefore: false }])];
}

const note = (mark: string): readonly TextRun[] => [
  run([mark, 50, 797, { size: 6 }]),
  run(['Revised', 56, 800, { size: 8 }]),
];

const texts = (runs: readonly TextRun[]) => withoutNoteMarks([page(runs)])[0]?.runs.map(({ text }) => text);

test.each([
  ['Complete', '1'],
  ['Complete.', '12'],
  ['Complete', '†'],
  ['Complete', '(2)'],
])('%s with a raised %s is the word alone', (word, mark) => {
  expect(texts(marked(word, mark))).toEqual([word]);
});

test('a mark behind a number goes where its note stands in the paper, and the note keeps its own', () => {
  expect(texts([...marked('2025/26', '2'), ...note('2')])).toEqual(['2025/26', '2', 'Revised']);
});

test.each([
  ['10', '6'],
  ['m', '2'],
  ['1', 'st'],
])('%s with a raised %s stays as it is', (word, mark) => {
  expect(texts(marked(word, mark))).toEqual([word, mark]);
});

test('digits that are raised in the font itself are marks behind a word, and powers behind a unit', () => {
  expect(texts([run(['Complete¹', 50, 100]), run(['m²', 50, 120])])).toEqual(['Complete', 'm²']);
});
