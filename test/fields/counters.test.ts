import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const action = (number: number, words: string, progress: string) =>
  `<h3>Action ${number}: ${words}</h3><dl><dt>How it is going</dt><dd>${progress}</dd><dt>Status</dt><dd>In progress</dd><dt>When</dt><dd>May 2026</dd></dl>`;
const finding = (words: string) => `<p><b>What the inspectors said:</b> ${words}</p>`;

test('a number that counts the actions of each finding anew is no reference', async () => {
  const { entries } = await readHtml(
    `<h1>Our HMICFRS improvement plan</h1><h2>Hoses</h2>${finding('The service should test its hoses each year.')}${action(1, 'Buy a rig for the north', 'The rig has been built.')}${action(2, 'Test each hose twice', 'Half of them have been tested.')}<h2>Maps</h2>${finding('The service should print its maps.')}${action(1, 'Ask three printers to bid', 'Two printers have sent a price.')}`,
  );
  expect(entries.map(({ ref, action: done }) => [ref, done])).toEqual([
    [null, 'Buy a rig for the north'],
    [null, 'Test each hose twice'],
    [null, 'Ask three printers to bid'],
  ]);
});
