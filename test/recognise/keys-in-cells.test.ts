import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const rows = (statuses: readonly string[], header = 'Status', above: readonly (readonly string[])[] = []) =>
  htmlTable([
    ...above,
    ['Area for improvement', 'Action', header, 'Owner', 'Due'],
    ...statuses.map((status, at) => [
      `The service should test its ${['hoses', 'maps', 'pumps', 'boats'][at]}.`,
      `Buy a rig for number ${at + 1}`,
      status,
      'Head of Fleet',
      `${at + 1} May 2025`,
    ]),
  ]);
const statusesOf = async (html: string) =>
  (await readHtml(`<h1>HMICFRS action plan</h1>${html}`)).entries.map(({ status }) => status?.value ?? null);

test('a key with a code and its meaning in each cell, below a title over all of them', async () => {
  const key = `<table><tr><th colspan="3">Key to status</th></tr><tr><td>C = Complete</td><td>T = On track</td><td>S = At risk of slipping</td></tr></table>`;
  expect(await statusesOf(`${key}${rows(['T', 'S', 'C'])}`)).toEqual(['in_progress', 'delayed', 'complete']);
});

test("a row of the plan's own table that is its key, of letters of colours", async () => {
  const key = [
    'Key',
    'B – delivered',
    'G – in hand, will meet the date',
    'A – at risk of missing it',
    'R – date missed',
  ];
  expect(await statusesOf(rows(['B', 'G', 'A', 'R'], 'BRAG', [key]))).toEqual([
    'complete',
    'in_progress',
    'delayed',
    'delayed',
  ]);
});

test('a column of scores that the key explains is the status, one of an earlier time is not', async () => {
  const key = htmlTable([
    ['Score', 'Meaning'],
    ['3', 'Finished'],
    ['2', 'Going to plan'],
    ['1', 'Serious delay'],
  ]);
  expect(await statusesOf(`${key}${rows(['3', '1', '2'], 'Score')}`)).toEqual(['complete', 'delayed', 'in_progress']);
  expect(await statusesOf(`${key}${rows(['3', '1', '2'], 'Previous score')}`)).toEqual([null, null, null]);
});

test('two columns of a key in one line, and what is not expected to be met', async () => {
  const key = (lines: readonly string[]) =>
    `<h2>Our labels</h2><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
  expect(
    await statusesOf(
      `${key(['Sailing: will meet its date Drifting: may not meet its date', 'Docked: finished Towed: we do not expect to meet the date'])}${rows(['Sailing', 'Drifting', 'Docked', 'Towed'])}`,
    ),
  ).toEqual(['in_progress', 'delayed', 'complete', 'delayed']);
});

test('boxes side by side in cells of one row are one choice', async () => {
  const form = (number: number, ticked: number) =>
    `<h2>Sheet ${number}</h2><table><tr><th>Area for improvement</th><td colspan="3">The service should test hose ${number}.</td></tr><tr><th>Action</th><td colspan="3">Buy rig ${number}</td></tr><tr><th>Status (tick one)</th>${['Not started', 'On track', 'Complete'].map((words, at) => `<td>${at === ticked ? '☒' : '☐'} ${words}</td>`).join('')}</tr><tr><th>Owner</th><td colspan="3">Head of Fleet</td></tr></table>`;
  expect(await statusesOf(`${form(1, 1)}${form(2, 2)}${form(3, 0)}`)).toEqual([
    'in_progress',
    'complete',
    'not_started',
  ]);
});
