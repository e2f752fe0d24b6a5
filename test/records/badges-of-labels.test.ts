import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const facts = (action: string) =>
  `<table><tr><th>What we are doing</th><td>${action}</td></tr><tr><th>How far we are</th><td>Half of it is done in ${action.length} places.</td></tr><tr><th>Target date</th><td>May 2025</td></tr></table>`;
const finding = (words: string) => `<h3>Area for improvement</h3><p><b>HMICFRS told us:</b> ${words}</p>`;

test('a status right above each table of labels is of the record below it, not of what stands above', async () => {
  const { entries } = await readHtml(
    `<h1>Our HMICFRS action plan</h1><h2>Prevention</h2>${finding('We should test our hoses.')}<p><b>On track</b></p>${facts('Buy a rig')}<p><b>Off track</b></p>${facts('Train the crews')}<h2>Response</h2>${finding('We should print our maps.')}<p><b>Part of daily work</b></p>${facts('Ask a printer')}<p><b>Done</b></p>${facts('Send them out')}<p><b>Not started</b></p>${facts('Count them each year')}`,
  );
  expect(entries.map(({ theme, action, status }) => [theme, action, status?.raw ?? null])).toEqual([
    ['Prevention', 'Buy a rig', 'On track'],
    ['Prevention', 'Train the crews', 'Off track'],
    ['Response', 'Ask a printer', 'Part of daily work'],
    ['Response', 'Send them out', 'Done'],
    ['Response', 'Count them each year', 'Not started'],
  ]);
});
