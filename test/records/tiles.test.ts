import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const tile = (status: string, asked: string, done: string, lead: string, due: string) =>
  `<table><tr><td rowspan="3">${status}</td><td colspan="2"><p><b>${asked}</b></p><p><b>Response</b> ${done}</p></td></tr><tr><td><b>Sponsor</b></td><td><b>Due date</b></td></tr><tr><td>${lead}</td><td>${due}</td></tr></table>`;

test('a cell down the side of a text over labels and their values is of one record with them', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement dashboard</h1>${tile('Complete', 'The service should test its hoses.', 'A rig was bought.', 'Head of Hoses', 'May 2026')}${tile('On track', 'The service should keep its maps.', 'Two sites were walked.', 'Maps Officer', 'June 2026')}${tile('Delayed', 'The service should know its wells.', 'Forty wells were seen.', 'Wells Manager', 'July 2026')}`,
  );
  expect(entries.map(({ finding, lead, timescale, status }) => [finding, lead, timescale?.raw, status?.value])).toEqual(
    [
      ['The service should test its hoses.', 'Head of Hoses', 'May 2026', 'complete'],
      ['The service should keep its maps.', 'Maps Officer', 'June 2026', 'in_progress'],
      ['The service should know its wells.', 'Wells Manager', 'July 2026', 'delayed'],
    ],
  );
});
