import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const action = (words: string, who: string, going: string) =>
  `<p>${words}</p><p>Who: ${who}</p><p>Status: ${going}</p>`;
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

test('actions in cells below dates are due by then, each with its own facts', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement matrix</h1><table><tr><th>Finding</th><th>By June 2026</th><th>By March 2027</th></tr>${row(
      'The service should test its hoses.',
      action('Buy a rig', 'Head of Hoses', 'Complete'),
      action('Test each hose', 'Hose Officer', 'On track') + action('Print a label', 'Print Manager', 'Not started'),
    )}${row('The service should keep its maps.', '', action('Walk each site', 'Maps Officer', 'Delayed'))}</table>`,
  );
  expect(
    entries.map(({ finding, action: done, timescale, lead, status }) => [
      finding,
      done,
      timescale?.start,
      lead,
      status?.value,
    ]),
  ).toEqual([
    ['The service should test its hoses.', 'Buy a rig', '2026-06-01', 'Head of Hoses', 'complete'],
    ['The service should test its hoses.', 'Test each hose', '2027-03-01', 'Hose Officer', 'in_progress'],
    ['The service should test its hoses.', 'Print a label', '2027-03-01', 'Print Manager', 'not_started'],
    ['The service should keep its maps.', 'Walk each site', '2027-03-01', 'Maps Officer', 'delayed'],
  ]);
});
