import { expect, test } from 'vitest';
import { paperOf, plan } from '../support/front-paper.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

test.each([
  [
    'Papers for the Strategic Policing Board, Tuesday 11 March 2025. Information correct on 3 March 2025.',
    'Strategic Policing Board',
    '2025-03-11',
  ],
  ['Laid before the Governance Committee on 21 October 2025', 'Governance Committee', '2025-10-21'],
  [
    'OFFICIAL – Otter Combined Authority – Resources Board, 17 October 2023, item 4(b)',
    'Resources Board',
    '2023-10-17',
  ],
  ['Cabinet – 13 May 2025', 'Cabinet', '2025-05-13'],
  ['Fire Authority Working Party, 13 May 2025', 'Fire Authority Working Party', '2025-05-13'],
  ['Home › Committees › Police and Crime Panel › Thursday 9 October 2025', 'Police and Crime Panel', '2025-10-09'],
  [
    'Wexmoor FRS, as at 9.12.2024. Prepared for the Executive Leadership Team meeting of 18.12.2024.',
    'Executive Leadership Team',
    '2024-12-18',
  ],
])('who meets and when in %s', async (line, body, day) => {
  const paper = await paperOf(`<p>${line}</p>`);
  expect([paper.body, paper.meetingDate]).toEqual([body, day]);
});

test.each(['Who: Records Team', 'Report of: the Assistant Chief Executive', 'May 2025 · Communications Team'])(
  'no body in %s',
  async (line) => {
    expect((await paperOf(`<p>${line}</p>`)).body).toBeNull();
  },
);

test('a committee is the body, though its council’s name stands above', async () => {
  const { body } = await paperOf('<p>Brackenshire County Council</p><p>Cabinet – 13 May 2025</p>');
  expect(body).toBe('Cabinet');
});

test.each([
  ['The plan is looked at by the Improvement Board every month.', null],
  ['Minutes of the Audit Committee held on Thursday 12 September 2024 at 10.30 am', '2024-09-12'],
  ['Thursday 3 July 2025, 2.00 pm, Fenholme Fire Station', '2025-07-03'],
])('the day that a meeting is held on, in %s', async (line, day) => {
  expect((await paperOf(`<p>${line}</p>`)).meetingDate).toBe(day);
});

test('a body that looks at a plan each month is not whom the paper is for, nor a council over a page without a day', async () => {
  expect((await paperOf('<p>The plan is reported to the Improvement Board each month.</p>')).body).toBeNull();
  expect((await paperOf('<p>Wexmoor County Council</p>')).body).toBeNull();
});

test('minutes are called by whose they are, and a report by no post of its author', async () => {
  const minutes = '<p>Minutes of the Audit Committee held on Thursday 12 September 2024 at 10.30 am</p>';
  expect((await readHtml(`${minutes}${plan}`)).paper.title).toBe('Minutes of the Audit Committee');
  const report = '<p>Inspection Improvement Plan: Progress</p><h3>Report of the Assurance Officer</h3>';
  expect((await readHtml(`${report}${plan}`)).paper.title).toBe('Inspection Improvement Plan: Progress');
});

test.each([
  ['Progress report, November 2025', '2025-11'],
  ['Wexmoor Fire and Rescue Service · Planning · version 3, January 2025', '2025-01'],
  ['For the year ended 31 March 2024', '2024-03-31'],
  ['Next update: April 2025.', null],
])('what the data are as of in %s', async (line, asAt) => {
  expect((await paperOf(`<p>${line}</p>`)).asAt).toBe(asAt);
});

test('the day in a small table beside the item, and the item before a title', async () => {
  const front = htmlTable([['Thursday 10 October 2024', 'Agenda item 5', 'OFFICIAL']], false);
  expect((await paperOf(front)).meetingDate).toBe('2024-10-10');
  expect((await readHtml(`<h1>Item 6: HMICFRS action plan</h1>${plan}`)).paper.agendaItem).toBe('6');
});

test('a title with the month of its meeting does not say what the data are as of', async () => {
  const titled = (day: string) =>
    readHtml(`<h1>HMICFRS Improvement Plan – Position Statement July 2023</h1><p>Audit Panel, ${day}</p>${plan}`);
  expect((await titled('13 July 2023')).paper.asAt).toBeNull();
  expect((await titled('3 August 2023')).paper.asAt).toBe('2023-07');
});
