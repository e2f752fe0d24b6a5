import { expect, test } from 'vitest';
import { paperOf } from '../support/front-paper.ts';

test('several labels in one line each have their own value', async () => {
  const first = await paperOf('<p>Report to: Force Performance Board Date: 18 January 2024 Item: 9</p>');
  expect([first.body, first.meetingDate, first.agendaItem]).toEqual(['Force Performance Board', '2024-01-18', '9']);
  const second = await paperOf('<p>For: Home Affairs Board Date: 24 June 2025 From: Deputy Chief Officer</p>');
  expect([second.body, second.meetingDate, second.author]).toEqual([
    'Home Affairs Board',
    '2025-06-24',
    'Deputy Chief Officer',
  ]);
});

test.each([
  [
    'Programme Board | Data as at 9 August 2024 | Prepared by: Programme Management Office',
    'Programme Management Office',
  ],
  ['Police and Crime Panel · 20 March 2025 · Report of the Deputy Mayor', 'Deputy Mayor'],
  ['Guidance for owners, version 2.1. Issued by the Continuous Improvement Team.', 'Continuous Improvement Team'],
  ['Audit Panel – 12 September 2023 – Agenda item 5 Author: Performance Manager', 'Performance Manager'],
  ['Compiled by: Governance Support Officer', 'Governance Support Officer'],
  ['By Ada Trescott, Improvement Manager. Position at 15 September 2025.', 'Ada Trescott, Improvement Manager'],
  ['Presented by: Deputy Chief Fire Officer', 'Deputy Chief Fire Officer'],
  ['May 2025 · Communications Team', 'Communications Team'],
  ['Author: Business Manager, Oxmarsh Fire and Rescue Service', 'Business Manager'],
])('the author in %s', async (line, author) => {
  expect((await paperOf(`<p>${line}</p>`)).author).toBe(author);
});

test.each(['Report by Oxmarsh Fire and Rescue Service. The panel looks at it four times a year.', 'By: 3 May 2024'])(
  'no author in %s',
  async (line) => {
    expect((await paperOf(`<p>${line}</p>`)).author).toBeNull();
  },
);

test('who wrote a paper is its author, whoever it is a report of, also below the plan', async () => {
  const lines = '<p>Report of: Chief Fire Officer</p><p>Author: Ada Trescott</p>';
  expect((await paperOf(lines)).author).toBe('Ada Trescott');
  expect((await paperOf('', '<p>Author: Ada Trescott. The file may be seen.</p>')).author).toBe('Ada Trescott');
});

test('`By` says who wrote the paper beside other labels of its front', async () => {
  const lines = '<p>Date: 10 February 2022</p><p>By: Chief Fire Officer</p><p>Subject: Causes of concern</p>';
  const { author, title } = await paperOf(lines);
  expect([author, title]).toEqual(['Chief Fire Officer', 'Causes of concern']);
});

test('headings that are labels have their values below them, and items of a list their labels within', async () => {
  const headed = await paperOf(
    `<h3>Meeting</h3><p>Accountability Meeting, 14 May 2025</p><h3>Item</h3><p>4</p>
     <h3>Prepared by</h3><p>Scrutiny Officer</p><h3>Position as at</h3><p>30 April 2025</p>`,
  );
  expect([headed.body, headed.meetingDate, headed.agendaItem, headed.author, headed.asAt]).toEqual([
    'Accountability Meeting',
    '2025-05-14',
    '4',
    'Scrutiny Officer',
    '2025-04-30',
  ]);
  const listed = await paperOf('<ul><li>Committee: Audit Committee</li><li>Date of meeting: 6 February 2025</li></ul>');
  expect([listed.body, listed.meetingDate]).toEqual(['Audit Committee', '2025-02-06']);
});

test('labels in bold without a colon, in two columns', async () => {
  const { body, meetingDate, author, agendaItem, service } = await paperOf(
    `<p><b>Committee</b> Scrutiny Committee Date 28 January 2025</p><p><b>Author</b> Area Manager, Assurance Agenda item 8</p>
     <p><b>Service</b> Oxmarsh Fire and Rescue Service Wards affected All</p>`,
  );
  expect([body, meetingDate, author, agendaItem, service]).toEqual([
    'Scrutiny Committee',
    '2025-01-28',
    'Area Manager, Assurance',
    '8',
    'Oxmarsh Fire and Rescue Service',
  ]);
});

test('a label that says something else each time is one of the parts of a paper', async () => {
  const { body } = await paperOf('<h2>Board: Effectiveness</h2><p>None.</p><h2>Board: People</h2><p>None.</p>');
  expect(body).toBeNull();
});
