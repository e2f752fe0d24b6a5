import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const hoses = 'The service should test its hoses each year.';
const maps = 'The service should keep its maps up to date.';
const read = async (body: string) => (await readHtml(`<h1>Improvement plan</h1>${body}`)).entries;

test('tables within the cells of a table: a row for each of their rows, the header that all have given once', async () => {
  const inner = (...rows: readonly (readonly string[])[]) =>
    `<td>${htmlTable([['Action', 'Lead', 'Due'], ...rows])}</td>`;
  const entries = await read(
    htmlTable([
      ['Area for improvement', 'What we are doing', 'Status'],
      [
        hoses,
        inner(['Buy a rig', 'Head of Hoses', 'May 2025'], ['Train testers', 'Head of Skills', 'June 2025']),
        'On track',
      ],
      [maps, inner(['Print the maps', 'Head of Maps', 'July 2025']), 'Complete'],
    ]),
  );
  expect(
    entries.map(({ finding, action, lead, timescale, status }) => [finding, action, lead, timescale?.raw, status?.raw]),
  ).toEqual([
    [hoses, 'Buy a rig', 'Head of Hoses', 'May 2025', 'On track'],
    [hoses, 'Train testers', 'Head of Skills', 'June 2025', 'On track'],
    [maps, 'Print the maps', 'Head of Maps', 'July 2025', 'Complete'],
  ]);
});

test('a numbered list in a cell, each of whose items has labels of its own, is a row for each item', async () => {
  const item = (number: number, action: string, lead: string, due: string) =>
    `<p>${number}. ${action}</p><p>Led by: ${lead}</p><p>Finish by: ${due}</p>`;
  const entries = await read(
    htmlTable([
      ['Area for improvement', 'Actions'],
      [
        hoses,
        `<td>${item(1, 'Buy a rig', 'Head of Hoses', 'May 2025')}${item(2, 'Train testers', 'Head of Skills', 'June 2025')}</td>`,
      ],
      [maps, `<td>${item(1, 'Print the maps', 'Head of Maps', 'July 2025')}</td>`],
    ]),
  );
  expect(entries.map(({ finding, action, lead, timescale }) => [finding, action, lead, timescale?.raw])).toEqual([
    [hoses, 'Buy a rig', 'Head of Hoses', 'May 2025'],
    [hoses, 'Train testers', 'Head of Skills', 'June 2025'],
    [maps, 'Print the maps', 'Head of Maps', 'July 2025'],
  ]);
});

test.each([
  ['progress numbered as the actions are, one entry for each', '(1) A rig was bought.<br>(2) Six were trained.', 2],
  ['progress that tells of all actions at once, one entry', 'A rig was bought and six testers were trained in May.', 1],
])('actions numbered in a cell: %s', async (_, progress, count) => {
  const entries = await read(
    htmlTable([
      ['Area for improvement', 'Actions', 'Progress', 'Lead'],
      [hoses, '<td>(1) Buy a rig<br>(2) Train testers</td>', `<td>${progress}</td>`, 'Head of Hoses'],
    ]),
  );
  expect(entries).toHaveLength(count);
  expect(entries[0]?.action).toContain('Buy a rig');
  expect(entries.every(({ lead }) => lead === 'Head of Hoses')).toBe(true);
});
