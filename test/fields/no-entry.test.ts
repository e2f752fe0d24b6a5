import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const head = ['Ref', 'Area for improvement', 'Action', 'Progress', 'Status'];
const row = (ref: string, action: string) => [
  ref,
  'The service should test its hoses.',
  action,
  'Begun in May.',
  'On track',
];
const actionsOf = async (body: string) =>
  (await readHtml(`<h1>HMICFRS action plan</h1>${body}`)).entries.map(({ action }) => action);

test('a row that counts all rows is no entry', async () => {
  const table = htmlTable([head, row('A1', 'Buy a rig'), row('A2', 'Train testers'), ['', '', 'All tasks: 2', '', '']]);
  expect(await actionsOf(table)).toEqual(['Buy a rig', 'Train testers']);
});

test('a row that names the columns beside a finding is no entry', async () => {
  const finding = (text: string, ...actions: readonly string[]) =>
    `<tr><td rowspan="${actions.length + 1}">${text}</td><td>Action</td><td>Progress</td><td>Status</td></tr>${actions
      .map((action) => `<tr><td>${action}</td><td>Begun in the month of May by two crews.</td><td>On track</td></tr>`)
      .join('')}`;
  const table = `<table><tr><th>Area for improvement</th><th colspan="3">What we are doing</th></tr>${finding('The service should test its hoses each year.', 'Buy a rig', 'Train testers')}${finding('The service should keep its maps up to date.', 'Print the maps')}</table>`;
  expect(await actionsOf(table)).toEqual(['Buy a rig', 'Train testers', 'Print the maps']);
});

test('a table under the heading of an impact assessment is no plan', async () => {
  const plan = htmlTable([head, row('A1', 'Buy a rig'), row('A2', 'Train testers')]);
  const screening = htmlTable([
    ['Question', 'Yes or no', 'Who is affected'],
    ['Does the action plan affect older people?', 'Yes', 'People who live alone (AFI 1)'],
  ]);
  expect(
    await actionsOf(
      `<h2>Appendix A – Action plan</h2>${plan}<h2>Appendix B – Equality impact: screening</h2>${screening}`,
    ),
  ).toEqual(['Buy a rig', 'Train testers']);
});
