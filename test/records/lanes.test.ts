import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const asked = [
  'The service should test its hoses each year.',
  'The service should keep its maps up to date.',
  'The service should charge fairly for its boats.',
  'The service should tell staff how it decides on leave.',
] as const;
const told = [
  'A rig was bought.',
  'Maps were drawn anew.',
  'Fees are being compared.',
  'The rules were published.',
] as const;
const states = ['On track', 'Complete', 'At risk', 'Complete'] as const;

const read = async (body: string) =>
  (await readHtml(`<h1>HMICFRS improvement plan</h1><h2>Progress</h2>${body}`)).entries;

const record = (index: number, tag: string) =>
  `<${tag}><b>${asked[index]}</b></${tag}><p>${told[index]}</p><p>${states[index]}</p>`;

test.each(['p', 'h3', 'h4'])(
  'titles that name a quarter are what is due below each, its records set as <%s>',
  async (tag) => {
    const lanes = [
      ['Q1 2024/25', record(0, tag)],
      ['Q3 2024/25', record(1, tag) + record(2, tag)],
      ['To be confirmed', record(3, tag)],
    ].map(([name, records]) => `<h3>${name}</h3>${records}`);
    const entries = await read(lanes.join(''));
    expect(entries.map(({ finding, status, timescale }) => [finding, status?.raw, timescale?.start ?? null])).toEqual([
      [asked[0], states[0], '2024-04-01'],
      [asked[1], states[1], '2024-10-01'],
      [asked[2], states[2], '2024-10-01'],
      [asked[3], states[3], null],
    ]);
  },
);

test('statuses at the foot of records stay there, though titles of lanes and of other sections follow them', async () => {
  const lanes = `<h3>June 2024</h3>${record(0, 'p')}<h3>July 2024</h3>${record(1, 'p')}${record(2, 'p')}<h2>Background papers</h2><p>None.</p>`;
  expect((await read(lanes)).map(({ status }) => status?.raw)).toEqual(states.slice(0, 3));
});

test('statuses over records stay theirs, the first of a lane as those below it', async () => {
  const over = (index: number) => `<p>${states[index]}</p><p><b>${asked[index]}</b></p><p>${told[index]}</p>`;
  const entries = await read(`<h3>June 2024</h3>${over(0)}${over(1)}<h3>July 2024</h3>${over(2)}${over(3)}`);
  expect(entries.map(({ finding, status }) => [finding, status?.raw])).toEqual(
    asked.map((one, at) => [one, states[at]]),
  );
});
