import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readDocument } from '../../parsers/index.ts';
import { blocksToRegions } from '../../parsers/records/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { readHtml } from '../support/read-html.ts';

const hoses = 'The service should test its hoses each year.';
const maps = 'The service should keep its maps up to date.';
const boats = 'The service should train its boat crews.';

/** The values of the slots of the largest region that a page holds, slot by slot. */
async function valuesOf(body: string): Promise<readonly (readonly (string | null)[])[]> {
  const bytes = Buffer.from(`<!doctype html><html><body>${body}</body></html>`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { blocks } = await readDocument({ name: 'a.html', path: 'a.html', bytes, sha256 }, defaultParseOptions);
  const [largest] = blocksToRegions(blocks, () => true).toSorted((a, b) => b.slots.length - a.slots.length);
  return (largest?.slots ?? []).map(({ values }) => values.map((value) => value?.text ?? null));
}

test('cards whose facts are boxes of a style sheet: badges above the title, post and date apart', async () => {
  const card = (ref: string, state: string, title: string, post: string, date: string) =>
    `<div><span class="badge">${state}</span><span class="ref">${ref}</span></div><h3>${title}</h3><p>Half of the work of ${post} has been done.</p><div class="foot"><span class="who">${post}</span><span class="when">${date}</span></div>`;
  const values = await valuesOf(
    `<h1>Plan</h1><h2>Effectiveness</h2>${card('WF-1', 'On track', hoses, 'Head of Hoses', 'March 2026')}${card('WF-2', 'Delayed', maps, 'Head of Maps', 'May 2026')}${card('WF-3', 'On track', boats, 'Head of Boats', 'June 2026')}`,
  );
  for (const slot of [
    [hoses, maps, boats],
    ['WF-1', 'WF-2', 'WF-3'],
    ['On track', 'Delayed', 'On track'],
    ['Head of Hoses', 'Head of Maps', 'Head of Boats'],
    ['March 2026', 'May 2026', 'June 2026'],
  ])
    expect(values).toContainEqual(slot);
});

test('a line of facts without labels is apart by what each fact is, whichever is missing', async () => {
  const item = (title: string, facts: string) => `<h3>${title}</h3><p>${facts}</p>`;
  const values = await valuesOf(
    item('Buy hoses', 'Head of Hoses · March 2026') +
      item('Draw maps', 'Head of Maps') +
      item('Train crews', 'Head of Boats · June 2026') +
      item('Mend pumps', 'Head of Pumps · July 2026'),
  );
  expect(values).toContainEqual(['Head of Hoses', 'Head of Maps', 'Head of Boats', 'Head of Pumps']);
  expect(values).toContainEqual(['March 2026', null, 'June 2026', 'July 2026']);
});

test('facts in brackets end the actions under what was asked', async () => {
  const asked = (text: string, actions: readonly string[]) =>
    `<ul><li>${text}<ul>${actions.map((action) => `<li>${action}</li>`).join('')}</ul></li></ul>`;
  const values = await valuesOf(
    asked(hoses, ['Buy hoses (on track, Head of Hoses, Stores)', 'Count hoses (complete, Head of Stores)']) +
      asked(maps, ['Draw maps (delayed, Head of Maps)']),
  );
  expect(values).toEqual([
    [hoses, hoses, maps],
    ['Buy hoses', 'Count hoses', 'Draw maps'],
    ['Head of Hoses, Stores', 'Head of Stores', 'Head of Maps'],
    ['on track', 'complete', 'delayed'],
  ]);
});

test('a comment across the table belongs to the row above it; the first row has none above', async () => {
  const rows = [hoses, maps, boats].map(
    (text, index) =>
      `<tr><td>${index + 1}</td><td>${text}</td><td>Head of Hoses</td></tr><tr><td colspan="3">Half of the ${index + 2} tests were done by May of this year.</td></tr>`,
  );
  const { entries } = await readHtml(
    `<h1>Plan</h1><table><tr><th>No.</th><th>Area for improvement</th><th>Lead</th></tr>${rows.join('')}</table>`,
  );
  expect(entries.map(({ finding, progress }) => [finding, progress])).toEqual(
    [hoses, maps, boats].map((text, index) => [text, `Half of the ${index + 2} tests were done by May of this year.`]),
  );
});

test('rows that only sum up are no entries, and their words are told', async () => {
  const rows = [hoses, maps, boats].map((text) => `<tr><td>${text}</td><td>Head of Hoses</td><td>40%</td></tr>`);
  const { entries, issues, paper } = await readHtml(
    `<h1>Plan</h1><table><tr><th>Area for improvement</th><th>Lead</th><th>% complete</th></tr>${rows.join('')}<tr><td>Sub-total: 3 areas</td><td></td><td></td></tr></table>`,
  );
  expect(entries.map(({ finding }) => finding)).toEqual([hoses, maps, boats]);
  expect(issues.filter(({ message }) => message.includes('Sub-total: 3 areas'))).not.toEqual([]);
  expect(paper.outcome).toBe('ok');
});

test('the numbers of a committee’s paragraphs are no references, those of its plan are', async () => {
  const item = (number: number, ref: string, text: string) =>
    `<p>2.${number} ${ref}: ${text}</p><p>2.${number + 1} Crews finished ${number} of the twelve tests by May.</p><p>2.${number + 2} The lead officer is Head of Hoses. The target date is May 2026.</p>`;
  const { entries } = await readHtml(
    `<h1>Report</h1><h2>1. Purpose</h2><p>1.1 To tell members of the plan that follows.</p><h2>2. Progress</h2>${item(1, 'AFI 1', hoses)}${item(4, 'AFI 2', maps)}${item(7, 'AFI 3', boats)}`,
  );
  expect(entries).toMatchObject([
    {
      ref: 'AFI 1',
      finding: hoses,
      progress: 'Crews finished 1 of the twelve tests by May.',
      timescale: { end: '2026-05-31' },
    },
    { ref: 'AFI 2', finding: maps },
    { ref: 'AFI 3', finding: boats },
  ]);
});

test('tasks with owners and dates alone are no plan: nothing tells how they go and nothing was asked', async () => {
  const rows = ['Redesign the careers pages', 'Refresh the coaching register', 'Renew the gym contract'].map(
    (task, index) => `<tr><td>${task}</td><td>Head of People</td><td>${index + 1} May 2026</td></tr>`,
  );
  const { entries } = await readHtml(
    `<h1>People strategy</h1><p>Inspectors praised our staff.</p><table><tr><th>Activity this year</th><th>Owner</th><th>When</th></tr>${rows.join('')}</table>`,
  );
  expect(entries).toEqual([]);
});

test('the colours of an earlier month are kept in a column of their own, and no field of its own is sure of them', async () => {
  const paint = (colour: string) => `<td style="background:${colour}"></td>`;
  const rows = [hoses, maps, boats].map(
    (text, index) =>
      `<tr><td>${text}</td><td>Head of Hoses</td>${paint(index === 0 ? '#d00000' : '#00a050')}${paint(index === 1 ? '#ffbf00' : '#00a050')}</tr>`,
  );
  const { entries } = await readHtml(
    `<h1>Plan</h1><table><tr><th>Area for improvement</th><th>Lead</th><th>RAG June</th><th>RAG July</th></tr>${rows.join('')}</table>`,
  );
  expect(entries.map(({ rag, extra }) => [rag?.value, extra['RAG June']])).toEqual([
    ['green', '#D00000'],
    ['amber', '#00A050'],
    ['green', '#00A050'],
  ]);
  expect(entries.every(({ confidence }) => !('extra' in confidence))).toBe(true);
});

test('numbers before findings alone are references; those before every paragraph are the paper’s', async () => {
  const item = (ref: string, text: string, count: number) =>
    `<p>${ref} ${text}</p><p>Crews finished ${count} of the twelve tests in the spring.</p><p>Owner: Head of Hoses</p>`;
  const { entries } = await readHtml(
    `<h1>Our plan</h1><h2>1. Water</h2>${item('1.1', hoses, 4)}${item('1.2', maps, 5)}<h2>2. Boats</h2>${item('2.1', boats, 6)}${item('2.2', 'The service should buy two more boats.', 7)}`,
  );
  expect(entries.map(({ ref, finding, lead }) => [ref, finding, lead])).toEqual([
    ['1.1', hoses, 'Head of Hoses'],
    ['1.2', maps, 'Head of Hoses'],
    ['2.1', boats, 'Head of Hoses'],
    ['2.2', 'The service should buy two more boats.', 'Head of Hoses'],
  ]);
});
