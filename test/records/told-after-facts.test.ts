import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = [
  ['B2', 'The service should test its hoses each year.'],
  ['B3', 'The service should tell staff how it decides on leave.'],
] as const;
const actions = [
  ['B2', 'a', 'Write a standard for hoses.', 'Head of Hoses', '30 June 2026', 'A draft is with the watches.'],
  ['B2', 'b', 'Buy a rig for each station.', 'Head of Stores', '31 July 2026', 'Nine of fourteen rigs were bought.'],
  ['B3', 'a', 'Publish how leave is decided.', 'Head of People', '31 May 2026', 'The text was agreed with the unions.'],
  ['B3', 'b', 'Tell each watch of it.', 'Head of People', '31 August 2026', 'Talks have been held at nine stations.'],
] as const;

const paper = (head: (ref: string, action: string) => string) =>
  findings
    .map(([ref, finding]) => {
      const own = actions.filter(([of]) => of === ref);
      return `<h2>${ref} – ${finding}</h2>${own.map(([, letter, action, lead, due, progress]) => `${head(ref + letter, action)}<p>Owner: ${lead}. Due: ${due}. Status: On track</p><p>${progress}</p>`).join('')}`;
    })
    .join('');

test.each([
  ['a reference begins each action', (ref: string, action: string) => `<p><b>Action ${ref}:</b> ${action}</p>`],
  ['nothing begins it', (_: string, action: string) => `<p>${action}</p>`],
])('what is told after an action and its facts is its own, not of the next: %s', async (_, head) => {
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${paper(head)}`);
  expect(entries.map(({ action, progress, lead }) => [action, lead, progress])).toEqual(
    actions.map(([, , action, lead, , progress]) => [action, lead, progress]),
  );
});

test("an action's reference that goes on from its finding's is the entry's", async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${paper((ref, action) => `<p><b>Action ${ref}:</b> ${action}</p>`)}`,
  );
  expect(entries.map(({ ref, theme }) => [ref, theme])).toEqual(['B2a', 'B2b', 'B3a', 'B3b'].map((ref) => [ref, null]));
});

test('lines that begin with a day in numbers are updates, though no sign stands behind it', async () => {
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1><table>
    <tr><th>Ref</th><th>Area for improvement</th><th>Action</th><th>Latest update</th></tr>
    <tr><td>1</td><td>The service should test its hoses.</td><td>Buy a rig</td><td>05/03/2026 Two rigs bought. 09/12/2025 All five were tried.</td></tr>
    <tr><td>2</td><td>The service should read its maps.</td><td>Buy maps</td><td>03/02/2026 No change.</td></tr></table>`);
  expect(entries.map(({ progress, updates }) => [progress, updates])).toEqual([
    [
      null,
      [
        { period: '05/03/2026', text: 'Two rigs bought.' },
        { period: '09/12/2025', text: 'All five were tried.' },
      ],
    ],
    [null, [{ period: '03/02/2026', text: 'No change.' }]],
  ]);
});
