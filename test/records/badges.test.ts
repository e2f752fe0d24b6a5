import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const read = async (body: string) => (await readHtml(`<h1>HMICFRS improvement plan</h1>${body}`)).entries;

/** Cards whose badges stand over what was found, in whatever marks them up. */
const cards = (head: (ref: string, pillar: string, status: string) => string) =>
  [
    ['QF-1', 'Effectiveness', 'Under way', 'The service should test its hoses each year.', 'Head of Hoses'],
    ['QF-2', 'Effectiveness', 'Finished', 'The service should keep its maps up to date.', 'Head of Maps'],
    ['QF-3', 'Efficiency', 'Needs attention', 'The service should charge fairly for its boats.', 'Head of Boats'],
    ['QF-4', 'People', 'Paused', 'The service should tell staff how it decides on leave.', 'Head of People'],
  ]
    .map(
      ([ref = '', pillar = '', status = '', finding, lead]) =>
        `<div>${head(ref, pillar, status)}<p><b>${finding}</b></p><h4>Our action</h4><p>Write a standard for it and train every crew.</p><h4>Progress</h4><p>A draft has been written and ${lead} has read it.</p><p>Lead: ${lead}</p></div>`,
    )
    .join('');

const expected = [
  ['QF-1', 'effectiveness', 'in_progress'],
  ['QF-2', 'effectiveness', 'complete'],
  ['QF-3', 'efficiency', 'delayed'],
  ['QF-4', 'people', 'deferred'],
];

test.each([
  ['a line each', (...badges: readonly string[]) => badges.map((badge) => `<p>${badge}</p>`).join('')],
  ['one line', (...badges: readonly string[]) => `<p>${badges.join(' ')}</p>`],
  [
    'a reference in bold and two spans',
    (ref: string, ...badges: readonly string[]) =>
      `<p><b>${ref}</b></p>${badges.map((badge) => `<p>${badge}</p>`).join('')}`,
  ],
])('a reference, a pillar and a status over a finding are its own: %s', async (_, head) => {
  const entries = await read(cards(head));
  expect(entries.map(({ ref, pillar, status }) => [ref, pillar, status?.value])).toEqual(expected);
  expect(entries.every(({ finding }) => finding?.startsWith('The service should'))).toBe(true);
});
