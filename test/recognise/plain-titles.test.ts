import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const action = (letter: string, words: string, update: string) =>
  `<p>(${letter}) Action: ${words}</p><p>Update: ${update}</p><p>Status: In progress</p><p>Lead: Head of Hoses</p>`;

const paper = (...numbers: readonly number[]) =>
  `<h1>HMICFRS inspection: improvement plan</h1><p>${numbers[0]}. Purpose of report</p><p>To tell members of the HMICFRS improvement plan.</p><p>${numbers[1]}. Progress so far</p>
<p>Effectiveness</p><p>AFI 1 – The service should test its hoses each year.</p>${action('a', 'Buy a rig for the north', 'The rig has been built.')}${action('b', 'Test each hose twice', 'Half of them have been tested.')}
<p>People</p><p>AFI 2 – The service should print its maps.</p>${action('a', 'Ask three printers to bid', 'Two printers have sent a price.')}
<p>${numbers[2]}. Other considerations</p><p>None of these have been found.</p>`;

test('sections counted in plain type and pillars alone in their lines are titles, and end what stands above them', async () => {
  const { entries } = await readHtml(paper(1, 2, 3));
  expect(entries.map(({ ref, pillar, action, progress }) => [ref, pillar, action, progress])).toEqual([
    ['AFI 1', 'effectiveness', 'Buy a rig for the north', 'The rig has been built.'],
    ['AFI 1', 'effectiveness', 'Test each hose twice', 'Half of them have been tested.'],
    ['AFI 2', 'people', 'Ask three printers to bid', 'Two printers have sent a price.'],
  ]);
});

test('numbers that do not count on are no titles', async () => {
  const told = async (...numbers: readonly number[]) =>
    (await readHtml(paper(...numbers))).issues.map((one) => one.message);
  expect((await told(1, 2, 7)).join('\n')).toContain('7. Other considerations');
  expect((await told(1, 2, 3)).join('\n')).not.toContain('3. Other considerations');
});
