import { describe, expect, test } from 'vitest';
import { isPeriod, labelField } from '../../parsers/recognise/labels.ts';
import { planName } from '../../parsers/recognise/plan-name.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

const finding = 'The service should make sure it tests its plans.';
const read = async (rows: readonly (readonly string[])[]) =>
  (await readHtml(`<h1>Plan</h1>${htmlTable(rows)}`)).entries;

describe('the status that opens the progress', () => {
  const withProgress = (progress: string) =>
    read([
      ['Ref', 'Area for improvement', 'Lead', 'Progress'],
      ['1', finding, 'Head of Risk', progress],
      ['2', 'The service should train its staff in the plan.', 'Head of Risk', 'Training was given to all in May.'],
    ]);

  test.each([
    ['Complete – all plans have been tested.', 'complete'],
    ['On track: two of five plans have been tested.', 'in_progress'],
    ['Delayed. The contract was not signed.', 'delayed'],
    ['Two plans were tested. This area for improvement is now complete.', 'complete'],
  ])('%s', async (progress, value) => {
    const [entry] = await withProgress(progress);
    expect(entry).toMatchObject({ progress, status: { value } });
  });

  test.each(['Completed reviews have been sent to all.', 'Started in May with a review.', 'Open days were held.'])(
    'none in: %s',
    async (progress) => {
      const [entry] = await withProgress(progress);
      expect(entry).toMatchObject({ progress, status: null });
    },
  );
});

test('of two leads the one of the action; the other is kept', async () => {
  const [entry] = await read([
    ['AFI', 'Executive sponsor', 'Action', 'Action owner', 'Due date'],
    [finding, 'Director of Finance', 'Test the plan', 'Risk Manager', 'May 2024'],
  ]);
  expect(entry).toMatchObject({ lead: 'Risk Manager', extra: { 'Executive sponsor': 'Director of Finance' } });
});

test('the original date where no revised one is given', async () => {
  const entries = await read([
    ['AFI', 'Action', 'Original due date', 'Revised due date'],
    [finding, 'Test the plan', '31/05/2024', ''],
    [finding, 'Print the plan', '31/05/2024', '30/09/2024'],
    [finding, 'Share the plan', '30/06/2024', 'N/A'],
  ]);
  expect(entries.map(({ timescale }) => timescale?.end)).toEqual(['2024-05-31', '2024-09-30', '2024-06-30']);
});

test('a finding above is not that of a row with another recommendation of its own', async () => {
  const entries = await read([
    ['Ref', 'Recommendation', 'Action', 'Status'],
    ['Rec 1', finding, 'Test the plan', 'Complete'],
    ['Rec 2', '', 'Train the staff', 'In progress'],
  ]);
  expect(entries.map((entry) => entry.finding)).toEqual([finding, null]);
});

test('an outline: a finding in the column of the actions heads them and is no action', async () => {
  const entries = await read([
    ['WBS', 'Task name', 'Resource', 'Finish', '% complete'],
    ['1', finding, 'ACFO', '31/12/2024', '50%'],
    ['1.1', 'Write a test', 'Risk Manager', '30/06/2024', '100%'],
    ['1.2', 'Run the test', 'Risk Manager', '31/12/2024', '0%'],
  ]);
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({ ref: '1.1', finding, action: 'Write a test', extra: { Resource: 'ACFO' } });
});

test('of ratings by quarter the newest, whatever their order', async () => {
  const [entry] = await read([
    ['AFI', 'Action', 'Owner', 'RAG Q3', 'RAG Q2'],
    [finding, 'Test the plan', 'Risk Manager', 'Green', 'Red'],
  ]);
  expect(entry).toMatchObject({ rag: { value: 'green' }, extra: { 'RAG Q2': 'Red' } });
});

test('hashes for a value that its cell was too narrow for are an issue', async () => {
  const rows = [
    ['AFI', 'Action', 'Owner', 'Due date'],
    [finding, 'Test the plan', 'Risk Manager', '#######'],
    [finding, 'Print the plan', 'Risk Manager', '31/05/2024'],
  ];
  const { entries, issues } = await readHtml(`<h1>Plan</h1>${htmlTable(rows)}`);
  expect(entries[0]?.timescale).toBeNull();
  expect(issues.map(({ code }) => code)).toContain('layout/value-hidden');
});

test('headings: a status at the end, a status below, a section of the paper', async () => {
  const card = (heading: string, badge: string, text: string) =>
    `<h2>${heading}</h2>${badge}<h3>Area for improvement</h3><p>${text}</p><h3>What we have done</h3><p>We wrote a plan in May.</p>`;
  const { entries } = await readHtml(
    `<h1>Report</h1><h2>1. Background</h2><p>We were inspected.</p>${card('Plans', '<p>On track</p>', finding)}${card('Staff', '<p>Complete</p>', 'The service should train its staff.')}`,
  );
  expect(entries.map(({ theme, status, summary }) => [theme, status?.value, summary])).toEqual([
    ['Plans', 'in_progress', null],
    ['Staff', 'complete', null],
  ]);
});

test('a word broken by a narrow column still names it', () => {
  expect(labelField('BRA G')).toBe('rag');
  expect(labelField('Own er')).toBe('lead');
  expect(isPeriod('Where we are at September 2024')).toBe(true);
});

test('a plan is named without the service before it', () => {
  expect(planName('Downshire Police – PEEL action plan')).toBe('PEEL action plan');
  expect(planName('4. Progress under the Culture Improvement Plan')).toBe('Culture Improvement Plan');
  expect(planName('Part A: 2022 Improvement Plan – last report')).toBe('2022 Improvement Plan');
  expect(planName('Appendix 2 - Culture Action Plan: Recommendations')).toBe('Culture Action Plan');
  expect(planName('Action: Take a savings plan to the Authority')).toBeNull();
  expect(planName('Areas for Improvement Schedule')).toBe('Areas for Improvement Schedule');
  expect(planName('PEEL: progress against our improvement plan')).toBeNull();
  expect(planName('Annex: Downshire HMICFRS delivery plan')).toBe('Downshire HMICFRS delivery plan');
  expect(planName('Progress under the Culture and Inclusion Improvement Plan')).toBe(
    'Culture and Inclusion Improvement Plan',
  );
  expect(planName('Culture – improvement plan')).toBe('Culture – improvement plan');
});

test('labelled lines below a finding in its cell; a line that only looks like one stays', async () => {
  const { entries } = await readHtml(
    `<h1>Plan</h1><table><tr><th>Area for improvement</th><th>Progress</th></tr><tr><td><p>${finding}</p><p>Owner: Head of Risk</p><p>Due: May 2024</p></td><td><p>We wrote a plan.</p><p>Status: see the report of the board that met in May and in June.</p></td></tr></table>`,
  );
  expect(entries[0]).toMatchObject({ finding, lead: 'Head of Risk', timescale: { start: '2024-05-01' }, status: null });
  expect(entries[0]?.progress).toContain('Status: see the report');
});

test('coloured signs are ratings, arrows are kept', async () => {
  const [first, second] = await read([
    ['Area for improvement', 'Status', 'Trend', 'Update'],
    [finding, '🟢 On track', '↑', 'Two plans have been tested.'],
    ['The service should train its staff.', '🔴', '↓', 'No training was held.'],
  ]);
  expect(first).toMatchObject({ rag: { value: 'green' }, status: { value: 'in_progress' }, extra: { Trend: '↑' } });
  expect(second).toMatchObject({ rag: { value: 'red' }, status: null });
});

test('a bold sentence above a table is the finding of its actions, the bracket at their end their status', async () => {
  const table = htmlTable([
    ['What we will do (by whom)', 'Latest'],
    ['Write a plan (Complete)', 'It was written in May.'],
  ]);
  const { entries } = await readHtml(`<h1>Plan</h1><h2>Plans</h2><p><b>${finding}</b></p>${table}`);
  expect(entries[0]).toMatchObject({ finding, action: 'Write a plan (Complete)', status: { value: 'complete' } });
});

test("an inspector's report is no plan: what was found is not what was done", async () => {
  const { entries } = await readHtml(
    `<h1>An inspection of Downshire Police</h1><p><b>AFI 1:</b> The force should improve how it records crime.</p><p>We found that officers were late in 12 of 60 cases.</p><p>This means that victims wait.</p><p><b>AFI 2:</b> The force should tell victims of progress.</p><p>Inspectors spoke to 40 victims.</p>`,
  );
  expect(entries).toEqual([]);
});

test('a finding with what was found and what has been done below it, none of them labelled', async () => {
  const part = (ref: string) =>
    `<p><b>${ref}:</b> The force should improve how it records crime.</p><p>Inspectors saw that officers were late.</p><p>All officers have been trained.</p>`;
  const { entries } = await readHtml(`<h1>Update</h1>${part('AFI 1')}${part('AFI 2')}`);
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({
    summary: 'Inspectors saw that officers were late.',
    progress: 'All officers have been trained.',
  });
});

test("a report's own recommendation is no finding", async () => {
  const table = htmlTable([
    ['Task name', 'Resource', 'Finish', 'Budget'],
    ['Buy engines', 'Fleet', '31/03/2025', '£400k'],
  ]);
  const { entries } = await readHtml(
    `<h1>Budget</h1><h2>Recommendations</h2><p>Members are asked to note the report.</p>${table}`,
  );
  expect(entries).toEqual([]);
});

test('a pillar set larger than the title of its plan is a part of that plan', async () => {
  const table = htmlTable([
    ['Area for improvement', 'Action', 'Owner'],
    [finding, 'Test the plan', 'Risk Manager'],
  ]);
  const { entries } = await readHtml(
    `<h1>Report</h1><h4>Inspection action plan: position in May</h4><h3>Effectiveness</h3>${table}<h3>People</h3>${table}`,
  );
  expect(entries).toMatchObject([
    { plan: 'Inspection action plan', pillar: 'effectiveness' },
    { plan: 'Inspection action plan', pillar: 'people' },
  ]);
});

test('a paper that reports on a plan of which nothing could be read is read in part; a letter that only asks is not', async () => {
  const asks = [finding, 'The service should train its staff.', 'The service should share its plans.'];
  const list = `<ul>${asks.map((text) => `<li>${text}</li>`).join('')}</ul>`;
  const letter = await readHtml(`<h1>Letter from the inspectorate</h1><p>We found the following.</p>${list}`);
  expect(letter.paper.outcome).toBe('ok');
  expect(letter.issues.map(({ code }) => code)).toContain('layout/no-entries');
  const unread = await readHtml(
    `<h1>Response</h1>${list}<table><tr><td>Lead officers</td></tr><tr><td>Deadlines</td></tr><tr><td>See the annex.</td></tr></table>`,
  );
  expect(unread.entries).toEqual([]);
  expect(unread.paper.outcome).toBe('partial');
  expect(unread.issues.find(({ code }) => code === 'layout/plan-not-read')?.message).toContain(finding);
});

test.each([
  ['Ref', 'Vetting 2022 – Recommendation', 'recommendation'],
  ['Rec no.', 'Custody inspection 2023/24: rec', 'recommendation'],
  ['Reference', 'PEEL – AFI', 'area_for_improvement'],
])('a column headed %s holds references, however long: %s 4', async (header, source, kind) => {
  const entries = await read([
    [header, 'What inspectors said', 'Progress', 'Lead'],
    [`${source} 4`, finding, 'Two exercises have been run.', 'Head of Risk'],
    [`${source} 11`, 'The service should train its staff.', 'Training has begun.', 'Head of Risk'],
  ]);
  expect(entries.map((entry) => [entry.ref, entry.kind])).toEqual([
    [`${source} 4`, kind],
    [`${source} 11`, kind],
  ]);
});

describe('columns of one period', () => {
  const withColumns = async (...headers: readonly string[]) => {
    const texts = ['Two exercises have been run.', 'Staff have been told of them.'].slice(0, headers.length);
    const [entry] = await read([
      ['Ref', 'Area for improvement', ...headers, 'Lead'],
      ['1', finding, ...texts, 'Head of Risk'],
    ]);
    return entry;
  };

  test.each([
    'Position this period',
    'Position in the reporting period',
    'What we did this quarter',
    'What we did',
    'Position at March',
    'Update at 30 June',
    'Q3 position',
    'Progress – December',
  ])('%s alone is the progress', async (header) => {
    expect(await withColumns(header)).toMatchObject({
      progress: 'Two exercises have been run.',
      updates: [],
      extra: {},
    });
  });

  test.each([
    ['Position at March', 'Position at June'],
    ['Update at 30 June', 'Update at 30 September'],
    ['Q3 position', 'Q4 position'],
    ['Progress – December', 'Progress – March'],
    ['Last quarter', 'This quarter'],
  ])('%s and %s are updates', async (first, second) => {
    const updates = [
      { period: first, text: 'Two exercises have been run.' },
      { period: second, text: 'Staff have been told of them.' },
    ];
    expect(await withColumns(first, second)).toMatchObject({ progress: null, updates, extra: {} });
  });

  test('the period before is an update where this one has a column of its own', async () => {
    expect(await withColumns('Position last period', 'Position this period')).toMatchObject({
      progress: 'Staff have been told of them.',
      updates: [{ period: 'Position last period', text: 'Two exercises have been run.' }],
    });
  });

  test('what was done is the action beside a column of progress', async () => {
    const [entry] = await read([
      ['Area for improvement', 'What we did', 'Progress', 'Lead'],
      [finding, 'Run two exercises', 'Two exercises have been run.', 'Head of Risk'],
    ]);
    expect(entry).toMatchObject({ action: 'Run two exercises', progress: 'Two exercises have been run.' });
  });
});

test('on a card of four columns the lead’s post and the word for the date are values, not headers', async () => {
  const card = htmlTable(
    [
      [`<td>What inspectors said</td><td colspan="3">${finding}</td>`],
      ['Accountable lead', 'HR Manager', 'Completion date', 'Complete'],
      ['<td>Progress to date</td><td colspan="3">Two exercises have been run.</td>'],
    ],
    false,
  );
  const { entries } = await readHtml(`<h1>Plan</h1>${card}`);
  expect(entries).toMatchObject([{ finding, lead: 'HR Manager', status: { value: 'complete' } }]);
});

test('a paper whose only table reads like a plan, and gave nothing, is read only in part', async () => {
  const table = htmlTable(
    [
      ['Notes', 'Of the visit'],
      ['The service should check its hydrants.', 'Seen'],
    ],
    false,
  );
  const { entries, paper, issues } = await readHtml(`<h1>Notes</h1>${table}`);
  expect(entries).toEqual([]);
  expect(paper.outcome).toBe('partial');
  expect(issues.map(({ code }) => code)).toContain('layout/table-not-read');
});
