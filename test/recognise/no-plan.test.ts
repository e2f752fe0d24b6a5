import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const entries = async (body: string) => (await readHtml(body)).entries;

test('minutes say what was said of a plan, and hold none', async () => {
  const item = '<h2>Inspection improvement plan</h2><ul><li>Hoses were bought in April.</li></ul>';
  expect(await entries(`<h2>Minutes of the Audit Panel, 4 May 2025</h2><p>Present: five members.</p>${item}`)).toEqual(
    [],
  );
  expect(await entries(`<h2>Audit Panel, 4 May 2025</h2>${item}`)).toHaveLength(1);
});

test('the plan of a program or a town is none of a service’s', async () => {
  const steps = '<ul><li>Start a branch for the work.</li><li>Give each gauge a reader.</li></ul>';
  expect(await entries(`<h2>Implementation plan</h2>${steps}`)).toEqual([]);
  expect(await entries(`<p>Larkwater Fire Brigade</p><h2>Implementation plan</h2>${steps}`)).toHaveLength(2);
});

test('a notice has an action and a summary too', async () => {
  const notices = ['Buoys', 'Locks'].map(
    (topic) => `<h3>${topic}</h3><p>Action: A rule is proposed.</p><p>Summary: It moves three of them.</p>`,
  );
  expect(await entries(`<h1>Notices</h1>${notices.join('')}`)).toEqual([]);
});

test('a grid that only marks the months of the plan’s actions gives none, a plan by quarters does', async () => {
  const plan = htmlTable([
    ['Ref', 'Action', 'Progress', 'Status'],
    ['AFI 1', 'Buy a hose tester', 'It was ordered.', 'On track'],
    ['AFI 2', 'Walk all hydrant rounds', 'Two are walked.', 'Delayed'],
  ]);
  const grid = (marks: readonly string[]) =>
    htmlTable([
      ['Ref', 'Action', 'Apr 25', 'May 25', 'Jun 25'],
      ['AFI 1', 'Buy a hose tester', ...marks],
      ['AFI 2', 'Walk all hydrant rounds', '', ...marks.slice(1)],
    ]);
  expect(await entries(`${plan}<h2>Milestones</h2>${grid(['◆', '', '◆'])}`)).toHaveLength(2);
  expect(await entries(grid(['Two walked', 'Three walked', 'Four walked']))).toHaveLength(2);
});

test('guidance on how to write a plan is none; the actions of a meeting are not a plan’s', async () => {
  const columns = htmlTable([
    ['Column', 'What to enter'],
    ['Area for improvement', 'Copy the words of the report.'],
    ['Action', 'Say what the service will do.'],
  ]);
  expect(await entries(`<h1>How to fill in the action plan</h1>${columns}`)).toEqual([]);
  const log = htmlTable([
    ['Action', 'Owner', 'Due'],
    ['Book the room', 'A. Person', '10 June 2025'],
  ]);
  expect(await entries(`<h1>Minutes of the Board</h1><p>Present: A. Person</p>${log}`)).toEqual([]);
  expect(await entries(`<h1>Action plan</h1>${log}`)).toHaveLength(1);
});

test('guidance on keeping a plan is none, wherever in its title it says so', async () => {
  const columns = htmlTable([
    ['Column', 'What to write'],
    ['Ref', 'The number that we gave the action.'],
    ['Area for improvement', 'The words of HMICFRS. Do not shorten them.'],
    ['Action', 'What you will do, starting with a verb.'],
    ['Progress', 'What has changed since last month.'],
    ['Lead', 'One person by role.'],
  ]);
  expect(await entries(`<h1>Keeping the HMICFRS tracker: guidance for action owners</h1>${columns}`)).toEqual([]);
  const plan = htmlTable([
    ['Area for improvement', 'Action', 'Progress'],
    ['The service should test its hoses.', 'Buy a rig', 'It was ordered.'],
    ['The service should keep its maps up to date.', 'Print the maps', 'Half are printed.'],
  ]);
  expect(await entries(`<h1>HMICFRS improvement plan: notes on progress</h1>${plan}`)).toHaveLength(2);
});

test('what is on, day by day below the title of a plan, is a calendar', async () => {
  const month = (name: string) => `<h3>${name}</h3><ul><li>Open day at the quay (Area Manager, Risk)</li></ul>`;
  const months = ['June 2025', 'July 2025', 'August 2025'];
  expect(await entries(`<h1>HMICFRS improvement plan</h1>${months.map(month).join('')}`)).toEqual([]);
  const themed = ['Hydrants', 'Fleet', 'August 2025'].map(month).join('');
  expect(await entries(`<h1>HMICFRS improvement plan</h1>${themed}`)).toHaveLength(3);
});
