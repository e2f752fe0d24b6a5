import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const plan = htmlTable([
  ['Area for improvement', 'Action', 'Status'],
  ['The service should write a plan.', 'Write a plan', 'Complete'],
  ['The service should ask its staff.', 'Ask staff', 'In progress'],
]);
const paperOf = async (lines: string) => (await readHtml(`<h1>HMICFRS action plan</h1>${lines}${plan}`)).paper;

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
