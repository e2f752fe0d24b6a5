import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const rows = [
  ['X1', 'The service should test its hoses each year.', 'Buy a rig', 'Beached'],
  ['X2', 'The service should use its maps better.', 'Draw a map', 'Sailing'],
  ['X3', 'The service should tell staff how it decides on leave.', 'Write it down', 'Aground'],
  ['X4', 'The service should charge fairly for its boats.', 'Compare fees', 'In dock'],
];
const paper = (key: string) =>
  `<h1>HMICFRS improvement plan</h1>${key}${htmlTable([['Ref', 'Area for improvement', 'Action', 'State'], ...rows])}`;

test.each([
  [
    'sentences with commas',
    '<p>State: Beached, finished and signed off. Sailing, will be complete by the date. Aground, will not be complete by the date. In dock, work has not begun.</p>',
  ],
  [
    'words in bold that mean',
    '<p>We use four words. <b>Beached</b> means that it is finished. <b>Sailing</b> means that we expect to meet the date. <b>Aground</b> means that we expect to miss the date. <b>In dock</b> means that nobody has begun: not started.</p>',
  ],
  [
    'a table of phases below the plan',
    htmlTable(
      [
        ['Beached', 'The step has been completed.'],
        ['Sailing', 'The step is expected to close by its date.'],
        ['Aground', 'The step will not be finished on time; it is delayed.'],
        ['In dock', 'The step has not been started.'],
      ],
      false,
    ),
  ],
  [
    'a line that says it is a key',
    '<p>Key to states: Beached Complete and accepted Sailing On plan Aground Behind plan In dock Not started</p>',
  ],
])("a paper's own words for a status are what it says they mean: %s", async (_, key) => {
  const { entries } = await readHtml(paper(key));
  expect(entries.map(({ status }) => [status?.raw, status?.value])).toEqual([
    ['Beached', 'complete'],
    ['Sailing', 'in_progress'],
    ['Aground', 'delayed'],
    ['In dock', 'not_started'],
  ]);
});

test('words that nothing explains stay as they are printed', async () => {
  const { entries } = await readHtml(
    paper('<p>The plan is kept by the Fleet Manager, and Beached is a word of his.</p>'),
  );
  expect(entries.map(({ status }) => status?.value ?? null)).toEqual([null, null, null, null]);
});

test('columns that each name a period are headers, and a title with the reference of one record is none', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${htmlTable([
      ['Item', 'HMICFRS wording', 'Position: June 2025', 'Position: September 2025', 'Deliver by'],
      ['X1', 'The service should test its hoses each year.', 'One rig bought.', 'Two rigs bought.', '31/03/2026'],
      ['X2', 'The service should use its maps better.', 'No map drawn.', 'One map drawn.', '30/04/2026'],
    ])}`,
  );
  expect(entries.map(({ ref, updates }) => [ref, updates.map(({ text }) => text)])).toEqual([
    ['X1', ['One rig bought.', 'Two rigs bought.']],
    ['X2', ['No map drawn.', 'One map drawn.']],
  ]);
});
