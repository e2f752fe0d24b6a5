import { expect, test } from 'vitest';
import { blocksToStatements } from '../../parsers/front/statements.ts';

const countsIn = (text: string) =>
  blocksToStatements([{ kind: 'paragraph', text, bold: false, places: [] }], [], [], new Set())
    .filter(({ kind }) => kind === 'count')
    .map(({ count, total, status }) => [count, total, status]);

test.each([
  ['17 of the 20 actions are complete.', [17, 20, 'complete']],
  ['There are 9 actions in the plan, of which three are overdue.', [3, 9, 'delayed']],
  ['Two AFIs have been completed and four are on track.', [2, null, 'complete']],
] as const)('%s', (text, count) => {
  expect(countsIn(text)).toEqual([count]);
});

test.each([
  'There are 9 actions in the plan, of which three have been closed by HMICFRS since our last report.',
  'Three of the nine actions were completed this quarter.',
  'Since the last meeting, three actions have been closed.',
  'Seven of the nine actions will be complete by May.',
])('no count of how all entries stand: %s', (text) => {
  expect(countsIn(text)).toEqual([]);
});
