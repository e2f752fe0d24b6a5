import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const records = [
  [
    'The service should test its hoses each year.',
    'Fit a rig at each station',
    'A rig was bought.',
    '40',
    'Head of Hoses',
  ],
  [
    'The service should keep its maps up to date.',
    'Draw maps of every port',
    'Ports were visited.',
    '40',
    'Head of Maps',
  ],
  [
    'The service should charge fairly for its boats.',
    'Compare the fees of others',
    'Fees are listed.',
    '75',
    'Head of Boats',
  ],
] as const;

const read = async (item: (label: string, value: string) => string) => {
  const body = records.map(
    ([finding, action, progress, percent, lead]) =>
      `<h2>${finding}</h2><ul>${[item('What needs to be done', action), item('Told so far', progress), item('% complete', percent), item('Owned by', lead)].map((one) => `<li>${one}</li>`).join('')}</ul>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${body.join('')}`);
  return entries.map(({ finding, action, progress, percent, lead }) => [
    finding,
    action,
    progress,
    String(percent),
    lead,
  ]);
};

test('words in bold at the front of items are labels where they return, on a line of their own or beside their values', async () => {
  expect(await read((label, value) => `<b>${label}</b><br>${value}`)).toEqual(records);
  expect(await read((label, value) => `<strong>${label}</strong> ${value}`)).toEqual(records);
});

test('a sentence in bold before another is part of the text, though it returns', async () => {
  const body = records.map(
    ([finding, , progress]) =>
      `<h2>${finding}</h2><h3>Response</h3><p><b>Accepted.</b> ${progress}</p><p>Lead: Head of Hoses</p>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${body.join('')}`);
  expect(entries.map(({ progress }) => progress)).toEqual(records.map(([, , progress]) => `Accepted. ${progress}`));
});

test('a label that another one ends with is no shorter for it', async () => {
  const body = records.map(
    ([finding, action], at) =>
      `<h2>${finding}</h2><ul><li>Action: ${action}</li><li>Previous RAG: Red</li><li>Current RAG: ${['Green', 'Amber', 'Green'][at]}</li></ul>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${body.join('')}`);
  expect(entries.map(({ action, rag }) => [action, rag?.value])).toEqual(
    records.map(([, action], at) => [action, ['green', 'amber', 'green'][at]]),
  );
});

test('facts in sentences are taken apart though the last has a colon; a month and a full stop are no part of the next label', async () => {
  const facts = [
    'The lead officer is Head of Hoses. The target date is May-24. The status of this item is: Complete.',
    'The lead officer is Head of Maps. The target date is Jun-24. The status of this item is: On track.',
    'The lead officer is Head of Boats. The target date is Jul-24. The status of this item is: Delayed.',
  ];
  const body = records.map(
    ([finding, , progress], at) => `<p>AFI ${at + 1}: ${finding}</p><p>${progress}</p><p>${facts[at]}</p>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${body.join('')}`);
  expect(entries.map(({ lead, timescale, status }) => [lead, timescale?.start, status?.value])).toEqual([
    ['Head of Hoses', '2024-05-01', 'complete'],
    ['Head of Maps', '2024-06-01', 'in_progress'],
    ['Head of Boats', '2024-07-01', 'delayed'],
  ]);
});

test('titles of records stand beside each other, long ones in bold and short ones as headings', async () => {
  const long = (finding: string, at: number) => (at === 1 ? `<p><b>${finding}</b></p>` : `<h3>${finding}</h3>`);
  const body = records.map(
    ([finding, action, progress], at) =>
      `${long(finding, at)}<p>Action: ${action}. Progress: ${progress} Status: Open;</p>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1><h2>Detailed progress</h2>${body.join('')}`);
  expect(entries.map(({ finding }) => finding)).toEqual(records.map(([finding]) => finding));
});
