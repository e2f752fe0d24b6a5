import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const finding = 'The service should make sure it tests its plans.';

test('finding blocks: labels above, actions, and a lead below that holds for all of them', async () => {
  const table = `<table><tr><td><b>Area for Improvement</b></td><td colspan="2">${finding}</td></tr><tr><td><b>Summary Finding</b></td><td colspan="2">Plans are old.</td></tr><tr><th>MFRS Action Proposed</th><th>Progress To Date</th><th>Target Date</th></tr><tr><td>a. Write a plan</td><td>Drafted.</td><td>Mar 2021</td></tr><tr><td>b. Test the plan</td><td>One exercise was held.</td><td>Complete</td></tr><tr><td><b>Strategic lead</b></td><td colspan="2">Head of Community Risk and Training</td></tr></table>`;
  const { entries } = await readHtml(
    `<h1>Plan</h1><h2>Effectiveness – ES1.1</h2>${table}<h2>People – P1.8</h2>${table}`,
  );
  expect(entries).toHaveLength(4);
  expect(entries[0]).toMatchObject({
    ref: 'ES1.1',
    pillar: 'effectiveness',
    finding,
    summary: 'Plans are old.',
    action: 'a. Write a plan',
    lead: 'Head of Community Risk and Training',
  });
  expect(entries[3]).toMatchObject({
    ref: 'P1.8',
    pillar: 'people',
    action: 'b. Test the plan',
    status: { value: 'complete' },
    timescale: null,
  });
});

test('cards: labels and values in two columns, or side by side in four', async () => {
  const two = htmlTable(
    [
      ['Recommendation', finding],
      ['Owner', 'Head of Risk'],
      ['Target date', '31.12.23'],
      ['Status', 'Complete'],
      ['Evidence held', 'Minutes'],
    ],
    false,
  );
  const four = htmlTable(
    [
      [`<td>Finding</td><td colspan="3">${finding}</td>`],
      ['Owner', 'Head of Risk', 'Target date', 'March 2024'],
      ['Status', 'On track', 'Evidence held', 'Minutes'],
    ],
    false,
  );
  const { entries } = await readHtml(`<h1>Cards</h1><h2>IMP-01 Planning</h2>${two}<h2>IMP-02 Testing</h2>${four}`);
  expect(entries).toMatchObject([
    {
      ref: 'IMP-01',
      theme: 'Planning',
      finding,
      lead: 'Head of Risk',
      timescale: { end: '2023-12-31' },
      status: { value: 'complete' },
      extra: { 'Evidence held': 'Minutes' },
    },
    {
      ref: 'IMP-02',
      theme: 'Testing',
      finding,
      lead: 'Head of Risk',
      timescale: { start: '2024-03-01' },
      status: { value: 'in_progress' },
    },
  ]);
});

test('sections: headings repeated per finding', async () => {
  const item = (text: string, status: string) =>
    `<h3>Area for improvement</h3><p>${text}</p><h4>Action we have taken</h4><p>Plans were rewritten.</p><p>Crews were told.</p><h4>Status</h4><p>${status}</p>`;
  const { entries, issues } = await readHtml(
    `<h1>Our response</h1><h2>Areas for improvement</h2>${item(finding, 'Complete')}${item('The service should share risk information.', 'Behind schedule')}<p>Page last updated: 14 May 2025</p>`,
  );
  expect(entries).toMatchObject([
    {
      finding,
      progress: 'Plans were rewritten.\nCrews were told.',
      status: { value: 'complete' },
      kind: 'area_for_improvement',
    },
    { finding: 'The service should share risk information.', status: { value: 'delayed' } },
  ]);
  expect(issues.filter(({ code }) => code === 'layout/text-not-placed').map(({ message }) => message)).toEqual([
    expect.stringContaining('Page last updated'),
  ]);
});

test('sections: labels inside the text, and the same word over what was done and over a status', async () => {
  const item = (number: number, done: string, status: string) =>
    `<h2>Recommendation ${number}</h2><p><b>Recommendation ${number}:</b> By 1 June 2023, chief fire officers should act.</p><p><b>MFRS action:</b> ${done}</p><p><b>Action:</b> ${status}</p>`;
  const { entries } = await readHtml(
    `<h1>Values and culture</h1>${item(9, 'A new process was introduced and staff have been checked.', 'Completed')}${item(12, 'A tracker has been set up in the People team.', 'In Progress')}`,
  );
  expect(entries).toMatchObject([
    {
      ref: 'Recommendation 9',
      finding: 'By 1 June 2023, chief fire officers should act.',
      action: null,
      status: { value: 'complete' },
    },
    {
      ref: 'Recommendation 12',
      progress: 'A tracker has been set up in the People team.',
      status: { value: 'in_progress' },
    },
  ]);
});

test('narrative: bullets by theme, what is left to deliver, and what is rolled into business as usual', async () => {
  const { entries, statements, plans } = await readHtml(
    '<h2>BACKGROUND</h2><p>An inspection took place.</p><h3>RESPONSE IMPROVEMENT PLAN PROGRESS UPDATE – MAY 2022</h3><p>All activities in the plan have been delivered except for one.</p><p>The key areas left to deliver are:</p><ul><li>Publish the crewing standard (this is being written with two neighbouring services and awaits their approval)</li></ul><p>It is proposed that this is rolled into business as usual and to close the Response Improvement Plan.</p><h3>Culture Improvement Plan progress update – May 2022</h3><p>A summary of progress is below.</p><ul><li>Mentoring - The pilot has begun with four pairs.</li></ul><h4>Strong leaders</h4><p>A talent pool was launched in March.</p><h2>FINANCIAL IMPLICATIONS</h2><p>None.</p>',
  );
  expect(entries).toMatchObject([
    {
      plan: 'RESPONSE IMPROVEMENT PLAN',
      action: 'Publish the crewing standard',
      progress: expect.stringContaining('two neighbouring services'),
      status: { raw: expect.stringContaining('rolled into business as usual'), value: 'closed' },
    },
    { plan: 'Culture Improvement Plan', theme: 'Mentoring', progress: 'The pilot has begun with four pairs.' },
    { plan: 'Culture Improvement Plan', theme: 'Strong leaders', progress: 'A talent pool was launched in March.' },
  ]);
  expect(statements.map(({ kind, plan }) => [kind, plan])).toEqual([
    ['rest_complete', 'RESPONSE IMPROVEMENT PLAN'],
    ['plan_closed', 'RESPONSE IMPROVEMENT PLAN'],
  ]);
  expect(plans).toEqual([
    { name: 'RESPONSE IMPROVEMENT PLAN', asAt: '2022-05', state: 'closed' },
    { name: 'Culture Improvement Plan', asAt: '2022-05', state: 'open' },
  ]);
});

test('prose on a plan whose table is in the paper is named and not read twice', async () => {
  const table = htmlTable([
    ['Recommendation', 'Progress to date', 'Status'],
    [finding, 'Two exercises have been run.', 'On track'],
  ]);
  const { entries, issues } = await readHtml(
    `<h1>Prevention Improvement Plan</h1><p>Highlights of the period:</p><ul><li>Two exercises run</li><li>A new lead appointed</li></ul><h2>Appendix 1</h2>${table}`,
  );
  expect(entries).toHaveLength(1);
  expect(issues.map(({ code }) => code)).toContain('layout/prose-beside-table');
});

test('counts that a paper claims of itself are read', async () => {
  const { statements } = await readHtml(
    `<h1>Action Plan</h1><p>14 of 22 actions are complete.</p><ul><li>Open - Actions on track: 7</li></ul>${htmlTable([
      ['Action', 'Status'],
      ['Write a plan', 'Complete'],
    ])}`,
  );
  expect(statements).toMatchObject([
    { kind: 'count', count: 14, total: 22, status: 'complete' },
    { kind: 'count', count: 7, total: null, status: 'in_progress' },
  ]);
});

test('sections: a heading that is not in the vocabulary but repeats from item to item is a label', async () => {
  const item = (text: string) =>
    `<h2>Prevention</h2><h3>What HMICFRS said</h3><p>${text}</p><h3>Voices of partners</h3><p>They agree.</p><h3>What we'll do next</h3><p>Report to the board.</p><h3>Target completion</h3><p>June 2025</p>`;
  const { entries } = await readHtml(
    `<h1>Our response</h1>${item(finding)}${item('The service should share risk information.')}`,
  );
  expect(entries).toMatchObject([
    {
      finding,
      future: 'Report to the board.',
      timescale: { start: '2025-06-01' },
      extra: { 'Voices of partners': 'They agree.' },
    },
    { finding: 'The service should share risk information.', future: 'Report to the board.' },
  ]);
});

test('a finding with its reference in the line above a table belongs to the table’s actions', async () => {
  const table = htmlTable([
    ['Action', 'Responsible', 'Status'],
    ['Refresh the risk profile', 'Head of Planning', 'On track'],
  ]);
  const { entries } = await readHtml(`<h1>Plan</h1><h2>People</h2><p><b>AFI 1.1</b> ${finding}</p>${table}`);
  expect(entries).toMatchObject([{ ref: 'AFI 1.1', finding, pillar: 'people', action: 'Refresh the risk profile' }]);
});

test('narrative: a consultation that closed, or a plan to be closed, closes no action that is left', async () => {
  const { entries } = await readHtml(
    '<h2>Response Improvement Plan update - May 2022</h2><p>The areas left to deliver are:</p><ul><li>Publish the crewing standard</li></ul><p>A consultation on it closed in May. It is recommended that the plan is closed.</p>',
  );
  expect(entries).toMatchObject([{ action: 'Publish the crewing standard', status: { value: 'outstanding' } }]);
});
