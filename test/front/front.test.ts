import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const plan = htmlTable([
  ['Action', 'Status'],
  ['Write a plan', 'Complete'],
  ['Ask staff', 'In progress'],
]);

test('a front matter table gives the paper its data and no entries', async () => {
  const front = htmlTable(
    [
      ['Meeting', 'Strategic Assurance Board', 'Agenda Item', '7'],
      ['<td>Meeting Date</td><td colspan="3">31 March 2021</td>'],
      ['<td>Report Author:</td><td colspan="3">Jo Marlowe, Assistant Director</td>'],
      ['<td>Subject</td><td colspan="3">Inspection progress</td>'],
    ],
    false,
  );
  const { paper, entries } = await readHtml(`${front}<p>Thornbeck Fire and Rescue Service has been inspected.</p>`);
  expect(paper).toMatchObject({
    title: 'Inspection progress',
    body: 'Strategic Assurance Board',
    meetingDate: '2021-03-31',
    agendaItem: '7',
    author: 'Jo Marlowe, Assistant Director',
    service: 'Thornbeck Fire and Rescue Service',
  });
  expect(paper.places.meetingDate?.[0]?.path).toBe('t1/r2/c2');
  expect(entries).toEqual([]);
});

test('labels that ran into one cell have their values line by line', async () => {
  const front = htmlTable(
    [
      ['Meeting Meeting date', '<td>Audit Panel<br>18 September 2024</td>'],
      ['Subject', 'Inspection action plan'],
    ],
    false,
  );
  const { paper } = await readHtml(`${front}${plan}`);
  expect(paper).toMatchObject({ body: 'Audit Panel', meetingDate: '2024-09-18', title: 'Inspection action plan' });
});

test('front matter in lines, with and without a colon', async () => {
  const { paper } = await readHtml(
    `<p>Thornbeck Fire and Rescue Authority</p><p>Audit Committee</p><p>Date:11th May 2017</p><p>Agenda Item 9</p><p>Report of the Chief Fire Officer</p><h1>Inspection action plan</h1>${plan}`,
  );
  expect(paper).toMatchObject({
    title: 'Inspection action plan',
    body: 'Audit Committee',
    meetingDate: '2017-05-11',
    agendaItem: '9',
    author: 'Chief Fire Officer',
  });
});

test.each([
  'OFFICIAL',
  'OFFICIAL-SENSITIVE',
  'Official – Sensitive: Personal',
  'Classification: NOT PROTECTIVELY MARKED',
  'RESTRICTED (when complete)',
])('a protective marking is neither title nor theme nor an end of anything: %s', async (marking) => {
  const rows = htmlTable([
    ['Action', 'Status'],
    ['Write a plan', 'Complete'],
  ]);
  const { paper, plans, entries } = await readHtml(
    `<h1>${marking}</h1><h2>Inspection action plan</h2><h3>Effectiveness</h3>${rows}<h3>${marking}</h3>${rows.replace('Write', 'Publish')}`,
  );
  expect(paper.title).toBe('Inspection action plan');
  expect(plans.map(({ name }) => name)).toEqual(['Inspection action plan']);
  expect(entries.map(({ pillar, theme }) => [pillar, theme])).toEqual([
    ['effectiveness', null],
    ['effectiveness', null],
  ]);
});

test('words that a marking has too are a title beside others', async () => {
  const { paper } = await readHtml(`<h1>Official response to the inspection</h1>${plan}`);
  expect(paper.title).toBe('Official response to the inspection');
});

test('the strip over the front matter is the title', async () => {
  const front = htmlTable(
    [
      ['<td colspan="2">Inspection action plan: highlight report</td>'],
      ['Organisation', 'Thornbeck Fire and Rescue Service'],
      ['Prepared by', 'Jo Marlowe'],
    ],
    false,
  );
  const { paper } = await readHtml(`${front}<h2>1. Summary</h2><p>All is well.</p>${plan}`);
  expect(paper).toMatchObject({ title: 'Inspection action plan: highlight report', author: 'Jo Marlowe' });
});

test('the label of an appendix stands before the title, and whom the paper is for is no theme', async () => {
  const { paper, entries } = await readHtml(
    `<h3>Appendix B</h3><h2>Thornbeck Fire and Rescue Service</h2><h1>Inspection action tracker</h1><h3>Report to Audit Committee, 5 September 2024</h3>${plan}`,
  );
  expect(paper).toMatchObject({ title: 'Inspection action tracker', body: 'Audit Committee' });
  expect(entries.map(({ theme }) => theme)).toEqual([null, null]);
});

test('a body after the force that reports to it', async () => {
  const { paper } = await readHtml(
    `<h1>Improvement tracker</h1><p>Report by Humberside Police to the Police and Crime Commissioner’s Scrutiny Board.</p>${plan}`,
  );
  expect(paper.body).toBe('Police and Crime Commissioner’s Scrutiny Board');
});

test.each([
  [
    'Thornbeck Fire and Rescue Service. Reported to the Improvement Board on 11 July 2024. Data as at the end of June 2024.',
    { body: 'Improvement Board', meetingDate: '2024-07-11', asAt: '2024-06' },
  ],
  [
    'Paper to the Communities Scrutiny Panel, 9 October 2023. The cards show the position at 15 September 2023.',
    { body: 'Communities Scrutiny Panel', meetingDate: '2023-10-09', asAt: '2023-09-15' },
  ],
  [
    'Thornbeck Fire Service, Performance Working Group, 20 November 2023',
    { body: 'Performance Working Group', meetingDate: '2023-11-20', asAt: null },
  ],
  [
    'Members of the Performance & Resources Board are asked to note the position as at September 2022.',
    { body: 'Performance & Resources Board', meetingDate: null, asAt: '2022-09' },
  ],
  [
    'The last update was presented to the Fire Authority on 16th December 2020.',
    { body: null, meetingDate: null, asAt: null },
  ],
  [
    'Thornbeck Fire and Rescue Service · Performance Forum, 5 November 2024',
    { body: 'Performance Forum', meetingDate: '2024-11-05', asAt: null },
  ],
  [
    'The figures given in this paper are as at the end of May 2024.',
    { body: null, meetingDate: null, asAt: '2024-05' },
  ],
  ['Information correct as at: 31 October 2024', { body: null, meetingDate: null, asAt: '2024-10-31' }],
  [
    'Dated 12 May 2024. What follows was true on 14 July 2023; the Service was inspected on 3 May 2023.',
    { body: null, meetingDate: null, asAt: '2023-07-14' },
  ],
  ['The figures were taken on 29 February 2024.', { body: null, meetingDate: null, asAt: '2024-02-29' }],
  ['The position of the Service was published on 3 May 2023.', { body: null, meetingDate: null, asAt: null }],
  ['Progress in the six months to 31 October 2025', { body: null, meetingDate: null, asAt: '2025-10-31' }],
  ['Updated: January 2021', { body: null, meetingDate: null, asAt: '2021-01' }],
])('%s', async (line, expected) => {
  const { paper } = await readHtml(`<h1>Delivery plan</h1><p>${line}</p>${plan}`);
  expect(paper).toMatchObject(expected);
});

test('the service is the one the paper is about, not the neighbours it names', async () => {
  const { paper } = await readHtml(
    `<h1>Thornbeck Fire and Rescue Service</h1><h2>Improvement plan</h2><p>We worked with Kent Fire and Rescue Service and with Norfolk FRS. A peer review was done by Kent Fire and Rescue Service. Kent Fire and Rescue Service told us much.</p>${plan}`,
  );
  expect(paper.service).toBe('Thornbeck Fire and Rescue Service');
  expect(paper.title).toBe('Improvement plan');
});

test('an abbreviation used throughout outweighs one neighbour named in full', async () => {
  const { paper } = await readHtml(
    `<h2>RECOMMENDATIONS</h2><p>Members are asked to note how KFRS has progressed.</p><p>KFRS commissioned a review by Norfolk Fire and Rescue Service.</p><p>KFRS has a plan.</p>${plan}`,
  );
  expect(paper.service).toBe('Kent Fire and Rescue Service');
});

test('a paper without service and date says so', async () => {
  const { paper, issues } = await readHtml(plan);
  expect([paper.service, paper.asAt, paper.meetingDate, paper.title]).toEqual([null, null, null, null]);
  expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['paper/no-service', 'paper/no-date']));
});

test('a data date in a row of the front matter, whatever it calls the data', async () => {
  const front = htmlTable(
    [
      ['Meeting', 'Strategic Assurance Board'],
      ['Progress shown at', '31 May 2024'],
    ],
    false,
  );
  const { paper } = await readHtml(`<h1>Delivery plan</h1>${front}${plan}`);
  expect(paper).toMatchObject({ body: 'Strategic Assurance Board', asAt: '2024-05-31' });
});

test('the newest day in the headers of the columns is the data’s', async () => {
  const table = htmlTable([
    ['Action', 'Position at 30 June 2025', 'Position at 30 September 2025'],
    ['Write a plan', 'Begun', 'Complete'],
    ['Ask staff', 'Not begun', 'In progress'],
  ]);
  const { paper } = await readHtml(`<h1>Inspection action plan</h1><p>Meeting: 9 October 2025</p>${table}`);
  expect(paper.asAt).toBe('2025-09-30');
});

test('a data date in a row over the width of a tracker', async () => {
  const rows = [
    ['<td colspan="3">Data correct as at 14 February 2025</td>'],
    ['Action', 'Owner', 'Status'],
    ['Write a plan', 'Head of Risk', 'Complete'],
  ];
  expect((await readHtml(htmlTable(rows, false))).paper.asAt).toBe('2025-02-14');
});

test('an abbreviation that several services share names one only with its place or web address', async () => {
  const said = async (more: string) => (await readHtml(`<h1>SFRS action plan</h1><p>${more}</p>${plan}`)).paper.service;
  expect(await said('SFRS has made progress.')).toBeNull();
  expect(await said('SFRS serves all of Suffolk.')).toBe('Suffolk Fire and Rescue Service');
  expect(await said('SFRS answers at democracy@surreycc.gov.uk.')).toBe('Surrey Fire and Rescue Service');
  expect(await said('SFRS works with Suffolk and with Surrey.')).toBeNull();
});

test('a day beside the name of an authority alone is the meeting’s; beside a venue one label is enough', async () => {
  const day = async (front: string) => (await readHtml(`${front}<h1>Inspection plan</h1>${plan}`)).paper.meetingDate;
  expect(await day('<p>Thornbeck Fire and Rescue Authority – 12 June 2025</p>')).toBe('2025-06-12');
  expect(await day('<p>Meeting of the Thornbeck Fire Authority, Thursday 12 June 2025</p>')).toBe('2025-06-12');
  expect(await day('<p>Thornbeck Fire Authority</p><p>12 June 2025, 10.30 am</p>')).toBe('2025-06-12');
  expect(await day('<p>Thornbeck Fire Authority was told of it on 12 June 2025 in private.</p>')).toBeNull();
  const agenda = htmlTable(
    [
      ['Date:', 'Tuesday 24 October 2028 at 4 pm'],
      ['Venue:', 'Long Room'],
    ],
    false,
  );
  expect(await day(agenda)).toBe('2028-10-24');
});

test('of a pack the paper that reports on the plan has the title and the item, and the agenda the meeting', async () => {
  const { paper } = await readHtml(`
    <h1>Thornbeck Fire Authority</h1><h2>Agenda</h2><p>Thursday 19 March 2026 at 10.30 am</p>
    <p>To: Councillors Marlowe (Chair), Tarn and Wray</p>
    <ol><li>Minutes of the meeting held on 12 February 2026</li><li>Pay policy</li><li>Inspection progress</li></ol>
    <p>Agenda item 1</p><h2>Minutes of the meeting</h2><p>12 February 2026</p><p>The inspection was discussed.</p>
    <p>Agenda item 2</p><h2>Pay policy</h2><p>Members are asked to approve the policy.</p>
    <p>Agenda item 3</p><h2>Inspection progress</h2><p>The position is given as at 27 February 2026.</p>
    ${htmlTable([
      ['Area for improvement', 'Action', 'Status'],
      ['The service should test its hoses.', 'Buy a rig', 'Complete'],
      ['The service should keep its maps up to date.', 'Print the maps', 'Delayed'],
    ])}`);
  expect(paper).toMatchObject({
    title: 'Inspection progress',
    body: 'Thornbeck Fire Authority',
    meetingDate: '2026-03-19',
    asAt: '2026-02-27',
    agendaItem: '3',
  });
});

test('of a pack the minutes of the last meeting are not what it reports, whatever they say was asked', async () => {
  const { paper } = await readHtml(`
    <h1>Thornbeck Fire Authority</h1><h2>Agenda</h2><p>Thursday 19 March 2026</p>
    <p>Agenda item 1</p><h2>Minutes of the Authority held on 12 February 2026</h2><p>Present: Councillors Arkle and Dray.</p><p>The inspectors said that the service should test its hoses. Resolved: that the report be noted.</p>
    <p>Agenda item 2</p><h2>HMICFRS: progress against the plan</h2><p>The position is given as at 27 February 2026.</p>${htmlTable(
      [
        ['Ref', 'Action', 'Lead', 'Status'],
        ['CoC 1a', 'Publish a strategy', 'Head of Risk', 'Complete'],
        ['CoC 1b', 'Recruit six advisers', 'Head of Risk', 'At risk'],
      ],
    )}`);
  expect(paper).toMatchObject({
    title: 'HMICFRS: progress against the plan',
    agendaItem: '2',
    asAt: '2026-02-27',
    meetingDate: '2026-03-19',
  });
});

test('of a pack in which nothing is asked the paper with the inspection in its title is the one that reports', async () => {
  const { paper } = await readHtml(`
    <h1>Thornbeck Fire Authority</h1><h2>Agenda</h2><p>Thursday 19 March 2026</p>
    <p>Agenda item 1</p><h2>Minutes of the meeting</h2><p>12 February 2026</p><p>The hoses were discussed.</p>
    <p>Agenda item 2</p><h2>HMICFRS action plan update</h2><p>The position is given as at 27 February 2026.</p>
    ${htmlTable([
      ['AFI', 'Action', 'Status'],
      ['AFI 1', 'Buy a rig', 'Complete'],
      ['AFI 2', 'Print the maps', 'Delayed'],
    ])}`);
  expect([paper.title, paper.agendaItem, paper.meetingDate]).toEqual(['HMICFRS action plan update', '2', '2026-03-19']);
});

test('a plan whose header has words of front matter too is no front matter', async () => {
  const table = htmlTable([
    ['Subject', 'Recommendation in full', 'Activity', 'Last updated', 'Story so far', 'Colour'],
    ['Maps', 'The maps are old.', 'Draw them anew', '6 February 2031', 'Five were drawn.', 'Blue'],
    ['Hoses', 'The hoses leak.', 'Buy new ones', '7 February 2031', 'Two were bought.', 'Red'],
  ]);
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${table}`);
  expect(entries.map(({ action, progress }) => [action, progress])).toEqual([
    ['Draw them anew', 'Five were drawn.'],
    ['Buy new ones', 'Two were bought.'],
  ]);
});

test('what is asked, how it stands and what is done about it are no titles of a paper', async () => {
  const card = (at: number) =>
    `<p>BR-${at}</p><p><b>The service should keep map ${at} up to date.</b></p><p>Action: Put a plan of the maps on each engine</p><p>Lead: Head of Maps</p>`;
  const body = `<h2>Not started</h2>${card(1)}${card(2)}<h2>Done</h2>${card(3)}`;
  const { paper } = await readHtml(body);
  expect(paper.title).toBeNull();
});

test('a heading right below the name of the service is the title, however large what comes later is set', async () => {
  const { paper } = await readHtml(
    `<h1>Thornbeck Fire and Rescue Service</h1><h2>Improvement Programme dashboard</h2><p>Audit Committee, 18 July 2031.</p><h1>Actions by state</h1>${plan}`,
  );
  expect(paper.title).toBe('Improvement Programme dashboard');
});
