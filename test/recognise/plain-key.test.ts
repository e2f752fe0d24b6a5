import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const rows = [
  ['The service should test its hoses.', 'B'],
  ['The service should keep its maps up to date.', 'G'],
  ['The service should charge fairly for its boats.', 'A'],
]
  .map(
    ([finding, letter], index) =>
      `<tr><td>${finding}</td><td>Action ${index + 1} is to be taken by the crews.</td><td>${letter}</td></tr>`,
  )
  .join('');
const table = `<table><tr><th>Area for improvement</th><th>Action</th><th>BRAG</th></tr>${rows}</table>`;
const statuses = ['complete', 'in_progress', 'delayed'];

test.each([
  [
    'lines',
    '<p>B Finished, with proof on file</p><p>G Will be finished by the revised deadline</p><p>A May miss the revised deadline</p>',
  ],
  [
    'one line',
    '<p>Blue Finished Green Will be finished by the revised deadline Amber May miss the revised deadline</p>',
  ],
])('a key of colours without signs is obeyed: %s', async (_, key) => {
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${key}${table}`);
  expect(entries.map(({ status }) => status?.value)).toEqual(statuses);
});

test('a paragraph that begins with a letter or a colour is no key', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><p>A May meeting of the board asked for this.</p><p>Blue Watch was there.</p>${table}`,
  );
  expect(entries.map(({ status }) => status)).toEqual([null, null, null]);
});
