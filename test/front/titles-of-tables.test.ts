import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const plan = [
  ['Area for improvement', 'Action', 'Status', 'Owner'],
  ['The service should test its hoses.', 'Buy a rig', 'On track', 'Head of Fleet'],
  ['The service should print its maps.', 'Ask a printer', 'Complete', 'Head of Maps'],
]
  .map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`)
  .join('');
const title = (text: string) => `<tr><td colspan="4"><b>${text}</b></td></tr>`;

test('the title rows of a printed sheet say what it is, and are no part of its table', async () => {
  const { paper, entries } = await readHtml(
    `<table>${title('Fenmarsh Fire and Rescue Service')}${title('HMICFRS Action Log')}${title('Service Improvement Panel, 23 January 2025')}${plan}</table>`,
  );
  expect(paper).toMatchObject({
    service: 'Fenmarsh Fire and Rescue Service',
    title: 'HMICFRS Action Log',
    body: 'Service Improvement Panel',
    meetingDate: '2025-01-23',
  });
  expect(entries.map(({ plan: name, lead }) => [name, lead])).toEqual([
    ['HMICFRS Action Log', 'Head of Fleet'],
    ['HMICFRS Action Log', 'Head of Maps'],
  ]);
});

test("a band over a table's rows that names nobody stays in it", async () => {
  const { paper, entries } = await readHtml(`<table>${title('Effectiveness')}${plan}</table>`);
  expect(paper.title).toBeNull();
  expect(entries.map(({ pillar }) => pillar)).toEqual(['effectiveness', 'effectiveness']);
});

test("the agenda's item behind a day, and at the end of a masthead", async () => {
  const read = async (line: string) =>
    (await readHtml(`<h1>${line}</h1><h1>HMICFRS action plan</h1><table>${plan}</table>`)).paper;
  expect(await read('5 December 2024 Agenda item no. 10')).toMatchObject({
    title: 'HMICFRS action plan',
    meetingDate: '2024-12-05',
    agendaItem: '10',
  });
  expect(await read('Service Improvement Board, 27 November 2024, item 4')).toMatchObject({
    body: 'Service Improvement Board',
    agendaItem: '4',
  });
});
