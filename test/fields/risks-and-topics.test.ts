import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const risks = [
  [
    'CR01',
    'Failure to deliver the HMICFRS improvement plan',
    'Board chaired by the Chief',
    '4',
    '3',
    '12',
    'Amber',
    'Recruit an officer',
    'Chief Fire Officer',
    '31 December 2024',
  ],
  [
    'CR02',
    'Fire protection backlog (area for improvement)',
    'Risk-based programme',
    '5',
    '3',
    '15',
    'Red',
    'Overtime to go on',
    'Head of Protection',
    '31 March 2025',
  ],
  [
    'CR03',
    'Cyber attack',
    'Security desk',
    '2',
    '4',
    '8',
    'Amber',
    'Phishing test each quarter',
    'ICT Manager',
    '30 June 2025',
  ],
];
const header = ['Risk', 'Title', 'Controls', 'L', 'I', 'Score', 'Rating', 'Further action', 'Owner', 'Due'];

test('records with two numbers and what they make are risks, though two of them name the inspection', async () => {
  const { entries } = await readHtml(`<h1>Corporate Register</h1>${htmlTable([header, ...risks])}`);
  expect(entries).toEqual([]);
});

test('a plan that scores what it was asked for is a plan', async () => {
  const asked = risks.map(([ref = '', title, ...cells]) => [
    ref,
    `The service should deal with the ${title?.toLowerCase()}.`,
    ...cells,
  ]);
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${htmlTable([['Ref', 'Area for improvement', ...header.slice(2)], ...asked])}`,
  );
  expect(entries).toHaveLength(3);
});

const columns = ['No.', 'Action', 'Owner', 'End', 'Commentary', 'Status'];
const over = (text: string) => `<tr><td colspan="6"><b>${text}</b></td></tr>`;
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

test('a kind of finding and its topic over the width of a table stand over its rows', async () => {
  const { entries } = await readHtml(
    `<h1>Fire Inspection Delivery Plan</h1><table><tr>${columns.map((name) => `<th>${name}</th>`).join('')}</tr>${over('Cause of concern – culture')}${row(['CC1a', 'Open a reporting line', 'People Director', 'Jun 2023', 'Line opened on 1 June.', 'Complete'])}${row(['CC1b', 'Send all to the course', 'Learning Adviser', 'Dec 2023', 'Half of them have been.', 'On track'])}${over('Area for improvement – estates')}${row(['AFI4a', 'Audit each station', 'Property Service', 'Jun 2024', 'A brief has been written.', 'Not started'])}</table>`,
  );
  expect(entries.map(({ ref, theme, kind }) => [ref, theme, kind])).toEqual([
    ['CC1a', 'culture', 'cause_of_concern'],
    ['CC1b', 'culture', 'cause_of_concern'],
    ['AFI4a', 'estates', 'area_for_improvement'],
  ]);
});

test("a question of the inspection is what findings are about, without its section's letter", async () => {
  const part = (letter: string, question: string) =>
    `<h2>${letter}. ${question}</h2>${htmlTable([
      ['Area for improvement', 'Action', 'Status'],
      [`The service should look at ${question.toLowerCase()} more closely.`, `Write a guide on ${letter}`, 'On track'],
      [`The service should tell partners of ${question.toLowerCase()}.`, `Hold a day on ${letter}`, 'Complete'],
    ])}`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${part('A', 'Preventing fires and other risks')}${part('B', 'Responding to fires and other emergencies')}`,
  );
  expect([...new Set(entries.map(({ theme }) => theme))]).toEqual([
    'Preventing fires and other risks',
    'Responding to fires and other emergencies',
  ]);
});
