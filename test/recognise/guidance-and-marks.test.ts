import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

test('guidance below the name of the service that gives it is no plan', async () => {
  const { entries } = await readHtml(
    `<p><b>Ollerby Fire and Rescue Service</b></p><h1>Guidance note: writing HMICFRS action plans</h1><h2>1. Who this is for</h2><p>Anyone who owns an action. It tells you what each column is for.</p><h2>2. Choosing a status</h2>${htmlTable(
      [
        ['Status', 'Use it when'],
        ['Complete', 'Evidence has been seen by the team.'],
        ['On track', 'You are confident about the date.'],
      ],
    )}<h2>3. Before you send it</h2><ul><li>Have you said what has changed?</li><li>Has the evidence been saved?</li></ul>`,
  );
  expect(entries).toEqual([]);
});

test('a letter for yes in one of several columns of statuses is the status', async () => {
  const row = (ref: string, mark: number) =>
    `<tr><td>${ref}</td><td>Chief fire officers should do what ${ref} asks.</td><td>The work on ${ref} was begun in May.</td>${[0, 1, 2].map((at) => `<td>${at === mark ? 'Y' : ''}</td>`).join('')}</tr>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS recommendations</h1><table><tr><th rowspan="2">No.</th><th rowspan="2">Recommendation</th><th rowspan="2">Position</th><th colspan="3">Status</th></tr><tr><th>Complete</th><th>In progress</th><th>Not started</th></tr>${row('Rec 1', 0)}${row('Rec 4', 1)}${row('Rec 9', 2)}</table>`,
  );
  expect(entries.map(({ status }) => status?.value)).toEqual(['complete', 'in_progress', 'not_started']);
});

test('what stands once over several recommendations with a finding each is done about none of them', async () => {
  const record = (ref: number, asked: string) =>
    `<h4>Recommendation ${ref}</h4><p>By 1 June 2023, chief fire officers should ${asked}.</p><p>Summary: ${asked.length} officers have been told of it.</p>`;
  const { entries } = await readHtml(
    `<h1>Values and Culture Report – HMICFRS recommendations</h1><h2>Completed</h2><p>The Service has done what was asked in this section.</p>${record(3, 'review the support for staff')}${record(4, 'say how concerns are handled')}<h2>In progress</h2><p>Work is under way in this section.</p>${record(18, 'support all parties')}${record(24, 'look at the culture of the service')}`,
  );
  expect(entries.map(({ ref, action }) => [ref, action])).toEqual([
    ['Recommendation 3', null],
    ['Recommendation 4', null],
    ['Recommendation 18', null],
    ['Recommendation 24', null],
  ]);
});
