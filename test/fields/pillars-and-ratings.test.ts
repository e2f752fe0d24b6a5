import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = ['keep its maps up to date', 'test its hoses each year', 'charge fairly for its boats'].map(
  (finding) => `The service should ${finding}.`,
);
const readPlan = async (body: string) => (await readHtml(`<h1>HMICFRS improvement plan</h1>${body}`)).entries;
const row = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const names = '<tr><th>HMICFRS said</th><th>Progress to date</th><th>Health</th></tr>';
const pillars = [
  ['Effectiveness', 'Preventing fires and other risks'],
  ['Efficiency', 'Making best use of resources'],
  ['People', 'Promoting the right values and culture'],
] as const;

test('headings of pillars over headings of their questions: the first is the pillar, the second the theme', async () => {
  const part = (at: number) =>
    `<h2>${pillars[at]?.[0]}</h2><h3>${pillars[at]?.[1]}</h3><table border="1">${names}${row(findings[at] ?? '', 'Work was begun with the crews.', 'On track')}</table>`;
  const entries = await readPlan([0, 1, 2].map(part).join(''));
  expect(entries.map(({ pillar, theme }) => [pillar, theme])).toEqual(
    pillars.map(([pillar, theme]) => [pillar.toLowerCase(), theme]),
  );
});

test('a pillar and its question behind a dash in one band are pillar and theme', async () => {
  const band = (at: number) => `<tr><td colspan="3"><b>${pillars[at]?.join(' – ')}</b></td></tr>`;
  const rows = [0, 0, 1, 1, 2]
    .map(
      (part, at, all) =>
        `${all[at - 1] === part ? '' : band(part)}${row(findings[part] ?? '', `Crew ${at} was asked.`, 'On track')}`,
    )
    .join('');
  const entries = await readPlan(`<table border="1">${names}${rows}</table>`);
  expect(entries.map(({ pillar, theme }) => [pillar, theme])).toEqual(
    [0, 0, 1, 1, 2].map((part) => [pillars[part]?.[0].toLowerCase(), pillars[part]?.[1]]),
  );
});

test('letters of red, amber and green are a rating under any label, and a status by the key', async () => {
  const key = [
    ['R', 'Late'],
    ['A', 'At risk'],
    ['G', 'On track'],
    ['C', 'Complete'],
  ].map(([letter = '', words = '']) => row(letter, words));
  const rows = ['R', 'G', 'C'].map((letter, at) => row(findings[at] ?? '', 'Work was begun with the crews.', letter));
  const entries = await readPlan(
    `<p>Key to status</p><table border="1">${key.join('')}</table><table border="1">${names}${rows.join('')}</table>`,
  );
  expect(entries.map(({ rag, status }) => [rag?.value, status?.value])).toEqual([
    ['red', 'delayed'],
    ['green', 'in_progress'],
    [undefined, 'complete'],
  ]);
});

test('a cause of concern that stands once leaves the finding to the recommendation of each row, whatever that is headed', async () => {
  const head = '<tr><th>Cause of concern</th><th>Recommendation in full</th><th>Update</th><th>Aiming for</th></tr>';
  const rows = findings.map((finding, at) =>
    at === 0
      ? `<tr><td rowspan="3">Maps, hoses and boats have been left to themselves for years.</td><td>${finding}</td><td>Crew 1 was asked.</td><td>March 2031</td></tr>`
      : row(finding, `Crew ${at + 1} was asked.`, 'April 2031'),
  );
  const entries = await readPlan(`<table border="1">${head}${rows.join('')}</table>`);
  expect(entries.map(({ finding }) => finding)).toEqual(findings);
});
