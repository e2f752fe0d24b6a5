import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const names = ['ID', 'Finding', 'Task', 'Ends'];

test('names of columns in a table of their own head the tables below, which titles part', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><table>${row(names, 'th')}</table><h2>Control room</h2><table>${row(['SK-1', 'Control should have a site to fall back on.', 'Equip the reserve room', '27/06/2025'])}${row(['SK-2', 'Control should rehearse a move.', 'Run a live move', '31/07/2025'])}</table><h2>Stores</h2><table>${row(['SK-3', 'Stores should be counted.', 'Count the hoses', '02/09/2025'])}${row(['SK-4', 'Stores should be locked.', 'Buy three locks', '03/09/2025'])}</table>`,
  );
  expect(entries.map(({ ref, finding, action, timescale }) => [ref, finding, action, timescale?.raw])).toEqual([
    ['SK-1', 'Control should have a site to fall back on.', 'Equip the reserve room', '27/06/2025'],
    ['SK-2', 'Control should rehearse a move.', 'Run a live move', '31/07/2025'],
    ['SK-3', 'Stores should be counted.', 'Count the hoses', '02/09/2025'],
    ['SK-4', 'Stores should be locked.', 'Buy three locks', '03/09/2025'],
  ]);
});

test('references down the first column name entries, though they are set as the names of fields are', async () => {
  const entry = (ref: string, asked: string, ...told: readonly string[]) =>
    `<tr><th>${ref}</th>${[asked, ...told].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const { entries } = await readHtml(
    `<h1>Improvement matrix</h1><table>${row(['No.', 'Area for improvement', 'April to June 2024', 'July to September 2024'], 'th')}${entry('T1', 'The service should test its hoses each year at every station.', 'A list of hoses was drawn up with the stores.', 'Half of the hoses have been tested.')}${entry('T2', 'The service should keep the maps of its stations up to date.', 'Station cards were drafted for Quay and Tin Street.', 'Cards are in use at nine stations.')}${entry('T3', 'The service should charge fairly for the use of its boats.', 'A tariff was drafted and sent to members.', 'Members agreed to the tariff in July.')}${entry('T4', 'The service should train those who test its hoses each year.', 'Two trainers were hired from a neighbour.', 'Nine testers have been trained so far.')}</table>`,
  );
  expect(entries.map(({ ref, updates }) => [ref, updates.length])).toEqual([
    ['T1', 2],
    ['T2', 2],
    ['T3', 2],
    ['T4', 2],
  ]);
});
