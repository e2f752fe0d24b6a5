import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readDocument } from '../../parsers/index.ts';
import { blocksToRegions } from '../../parsers/records/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { isRef, splitRef } from '../../src/normalise/ref.ts';
import { readHtml } from '../support/read-html.ts';

const hoses = 'The service should test its hoses each year.';
const maps = 'The service should keep its maps up to date.';
const boats = 'The service should train its boat crews.';
const radios = 'The service should replace its oldest radios.';

/** The values of the slots of the region with most records that a page holds, slot by slot. */
async function valuesOf(body: string): Promise<readonly (readonly (string | null)[])[]> {
  const bytes = Buffer.from(`<!doctype html><html><body>${body}</body></html>`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { blocks } = await readDocument({ name: 'a.html', path: 'a.html', bytes, sha256 }, defaultParseOptions);
  const [largest] = blocksToRegions(blocks, () => true).toSorted((a, b) => b.records.length - a.records.length);
  return (largest?.slots ?? []).map(({ values }) => values.map((value) => value?.text ?? null));
}

test('signs above titles, whatever they say, are told by the first record of a section', async () => {
  const card = (sign: string, title: string, post: string) =>
    `<ul><li>${sign}</li></ul><h3>${title}</h3><p>Half of the work has been done by the crews.</p><p>${post}</p>`;
  const values = await valuesOf(
    `<h1>Plan</h1><h2>What was asked</h2>${card('Simmering', hoses, 'Head of Hoses')}${card('Boiling', maps, 'Head of Maps')}${card('Simmering', boats, 'Head of Boats')}`,
  );
  for (const slot of [
    ['Simmering', 'Boiling', 'Simmering'],
    ['Head of Hoses', 'Head of Maps', 'Head of Boats'],
  ])
    expect(values).toContainEqual(slot);
});

test('what stands below the last title of a section is no sign of the next', async () => {
  const card = (title: string, sign: string) =>
    `<h3>${title}</h3><p>Half of the work has been done by the crews.</p><p>${sign}</p>`;
  const values = await valuesOf(
    `<h1>Plan</h1><h2>What was asked</h2>${card(hoses, 'Simmering')}${card(maps, 'Boiling')}${card(boats, 'Cold')}`,
  );
  expect(values).toContainEqual(['Simmering', 'Boiling', 'Cold']);
});

test('texts without labels stand in columns of their kind where a record has one more or less', async () => {
  const card = (title: string, ...texts: readonly string[]) =>
    `<h3>${title}</h3>${texts.map((text) => `<p>${text}</p>`).join('')}`;
  const values = await valuesOf(
    `<h1>Plan</h1><h2>What was asked</h2>` +
      card(hoses, 'Half of the hoses have been tested.', 'Head of Hoses', 'March 2026') +
      card(maps, 'All maps have been drawn.', 'They were printed in May.', 'Head of Maps', 'June 2026') +
      card(boats, 'The boats have been bought.', 'August 2026') +
      card(radios, 'The radios have been ordered.', 'Head of Radios', 'May 2027'),
  );
  for (const slot of [
    [
      'Half of the hoses have been tested.',
      'All maps have been drawn.\nThey were printed in May.',
      'The boats have been bought.',
      'The radios have been ordered.',
    ],
    ['Head of Hoses', 'Head of Maps', null, 'Head of Radios'],
    ['March 2026', 'June 2026', 'August 2026', 'May 2027'],
  ])
    expect(values).toContainEqual(slot);
});

test('words that lead on to posts are no label, and no part of them', async () => {
  const item = (title: string, post: string) =>
    `<h3>${title}</h3><p>Half of the work has been done by the crews.</p><p>In the hands of ${post}</p>`;
  const values = await valuesOf(
    `<h1>Plan</h1><h2>What was asked</h2>${item(hoses, 'Assistant Director, Hoses')}${item(maps, 'Assistant Director, Maps')}${item(boats, 'Assistant Chief Fire Officer, Boats')}${item(radios, 'Head of Radios')}`,
  );
  expect(values).toContainEqual([
    'Assistant Director, Hoses',
    'Assistant Director, Maps',
    'Assistant Chief Fire Officer, Boats',
    'Head of Radios',
  ]);
});

test('a label set apart by type alone stands before a date too; a status is no label with a value', async () => {
  const item = (title: string, state: string, date: string) =>
    `<h3>${title}</h3><p>Half of the work has been done by the crews.</p><p>${state}</p><p>Due ${date}</p>`;
  const values = await valuesOf(
    `<h1>Plan</h1><h2>What was asked</h2>${item(hoses, 'Not Started', '31 March 2026')}${item(maps, 'Not Started', '2 May 2026')}${item(boats, 'On track', '14 May 2026')}${item(radios, 'Not Started', '30 June 2026')}`,
  );
  for (const slot of [
    ['Not Started', 'Not Started', 'On track', 'Not Started'],
    ['31 March 2026', '2 May 2026', '14 May 2026', '30 June 2026'],
  ])
    expect(values).toContainEqual(slot);
});

test('a text before labels in one item goes with them, and not with the item before', async () => {
  const item = (action: string, post: string, progress: string) =>
    `<li>${action}. Owner: ${post}. Progress: ${progress}</li>`;
  const values = await valuesOf(
    `<h1>HMICFRS improvement plan</h1><h2>Effectiveness</h2><p><b>${hoses}</b></p><ul>${item('Buy a test rig', 'Head of Hoses', 'The rig has been ordered.')}${item('Train the testers', 'Head of Training', 'Six testers have been trained.')}</ul><p><b>${maps}</b></p><ul>${item('Draw the maps anew', 'Head of Maps', 'All maps have been drawn.')}</ul>`,
  );
  expect(values).toContainEqual(['Buy a test rig.', 'Train the testers.', 'Draw the maps anew.']);
});

test('labels that name a period part the text of a cell', async () => {
  const row = (finding: string, action: string, told: string) =>
    `<tr><td>${finding}</td><td>What we will do: ${action}<br>Position at 4 May 2026: ${told}</td></tr>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><table><tr><th>Area for improvement</th><th>Our answer</th></tr>${row(hoses, 'Buy a test rig.', 'The rig has been ordered.')}${row(maps, 'Draw the maps anew.', 'All maps have been drawn.')}${row(boats, 'Train two crews.', 'One crew has been trained.')}</table>`,
  );
  expect(entries.map(({ action, progress }) => [action, progress])).toEqual([
    ['Buy a test rig.', 'The rig has been ordered.'],
    ['Draw the maps anew.', 'All maps have been drawn.'],
    ['Train two crews.', 'One crew has been trained.'],
  ]);
});

test('cards without labels are a plan where the title of the paper says so, and nothing else in it is one', async () => {
  const card = (title: string, state: string, told: string, post: string) =>
    `<h3>${title}</h3><p>${state}</p><p>${told}</p><p>${post}</p>`;
  const cards = [
    card('Buy a rig for hose tests', 'On track', 'The rig has been ordered and will come in June.', 'Head of Hoses'),
    card('Publish new maps', 'Delayed', 'Half of the maps have been drawn by the team.', 'Head of Maps'),
    card('Review the training of crews', 'On track', 'Crews were asked what they need in May.', 'Head of Boats'),
  ].join('');
  const under = async (title: string) => (await readHtml(`<h1>${title}</h1><h2>Where we are</h2>${cards}`)).entries;
  expect(await under('Response to the HMICFRS inspection')).toHaveLength(3);
  expect(await under('The work of our workshops')).toHaveLength(0);
});

test('dates and numbers of a list are told from references', () => {
  expect(isRef('05.12.21')).toBe(false);
  expect(isRef('1.2.13')).toBe(true);
  expect(splitRef('3. Area for improvement 1: The service should test its hoses.')?.ref).toBe('Area for improvement 1');
  expect(splitRef('(iv) The service should test its hoses.')).toEqual({
    ref: '(iv)',
    rest: 'The service should test its hoses.',
  });
  expect(isWholeDate('Q3 2025/26')).toBe(true);
  expect(isWholeDate('by June 2025')).toBe(false);
});

test('prose of one paragraph or of several before the labels of a section is one text', async () => {
  const section = (finding: string, ...paragraphs: readonly string[]) =>
    `<h3>${finding}</h3>${paragraphs.join('')}<p>Status: On track</p><p>Target: March 2026</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${section('AFI 1 – The service should test its hoses each year.', '<p>A rig was hired for the tests.</p>', '<p>Since May these things have been done:</p>', '<ul><li>two testers were trained;</li><li>a third is to follow.</li></ul>')}${section('AFI 2 – The service should keep its maps up to date.', '<p>Half of the maps were printed again.</p>')}${section('AFI 3 – The service should train its boat crews.', '<p>No course has been held yet this year.</p>')}`,
  );
  expect(entries.map(({ progress }) => progress?.split('\n').length)).toEqual([4, 1, 1]);
});

test('quarters that are painted and return over a text each are labels', async () => {
  const row = (text: string, painted = false) =>
    `<tr><td${painted ? ' style="background:#dde"' : ''}>${text}</td></tr>`;
  const form = (finding: string, first: string, second: string) =>
    `<h3>${finding}</h3><table>${row('Q2 2025/26', true)}${row(first)}${row('Q3 2025/26', true)}${row(second)}${row('Overall status', true)}${row('On track')}</table>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${form('1. Hoses are not tested each year.', 'A rig was hired in August.', 'All hoses of the north were tested.')}${form('2. Maps of risk are out of date.', 'Half of the maps were drawn again.', 'The printer broke down for six weeks.')}${form('3. Boat crews are not trained.', 'A lake was found for the courses.', 'Two crews of seven were trained there.')}`,
  );
  expect(entries.map(({ updates }) => updates.map(({ period }) => period))).toEqual([
    ['Q2 2025/26', 'Q3 2025/26'],
    ['Q2 2025/26', 'Q3 2025/26'],
    ['Q2 2025/26', 'Q3 2025/26'],
  ]);
});
