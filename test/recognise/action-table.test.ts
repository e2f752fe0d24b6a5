import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const finding = 'The service should make sure it tests its plans.';

test('columns are known by their headers, and an unknown one is kept under its own words', async () => {
  const { entries, issues } = await readHtml(
    htmlTable([
      ['Ref', 'What inspectors said', 'Work done so far', 'Next steps', 'By when', 'Accountable', 'Cost centre'],
      [
        'AFI 1',
        finding,
        'Two exercises have been run.',
        'Run a live exercise',
        'Q2 2024/25',
        'Resilience Manager',
        'B12',
      ],
    ]),
  );
  expect(entries).toMatchObject([
    {
      ref: 'AFI 1',
      kind: 'area_for_improvement',
      finding,
      progress: 'Two exercises have been run.',
      future: 'Run a live exercise',
      timescale: { raw: 'Q2 2024/25', start: '2024-07-01', end: '2024-09-30' },
      lead: 'Resilience Manager',
      extra: { 'Cost centre': 'B12' },
    },
  ]);
  expect(issues.map(({ code }) => code)).toContain('layout/unknown-column');
});

test('a header that means something to a programmer is kept like any other', async () => {
  const { entries } = await readHtml(
    htmlTable([
      ['What inspectors said', 'Work done so far', 'By when', 'constructor', '__proto__'],
      [finding, 'Two exercises have been run.', 'June 2024', 'The estates team', 'Version 2'],
    ]),
  );
  expect(Object.entries(entries[0]?.extra ?? {})).toEqual([
    ['constructor', 'The estates team'],
    ['__proto__', 'Version 2'],
  ]);
});

test('one word heads different things: what stands in the column decides', async () => {
  const statuses = await readHtml(
    htmlTable([
      ['Recommendation', 'Action'],
      [finding, 'Completed'],
      [finding.replace('tests', 'keeps'), 'In progress'],
    ]),
  );
  expect(statuses.entries.map(({ action, status }) => [action, status?.value])).toEqual([
    [null, 'complete'],
    [null, 'in_progress'],
  ]);
  const summary = await readHtml(
    htmlTable([
      ['Summary', 'Deadline', 'Status'],
      [`AFI 2 - ${finding}`, '30 Sep 2023', 'Open - off track'],
    ]),
  );
  expect(summary.entries).toMatchObject([{ ref: 'AFI 2', finding, status: { value: 'delayed' } }]);
});

test('a status in the date column is a status, and no timescale', async () => {
  const { entries } = await readHtml(
    htmlTable([
      ['Action', 'Progress to date', 'Target date'],
      ['Train crews', 'All crews were trained.', 'Complete'],
      ['Buy tablets', 'Tender is out.', 'Mar 21'],
    ]),
  );
  expect(entries.map(({ status, timescale }) => [status?.value, timescale?.end])).toEqual([
    ['complete', undefined],
    [undefined, '2021-03-31'],
  ]);
});

test('a finding above several actions is repeated on each, by a merged cell or by blank cells', async () => {
  const merged = `<table><tr><th>Finding</th><th>Action</th><th>Lead</th></tr><tr><td rowspan="2">${finding}</td><td>Write a plan</td><td>Head of Risk</td></tr><tr><td>Test the plan</td><td>Head of Response</td></tr></table>`;
  const blank = htmlTable([
    ['Finding', 'Action', 'Lead'],
    [finding, 'Write a plan', 'Head of Risk'],
    ['', 'Test the plan', 'Head of Response'],
  ]);
  for (const page of [merged, blank]) {
    const { entries } = await readHtml(page);
    expect(entries.map((entry) => [entry.finding, entry.action, entry.lead])).toEqual([
      [finding, 'Write a plan', 'Head of Risk'],
      [finding, 'Test the plan', 'Head of Response'],
    ]);
  }
});

test('a blank action beside its own progress and date is another entry of the action above', async () => {
  const { entries } = await readHtml(
    htmlTable([
      ['Action', 'Progress to date', 'Due date'],
      ['Clear the backlog', 'Half is done.', 'May 2024'],
      ['', 'A second team was hired.', 'June 2024'],
    ]),
  );
  expect(entries.map(({ action, progress }) => [action, progress])).toEqual([
    ['Clear the backlog', 'Half is done.'],
    ['Clear the backlog', 'A second team was hired.'],
  ]);
});

test('a row that only continues the row above is part of it', async () => {
  const { entries } = await readHtml(
    htmlTable([
      ['HMICFRS said', 'Progress to date', 'Due date', 'Lead'],
      ['The service should make sure staff understand and', 'The code was launched.', 'May 2024', 'Head of People'],
      ['show its values', 'Training has begun.', '', ''],
    ]),
  );
  expect(entries).toMatchObject([
    {
      finding: 'The service should make sure staff understand and show its values',
      progress: 'The code was launched.\nTraining has begun.',
    },
  ]);
});

test('columns of one period each are updates; a group header over them is not lost', async () => {
  const page = `<table><thead><tr><th rowspan="2">Finding</th><th rowspan="2">Action</th><th colspan="2">Progress</th><th rowspan="2">Milestone</th></tr><tr><th>Last quarter</th><th>This quarter</th></tr></thead><tbody><tr><td>${finding}</td><td>Write a plan</td><td>Drafted.</td><td>Approved.</td><td>Sep 2024</td></tr></tbody></table>`;
  const { entries } = await readHtml(page);
  expect(entries).toMatchObject([
    {
      action: 'Write a plan',
      updates: [
        { period: 'Last quarter', text: 'Drafted.' },
        { period: 'This quarter', text: 'Approved.' },
      ],
      timescale: { start: '2024-09-01' },
    },
  ]);
});

test('titles over the whole width group the rows below', async () => {
  const page = `<table><tr><th>Ref</th><th>Recommendation</th><th>Milestone</th><th>SRO</th></tr><tr><td colspan="4">Efficiency</td></tr><tr><td>R1</td><td>${finding}</td><td>Write a plan</td><td>Treasurer</td></tr><tr><td colspan="4">People</td></tr><tr><td>R2</td><td>${finding}</td><td>Ask staff</td><td>Head of HR</td></tr></table>`;
  const { entries } = await readHtml(page);
  expect(entries.map(({ ref, pillar, action }) => [ref, pillar, action])).toEqual([
    ['R1', 'efficiency', 'Write a plan'],
    ['R2', 'people', 'Ask staff'],
  ]);
});

test('of an original and a revised date the revised one is the timescale', async () => {
  const table = htmlTable([
    ['Action', 'Owner', 'Original date', 'Revised date'],
    ['Write a plan', 'Treasurer', 'Mar 2024', 'Sep 2024'],
  ]);
  const { entries } = await readHtml(`<h1>Action plan</h1>${table}`);
  expect(entries).toMatchObject([{ timescale: { raw: 'Sep 2024' }, extra: { 'Original date': 'Mar 2024' } }]);
});

test('tasks with owners and dates under no title of a plan are any list of tasks', async () => {
  const { entries } = await readHtml(
    htmlTable([
      ['Action', 'Owner', 'Due'],
      ['Write a plan', 'Treasurer', 'May 2024'],
      ['Ask staff', 'Head of HR', 'June 2024'],
    ]),
  );
  expect(entries).toEqual([]);
});

test('a rating is a colour until the legend says what it means; the legend outranks the usual words', async () => {
  const plan = htmlTable([
    ['Action', 'Owner', 'RAG'],
    ['Write a plan', 'Treasurer', '<td style="background:#00b050"></td>'],
    ['Ask staff', 'Head of HR', 'Amber'],
  ]);
  const bare = await readHtml(plan);
  expect(bare.entries.map(({ rag, status }) => [rag?.value, rag?.from, status])).toEqual([
    ['green', 'fill', null],
    ['amber', 'words', null],
  ]);
  const legend = htmlTable(
    [
      ['Green', 'The action is complete'],
      ['Amber', 'The action is on track'],
      ['Red', 'The action is overdue'],
    ],
    false,
  );
  const told = await readHtml(legend + plan);
  expect(told.entries.map(({ status }) => status?.value)).toEqual(['complete', 'in_progress']);
});

test('every second row in a band of colour is no rating, a shaded row is', async () => {
  const row = (text: string, colour: string) =>
    `<tr style="background:${colour}"><td>${text}</td><td>Treasurer</td><td>May 2024</td></tr>`;
  const title = '<h1>Action plan</h1>';
  const head = '<tr><th>Action</th><th>Owner</th><th>Due</th></tr>';
  const names = ['Write a plan', 'Ask staff', 'Train crews', 'Buy tablets'];
  const banded = await readHtml(
    `${title}<table>${head}${names.map((name, index) => row(name, index % 2 === 0 ? '#dddddd' : '#ffffff')).join('')}</table>`,
  );
  expect(banded.entries.map(({ rag }) => rag)).toEqual([null, null, null, null]);
  const shaded = await readHtml(
    `${title}<table>${head}${names.map((name, index) => row(name, index === 2 ? '#d9d9d9' : '#ffffff')).join('')}</table>`,
  );
  expect(shaded.entries.map(({ rag }) => rag?.value ?? null)).toEqual([null, null, 'grey', null]);
});

test.each([
  [
    'a risk register',
    [
      ['Risk', 'Likelihood', 'Impact', 'Mitigating action', 'Owner'],
      ['Loss of power', '3', '4', 'Buy a generator', 'Head of Estates'],
    ],
  ],
  [
    'a budget',
    [
      ['Item', 'Budget', 'Actual'],
      ['Software', '£10k', '£8k'],
    ],
  ],
  [
    'equality answers',
    [
      ['Characteristic', 'Impact'],
      ['Age', 'No'],
      ['Sex', 'No'],
    ],
  ],
  [
    'an agenda',
    [
      ['Item no.', 'Agenda Item', 'Details', 'Status'],
      ['1', 'Apologies', 'None', 'For information'],
    ],
  ],
])('%s yields no entries', async (_, rows) => {
  const { entries, issues } = await readHtml(htmlTable(rows));
  expect(entries).toEqual([]);
  expect(issues.map(({ code }) => code)).toContain('paper/not-a-paper');
});

test('a table of findings whose columns are not known is named, not passed over', async () => {
  const { entries, issues } = await readHtml(
    htmlTable([
      ['Alpha', 'Beta'],
      [finding, 'x'],
      [finding, 'y'],
    ]),
  );
  expect(entries).toEqual([]);
  expect(issues.map(({ code }) => code)).toContain('layout/table-not-read');
});

test.each<[outcome: string, title: string, rows: readonly (readonly string[])[]]>([
  [
    'partial',
    '',
    [
      ['Alpha', 'Beta'],
      ['The service should renew its hydrants.', 'x'],
    ],
  ],
  ['ok', '', [[finding]]],
  [
    'ok',
    'Implications',
    [
      ['Legal', 'The Authority must have regard to the report.'],
      ['Equality', 'None.'],
    ],
  ],
  [
    'ok',
    '',
    [
      ['Implication', 'Comment'],
      ['Legal', 'The Authority must have regard to the report.'],
    ],
  ],
  [
    'ok',
    'Work programme',
    [
      ['Date', 'Item', 'Lead', 'Progress'],
      ['5 December 2031', 'Road safety by district', 'Head of Highways', 'Scoped'],
      ['23 January 2032', 'Adult learning in prisons', 'Head of Skills', 'Awaiting data'],
    ],
  ],
])('a table of findings that was not read makes a paper %s by what no entry has: %s', async (outcome, title, rows) => {
  const plan = htmlTable([
    ['Ref', 'Area for improvement', 'Action', 'Status'],
    ['1', finding, 'Train all watches', 'Complete'],
    ['2', 'The service should test its plans.', 'Test the plans', 'On track'],
  ]);
  const { entries, paper } = await readHtml(`${plan}<h2>${title}</h2>${htmlTable(rows, false)}`);
  expect([entries.length, paper.outcome]).toEqual([2, outcome]);
});

test('a table of progress whose rows do not name what it is about is told with its words', async () => {
  const { issues } = await readHtml(
    htmlTable([
      ['No.', 'Target date', 'Status', 'Progress to date'],
      ['1', 'March 2031', 'On track', 'The hydrant survey is half done.'],
      ['2', 'June 2031', 'Delayed', 'Crews have been trained at four stations.'],
    ]),
  );
  expect(issues.find(({ code }) => code === 'layout/table-not-read')?.severity).toBe('error');
  const messages = issues.map(({ message }) => message).join('\n');
  expect(messages).toContain('The hydrant survey is half done.');
  expect(messages).toContain('June 2031');
});

test('rows under other columns than the plan’s are named with their words', async () => {
  const page = `<table><tr><th>Budget</th><th>Actual</th></tr><tr><td>£10k for software</td><td>£8k</td></tr><tr><td>£2k for paper</td><td>£3k</td></tr><tr><th>Action</th><th>Status</th></tr><tr><td>Write a plan</td><td>Complete</td></tr><tr><td>Ask staff</td><td>Late</td></tr></table>`;
  const { entries, issues } = await readHtml(page);
  expect(entries.map(({ action }) => action)).toEqual(['Write a plan', 'Ask staff']);
  const told = issues.filter(({ code }) => code === 'layout/text-not-placed').map(({ message }) => message);
  for (const words of ['£10k for software', '£2k for paper', '£8k', '£3k']) expect(told.join('\n')).toContain(words);
});
