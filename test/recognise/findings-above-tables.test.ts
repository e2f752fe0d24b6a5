import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const finding = 'The service should make sure that it tests its plans for large incidents.';
const table = htmlTable([
  ['Action', 'Lead', 'Target date', 'Progress'],
  ['Hold a live exercise', 'Head of Response', 'June 2024', 'A site has been found.'],
  ['Write up what was learnt', 'Training Manager', 'July 2024', 'Not yet begun.'],
]);

test.each(['Actions', 'Our actions', 'Action plan'])(
  'a title "%s" between a finding and its table leaves them together',
  async (title) => {
    const { entries } = await readHtml(
      `<h2>Responding to incidents</h2><p><b>Area for improvement</b></p><p>${finding}</p><p><b>${title}</b></p>${table}`,
    );
    expect(entries.map((entry) => entry.finding)).toEqual([finding, finding]);
  },
);

test('what the service should do is told where no entry has it', async () => {
  const other = 'The service should make sure that its hydrants work.';
  const { entries, issues } = await readHtml(
    `<h2>Improvement plan</h2><h3>Hydrants</h3><p>${other}</p><h3>Exercises</h3><p><b>Area for improvement</b></p><p>${finding}</p>${table}`,
  );
  expect(entries.map((entry) => entry.finding)).toEqual([finding, finding]);
  expect(issues.filter(({ message }) => message.includes(other)).map(({ code }) => code)).toEqual([
    'layout/text-not-placed',
  ]);
});
