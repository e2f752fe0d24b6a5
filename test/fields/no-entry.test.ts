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

test('a row that names the columns once more is no entry', async () => {
  const table = htmlTable([
    head,
    row('A1', 'Buy a rig'),
    ['', '', 'Action', 'Progress', 'Status'],
    row('A2', 'Train testers'),
  ]);
  expect(await actionsOf(table)).toEqual(['Buy a rig', 'Train testers']);
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
