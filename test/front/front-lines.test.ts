import { expect, test } from 'vitest';
import { paperOf, plan } from '../support/front-paper.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

test.each([
  ['Audit Panel – 25 May 2022 – Item 9', '9'],
  ['Report to the Scrutiny Panel, 8 October 2024 (item 5)', '5'],
  ['Governance Committee: 2 December 2025. Item 11', '11'],
  ['6 September 2023 Item 11', '11'],
  ['OFFICIAL – Resources Board, 17 October 2023, item 4(b)', '4(b)'],
])('the number of the item in %s', async (line, item) => {
  expect((await paperOf(`<p>${line}</p>`)).agendaItem).toBe(item);
});

test.each([
  ['Extract run 23 June 2023 at 08:14 | Filter: none', '2023-06-23'],
  ['It was written in March 2025 for people who pay for the service.', '2025-03'],
  ['The figures were taken from the system on 9 September 2024.', '2024-09-09'],
  ['Reviewed by the Management Team 30 September 2024.', '2024-09-30'],
  ['Beside each are the actions by which it will be met and how each stood on 31 October 2023.', '2023-10-31'],
  ['Here is my letter, which tells how things stand on 13 May 2022.', '2022-05-13'],
  ['Board photographed on 20 October 2025.', '2025-10-20'],
  ['Reporting period 1 April 2024 to 30 June 2024', '2024-06-30'],
  ['Reporting period: 1 April 2024 – 30 June 2024', '2024-06-30'],
])('the day of the data in %s', async (line, day) => {
  expect((await paperOf(`<p>${line}</p>`)).asAt).toBe(day);
});

test.each(['The inspectors visited on 3 May 2024.', 'The next report is due on 3 May 2024.'])(
  'no day of the data in %s',
  async (line) => {
    expect((await paperOf(`<p>${line}</p>`)).asAt).toBeNull();
  },
);

test('who signs a letter wrote it', async () => {
  const { author } = await paperOf('', '<p>Yours sincerely</p><p>Helen Prowse</p><p>Chief Fire Officer</p>');
  expect(author).toBe('Helen Prowse, Chief Fire Officer');
});

test('a post without the service that it is of and the day of issue', async () => {
  expect((await paperOf('<p>Report of the Chief Fire Officer of Ollerby Fire and Rescue Service</p>')).author).toBe(
    'Chief Fire Officer',
  );
  expect((await paperOf('<p>Issued by the Clerk, 24 January 2020</p>')).author).toBe('Clerk');
  expect((await paperOf('<p>Report of the Panel Secretary. Updated 30 September 2025.</p>')).author).toBe(
    'Panel Secretary',
  );
});

test('places joined by `and the` are one service in a line of their own', async () => {
  expect((await paperOf('<p>Penhallow and the Isles Fire and Rescue Service</p>')).service).toBe(
    'Penhallow and the Isles Fire and Rescue Service',
  );
});

test('a body with its day is no title', async () => {
  const { paper } = await readHtml(
    `<p><b>AUDIT AND STANDARDS PANEL – 2 MARCH 2022</b></p><p><b>HMICFRS: FIRE IMPROVEMENT PLAN UPDATE</b></p>${plan}`,
  );
  expect(paper.title).toBe('HMICFRS: FIRE IMPROVEMENT PLAN UPDATE');
});

test('the path to a web page names the service where nothing else does', async () => {
  const path = '<div><a href="/">Home</a> &gt; <a href="/fire">Ollerby Fire and Rescue Service</a> &gt; Our plan</div>';
  const { paper } = await readHtml(`${path}<h1>Inspection action plan</h1>${plan}`);
  expect(paper.service).toBe('Ollerby Fire and Rescue Service');
});

test('labels over and within the cells of a table at the top', async () => {
  const front = htmlTable(
    [
      ['Committee(s)', 'Dated:'],
      ['Performance Sub-Committee – For Information', '2 February 2022'],
      ['Subject: HMICFRS Inspection Update', 'Public'],
      ['Report of: Chief Fire Officer', 'Report number: 04-22'],
    ],
    false,
  );
  const { paper } = await readHtml(`${front}<h2>Main report</h2>${plan}`);
  expect(paper).toMatchObject({
    title: 'HMICFRS Inspection Update',
    body: 'Performance Sub-Committee',
    meetingDate: '2022-02-02',
    author: 'Chief Fire Officer',
  });
});

test('days that entries were updated on are none of the paper', async () => {
  const entry = (day: string) => `<h3>Area ${day}</h3><p>Updated ${day}</p>`;
  const { paper } = await readHtml(
    `<h1>HMICFRS action plan</h1>${plan}${'<p>Members asked for the words of each.</p>'.repeat(12)}${['3 May 2024', '9 June 2024'].map(entry).join('')}`,
  );
  expect(paper.asAt).toBeNull();
});

test('the day of a letter is no meeting’s: its data are of that day', async () => {
  const { asAt, meetingDate } = await paperOf('<p>7 April 2025</p><p>Dear Chair</p>');
  expect([asAt, meetingDate]).toEqual(['2025-04-07', null]);
});

test.each(['Wexcombe FRS', 'Wexcombe Fire and Rescue Authority', 'Service Wexcombe Fire and Rescue Service'])(
  '%s stands for the service by its name in full',
  async (name) => {
    expect((await paperOf(`<p>${name}</p>`)).service).toBe('Wexcombe Fire and Rescue Service');
  },
);
