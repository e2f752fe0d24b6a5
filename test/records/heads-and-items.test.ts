import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = ['keep its maps up to date', 'test its hoses each year', 'charge fairly for its boats'].map(
  (finding) => `The service should ${finding}.`,
);
const steps = ['We will draw all maps anew', 'We will buy a pump for tests', 'We will ask three owners of boats'];
const more = ['We will train two clerks', 'We will hire a yard', 'We will print a list of fees'];
const notes = [
  'Five maps were drawn by the crews.',
  'A pump was hired for the summer.',
  'Two owners were asked in May.',
];
const posts = ['Head of Maps', 'Head of Hoses', 'Head of Boats'];

const readPlan = async (body: string) => (await readHtml(`<h1>HMICFRS improvement plan</h1>${body}`)).entries;
const each = (record: (at: number) => string) => findings.map((_, at) => record(at)).join('');
const row = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const head = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<th>${text}</th>`).join('')}</tr>`;
const across = (text: string, columns: number) => `<tr><td colspan="${columns}">${text}</td></tr>`;

test('items of a list below one label, each with labels of its own, all stand under it', async () => {
  const facts = (at: number) => `Lead: ${posts[at]} | Due: ${at + 3} March 2031 | Status: On track`;
  const entries = await readPlan(
    each(
      (at) =>
        `<h2>Part ${'ABC'[at]}</h2><p>AFI ${at + 1}: ${findings[at]}</p><p>Our actions:</p><ul><li>${steps[at]}<br>${facts(at)}</li><li>${more[at]}<br>${facts(at)}</li></ul>`,
    ),
  );
  expect(entries.map(({ finding, action }) => [finding, action])).toEqual(
    findings.flatMap((finding, at) => [
      [finding, steps[at]],
      [finding, more[at]],
    ]),
  );
});

test('a comment below each row has its name from the header, though a table has a single row or a comment is blank', async () => {
  const table = (at: number) =>
    `<h2>Part ${'ABC'[at]}</h2><table border="1">${head('Ref', 'What inspectors said', 'Lead', 'Due')}<tr><th colspan="4">Latest news</th></tr>${row(`AFI ${at + 1}`, findings[at] ?? '', posts[at] ?? '', '3 March 2031')}${across(at === 1 ? '' : (notes[at] ?? ''), 4)}</table>`;
  const entries = await readPlan(each(table));
  expect(entries.map(({ finding, progress }) => [finding, progress])).toEqual([
    [findings[0], notes[0]],
    [findings[1], null],
    [findings[2], notes[2]],
  ]);
});

test('a finding across the first row of a table is over the rows below it, and no name of the comments under them', async () => {
  const rows = (at: number) =>
    `<tr><td colspan="4"><b>${findings[at]}</b></td></tr>${row(`${at + 1}.1`, steps[at] ?? '', posts[at] ?? '', 'On track')}${across(`Update: ${notes[at]}`, 4)}${row(`${at + 1}.2`, more[at] ?? '', posts[at] ?? '', 'Delayed')}${across(`Update: ${notes[at]}`, 4)}`;
  const names = ['Ref', 'Action', 'Owner', 'Status'].map((name) => `<td><b>${name}</b></td>`).join('');
  const entries = await readPlan(`<table border="1"><tr>${names}</tr>${each(rows)}</table>`);
  expect(entries.map(({ finding, action }) => [finding, action])).toEqual(
    findings.flatMap((finding, at) => [
      [finding, steps[at]],
      [finding, more[at]],
    ]),
  );
});

test('names of columns in plain type that return in each table are no row of it', async () => {
  const table = (at: number) =>
    `<table border="1">${row('ID', 'Theme')}${row(`AFI ${at + 1}`, ['Maps', 'Hoses', 'Boats'][at] ?? '')}${across('Ask of the service', 4)}${across(findings[at] ?? '', 4)}${across('What has changed', 4)}${across(notes[at] ?? '', 4)}${row('Expected completion', 'Status', 'Delivery lead')}${row(`${at + 3} March 2031`, 'On track', posts[at] ?? '')}</table>`;
  const entries = await readPlan(each(table));
  expect(entries.map(({ finding, status, lead }) => [finding, status?.value, lead])).toEqual(
    findings.map((finding, at) => [finding, 'in_progress', posts[at]]),
  );
});

test('facts of one kind stand below each other in cards that all have the same kinds, however many lines of progress each has', async () => {
  const card = (at: number) =>
    `<p><b>${findings[at]}</b></p><ul>${notes
      .slice(0, at + 1)
      .map((note) => `<li>${note}</li>`)
      .join('')}</ul><p>${posts[at]}</p><p>${at + 3} March 2031</p>`;
  const entries = await readPlan(each(card));
  expect(entries.map(({ finding, lead, timescale }) => [finding, lead, timescale?.start])).toEqual(
    findings.map((finding, at) => [finding, posts[at], `2031-03-0${at + 3}`]),
  );
});

test('a status of several words in a line of facts ends it: the text below is none of it', async () => {
  const card = (at: number) =>
    `<h3>AFI ${at + 1}: ${findings[at]}</h3><p>Date due: ${at + 3} March 2031 · Led by: ${posts[at]} · State: ${['In progress and on track', 'Open - actions off track', 'Complete and signed off'][at]}</p><p>${notes[at]}</p>`;
  const entries = await readPlan(each(card));
  expect(entries.map(({ status, progress }) => [status?.value, progress])).toEqual([
    ['in_progress', notes[0]],
    ['delayed', notes[1]],
    ['complete', notes[2]],
  ]);
});

test('a table below the last of several forms is none of it', async () => {
  const form = (at: number) =>
    `<p>ID:</p><p>${at + 1}</p><p>HMICFRS said:</p><p>${findings[at]}</p><p>Progress:</p><p>${notes[at]}</p><p>Responsible:</p><p>${posts[at]}</p>`;
  const grades = `<table border="1">${head('Area', 'This inspection', 'Last inspection')}${row('Maps', 'Good', 'Adequate')}${row('Boats', 'Adequate', 'Good')}</table>`;
  const entries = await readPlan(`${each(form)}${grades}`);
  expect(entries.map(({ finding, lead }) => [finding, lead])).toEqual(
    findings.map((finding, at) => [finding, posts[at]]),
  );
});
