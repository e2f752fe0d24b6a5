import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const header = ['Area for improvement', 'Action', 'RAG', 'Owner', 'Due'];
const rows = (states: readonly string[]) =>
  htmlTable([
    header,
    ...states.map((state, at) => [
      `The service should test its ${['hoses', 'maps', 'pumps'][at]} each year.`,
      `Buy a rig for number ${at + 1}`,
      state,
      'Head of Fleet',
      `${at + 1} May 2025`,
    ]),
  ]);
const statuses = async (html: string) =>
  (await readHtml(`<h1>HMICFRS action plan</h1>${html}`)).entries.map(({ status }) => status?.value ?? null);

test('colours over what they mean, with the name of the key beside them', async () => {
  const key =
    '<table><tr><th>Key</th><td>Blue</td><td>Green</td><td>White</td></tr><tr><td></td><td>Complete</td><td>On track</td><td>Not yet started</td></tr></table>';
  expect(await statuses(`${key}${rows(['Blue', 'White', 'Green'])}`)).toEqual([
    'complete',
    'not_started',
    'in_progress',
  ]);
});

const card = (at: number, state: string, when: string) =>
  `<h2>${['Risk', 'Fire safety', 'Training'][at]}</h2><p><b>They said</b></p><p>The service should test its ${['hoses', 'maps', 'pumps'][at]} each year.</p><p><b>We did</b></p><p>We bought ${at + 4} rigs and used them in each district.</p><p><span>${state}</span> <span><b>When:</b> ${when}</span> <span><b>Who:</b> Fleet Team</span></p>`;

test("words of the paper's own key before a label in its line are the state, and no part of the label", async () => {
  const key =
    '<p>How to read the tags: Finished – job done. Getting there – we are working on it and expect to be on time. Stuck – later than we hoped.</p>';
  const { entries } = await readHtml(
    `<h1>HMICFRS: they said, we did</h1>${key}${card(0, 'Finished', 'Spring 2025')}${card(1, 'Getting there', 'Autumn 2025')}${card(2, 'Finished', 'Summer 2025')}${card(0, 'Stuck', 'Summer 2026')}${card(1, 'Getting there', 'May 2026')}${card(2, 'Finished', 'June 2026')}`,
  );
  expect(entries.map(({ status, timescale }) => [status?.raw, status?.value, timescale?.raw])).toEqual([
    ['Finished', 'complete', 'Spring 2025'],
    ['Getting there', 'in_progress', 'Autumn 2025'],
    ['Finished', 'complete', 'Summer 2025'],
    ['Stuck', 'delayed', 'Summer 2026'],
    ['Getting there', 'in_progress', 'May 2026'],
    ['Finished', 'complete', 'June 2026'],
  ]);
});

test('a state behind its label within a cell is looked for in the key too', async () => {
  const table = (at: number, state: string) =>
    htmlTable([
      [`AFI ${at}`, ''],
      ['Finding', `The service should test its ${['hoses', 'maps', 'pumps'][at]} each year.`],
      [`Lead: Head of Fleet`, `Position: ${state}`],
    ]);
  const key =
    '<p>The words used are: Landed (finished and checked), Moving (being worked on and likely to be on time) and Parked (put off).</p>';
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${key}${table(0, 'Landed')}${table(1, 'Moving')}${table(2, 'Moving')}`,
  );
  expect(entries.map(({ status }) => [status?.raw, status?.value])).toEqual([
    ['Landed', 'complete'],
    ['Moving', 'in_progress'],
    ['Moving', 'in_progress'],
  ]);
});

test('a status in bold with the label that it stands before, and the number of each card below the month of the paper', async () => {
  const one = (at: number, title: string, state: string, when: string) =>
    `<p><b>0${at}</b></p><h2>${title}</h2><p>Inspectors said the service should look after its ${title.toLowerCase()} better.</p><p><b>What we’ve done</b></p><ul><li>Trained ${at + 7} assessors of our own</li></ul><p><b>What’s next</b></p><p>Share report ${at} with partners.</p><p><b>${state} Target:</b> ${when}</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS: our improvement journey</h1><h2>August 2024</h2>${one(1, 'Homes', 'DONE', 'Spring 2024')}${one(2, 'Buildings', 'UNDERWAY', 'Autumn 2024')}${one(3, 'Crews', 'UNDERWAY', 'Summer 2025')}${one(4, 'Money', 'DONE', 'Autumn 2023')}`,
  );
  expect(
    entries.map(({ ref, theme, future, status, timescale }) => [ref, theme, future, status?.raw, timescale?.raw]),
  ).toEqual([
    ['01', 'Homes', 'Share report 1 with partners.', 'DONE', 'Spring 2024'],
    ['02', 'Buildings', 'Share report 2 with partners.', 'UNDERWAY', 'Autumn 2024'],
    ['03', 'Crews', 'Share report 3 with partners.', 'UNDERWAY', 'Summer 2025'],
    ['04', 'Money', 'Share report 4 with partners.', 'DONE', 'Autumn 2023'],
  ]);
});
