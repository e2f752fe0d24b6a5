import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const plan = htmlTable([
  ['Area for improvement', 'Action', 'Owner', 'Status'],
  ['The service should check its hydrants.', 'Draw maps', 'Head of Water', '▲'],
  ['The service should visit its schools.', 'Write to heads', 'Schools Officer', '●'],
]);
const rows = [
  ['●', 'On track'],
  ['▲', 'At risk'],
  ['○', 'Not started'],
];

test.each([
  ['in a line', '<p>Key: ● On track ▲ At risk ○ Not started</p>'],
  ['in a line with equals signs', '<p>● = On track; ▲ = At risk; ○ = Not started.</p>'],
  ['in a table', `<h2>Key</h2>${htmlTable(rows, false)}`],
  ['in a table of one row', htmlTable([rows.flat()], false)],
])('signs in a cell are the statuses that the key says they are: %s', async (_, key) => {
  const { entries, issues } = await readHtml(`<h1>Plan</h1>${key}${plan}`);
  expect(entries.map(({ status }) => status)).toEqual([
    { raw: '▲', value: 'delayed' },
    { raw: '●', value: 'in_progress' },
  ]);
  expect(issues.filter(({ code }) => code.startsWith('status/'))).toEqual([]);
});

test('a sign without a key is kept and named as not understood', async () => {
  const { entries, issues } = await readHtml(`<h1>Plan</h1>${plan}`);
  expect(entries.map(({ status }) => status)).toEqual([
    { raw: '▲', value: null },
    { raw: '●', value: null },
  ]);
  expect(issues.filter(({ code }) => code === 'status/not-understood')).toHaveLength(2);
});
