import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

test('facts in brackets end what a reference began a paragraph before', async () => {
  const action = (ref: string, words: string, told: string, facts: string) =>
    `<p>${ref} ${words}</p><p>${told} [${facts}]</p>`;
  const { entries } = await readHtml(
    `<h1>Action plan following the HMICFRS inspection</h1><h2>Finding 1</h2><p><b>The service should make sure that there are enough staff in its control room.</b></p>${action('1(a)', 'Recruit to a bank of call handlers', 'Six people have been taken on.', 'Control Manager; 31 January 2023; on track')}${action('1(b)', 'Agree overflow calls', 'Signed on Bonfire Night.', 'Control Manager; 4 November 2022; done')}<h2>Finding 2</h2><p><b>The service should make sure that it talks to its staff.</b></p>${action('2(a)', 'Hold forums twice a year', 'The first forum had 57 people at it.', 'Communications Officer; Ongoing; continuing')}${action('2(b)', 'Print a bulletin', 'Hoods are on all 26 vans.', 'Equipment Officer; 30 September 2022; done')}<h2>Recommendation</h2><p>That the Committee considers the plan.</p>`,
  );
  expect(
    entries.map(({ ref, action: words, progress, lead, status }) => [ref, words, progress, lead, status?.raw]),
  ).toEqual([
    ['1(a)', 'Recruit to a bank of call handlers', 'Six people have been taken on.', 'Control Manager', 'on track'],
    ['1(b)', 'Agree overflow calls', 'Signed on Bonfire Night.', 'Control Manager', 'done'],
    [
      '2(a)',
      'Hold forums twice a year',
      'The first forum had 57 people at it.',
      'Communications Officer',
      'continuing',
    ],
    ['2(b)', 'Print a bulletin', 'Hoods are on all 26 vans.', 'Equipment Officer', 'done'],
  ]);
});

const form = (heading: string, title: string, status: string) =>
  `${heading}<h3>${title}</h3><ul><li><b>Progress:</b> ${title.length} crews have been told of it so far.</li><li><b>Status:</b> ${status}</li><li><b>Owner:</b> Head of People</li></ul>`;

test('numbers that go on from the reference of a cause name what is done about it', async () => {
  const { entries } = await readHtml(
    `<h1>Cause of Concern Action Plan</h1>${form('<h2>Cause of concern 1: Culture</h2><p>The service has not shown that it improves its culture.</p>', '1.1 Put in place a code of conduct', 'Complete')}${form('', '1.2 Set up a listening line', 'In progress')}${form('<h2>Cause of concern 2: Discipline</h2><p>The service does not deal with cases quickly.</p>', '2.1 Bring open cases down', 'At risk')}`,
  );
  expect(entries.map(({ ref, action, theme }) => [ref, action, theme])).toEqual([
    ['1.1', 'Put in place a code of conduct', 'Culture'],
    ['1.2', 'Set up a listening line', 'Culture'],
    ['2.1', 'Bring open cases down', 'Discipline'],
  ]);
});

test('a kind of finding and its topic in the title of a section give both, and its number is no reference', async () => {
  const part = (title: string, finding: string, action: string) =>
    `<h2>${title}</h2><p>The Inspectorate found: ${finding}</p><p>Action: ${action} Progress: Done in ${action.length} places. Officer: Head of Prevention. Target: 31 January 2022.</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${part('2. Cause of concern: prevention', 'The service does not give prevention enough weight.', 'appoint two officers.')}${part('3. Area for improvement: IT', 'The service should make best use of its technology.', 'replace the paper books.')}`,
  );
  expect(entries.map(({ ref, kind, theme }) => [ref, kind, theme])).toEqual([
    [null, 'cause_of_concern', 'prevention'],
    [null, 'area_for_improvement', 'IT'],
  ]);
});
