import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const pair = (label: string, value: string) => `<tr><th>${label}</th><td colspan="4">${value}</td></tr>`;
const facts = (due: string, status: string, percent: string) =>
  `<tr><th>Due date</th><td>${due}</td><th>Status / % complete</th><td>${status}</td><td>${percent}</td></tr>`;
const form = (id: string, finding: string, owner: string, ...actions: readonly (readonly [string, string, string])[]) =>
  `<table>${pair('Record ID', id)}${pair('Recommendation', finding)}${pair('Responsible owner', owner)}${actions
    .map(
      ([action, status, percent], index) =>
        pair(`Action ${index + 1}`, action) +
        pair('Latest update', `${action} was begun.`) +
        facts('31/10/2025', status, percent),
    )
    .join('')}</table>`;

test('the head of a form holds for each action in it, and two values share a label of two names', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS recommendations register</h1>${form('REC/01', 'The service should test its hoses each year.', 'Head of Fleet', ['Buying a rig', 'In progress', '80%'], ['Training of testers', 'Complete', '100%'])}${form('REC/02', 'The service should keep its maps up to date.', 'Head of Maps', ['Printing of maps', 'Overdue', '65%'])}`,
  );
  expect(
    entries.map(({ ref, finding, action, lead, status, percent }) => [
      ref,
      finding,
      action,
      lead,
      status?.value,
      percent,
    ]),
  ).toEqual([
    ['REC/01', 'The service should test its hoses each year.', 'Buying a rig', 'Head of Fleet', 'in_progress', 80],
    ['REC/01', 'The service should test its hoses each year.', 'Training of testers', 'Head of Fleet', 'complete', 100],
    ['REC/02', 'The service should keep its maps up to date.', 'Printing of maps', 'Head of Maps', 'delayed', 65],
  ]);
});
