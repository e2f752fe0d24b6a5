import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const plan = htmlTable([
  ['Action', 'Status'],
  ['Write a plan', 'Complete'],
  ['Ask staff', 'In progress'],
]);

test.each([
  ['<p>Audit and Standards Panel | 26 June 2025 | Agenda item 6</p>', 'Audit and Standards Panel', '2025-06-26'],
  [
    '<p>Thornbeck Combined Fire Authority · 3 June 2026 · Item 11 · For information</p>',
    'Thornbeck Combined Fire Authority',
    '2026-06-03',
  ],
  [
    '<p>Paper 5 for the Fire and Crime Panel, Thursday 20 November 2025. Page made on 7 November 2025.</p>',
    'Fire and Crime Panel',
    '2025-11-20',
  ],
  [
    '<p>Fire Authority (Performance Panel), 19 May 2026, item 5</p>',
    'Fire Authority (Performance Panel)',
    '2026-05-19',
  ],
  [
    '<p>THORNBECK FIRE AND RESCUE AUTHORITY</p><p>17 December 2025</p><p>Agenda Item 7</p>',
    'THORNBECK FIRE AND RESCUE AUTHORITY',
    '2025-12-17',
  ],
  ['<p>To: Members</p><p>Meeting: 26 June 2025</p>', null, '2025-06-26'],
  [
    '<table><tr><td>Thornbeck Fire and Rescue Service</td><td>Item 9</td></tr><tr><td>Improvement Committee</td><td>24 June 2025</td></tr></table>',
    'Improvement Committee',
    '2025-06-24',
  ],
])('%s', async (lines, body, meetingDate) => {
  const { paper } = await readHtml(`${lines}<h1>Inspection action plan</h1>${plan}`);
  expect(paper).toMatchObject({ body, meetingDate });
});

test('the agenda’s item is the title, without its number', async () => {
  const { paper } = await readHtml(
    `<h1>Thornbeck Fire and Rescue Service</h1><p><b>Agenda item 4: Inspection Actions List</b></p><h2>Why this is before you</h2><p>The panel asked for it.</p>${plan}`,
  );
  expect(paper.title).toBe('Inspection Actions List');
});

test('titles with the reference of a finding are its own, and no paper’s', async () => {
  const { paper } = await readHtml(
    `<p>Thornbeck Fire and Rescue Service</p><p>Protection Improvement Plan</p><h3>AFI 1 – Audits</h3>${plan}<h3>AFI 2 – Training</h3>${plan}`,
  );
  expect(paper.title).toBe('Protection Improvement Plan');
});
