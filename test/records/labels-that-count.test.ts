import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const step = (label: string, action: string, told: string, position: string) =>
  `<tr><td>${label}</td><td>${action}</td></tr><tr><td>Latest</td><td>${told}</td></tr><tr><td>Position</td><td>${position}</td></tr>`;
const form = (ref: string, outcome: string, ...steps: readonly string[]) =>
  `<h3>${ref}</h3><table><tr><td>Outcome</td><td>${outcome}</td></tr>${steps.join('')}</table>`;

test.each([
  ['Step 1', 'Step 2'],
  ['Our pledge (1 of 2)', 'Our pledge (2 of 2)'],
])('labels that count the actions of a form are one label: %s', async (first, second) => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${form('AFI-A', 'The service should test its hoses.', step(first, 'Buy a rig', 'It was ordered.', 'On track'), step(second, 'Train two testers', 'One was trained.', 'Delayed'))}${form('AFI-B', 'The service should keep its maps.', step(first, 'Walk each street', 'Half were walked.', 'On track'), step(second, 'Draw a map', 'It was drawn.', 'Complete'))}`,
  );
  expect(entries.map(({ finding, action, progress, status }) => [finding, action, progress, status?.value])).toEqual([
    ['The service should test its hoses.', 'Buy a rig', 'It was ordered.', 'in_progress'],
    ['The service should test its hoses.', 'Train two testers', 'One was trained.', 'delayed'],
    ['The service should keep its maps.', 'Walk each street', 'Half were walked.', 'in_progress'],
    ['The service should keep its maps.', 'Draw a map', 'It was drawn.', 'complete'],
  ]);
});
