import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = [
  'The service should test its hoses each year.',
  'The service should keep its maps up to date.',
  'The service should charge fairly for its boats.',
] as const;

test('periods in bold over what was done are labels among others, not lanes of records', async () => {
  const label = (name: string, value: string) => `<p><b>${name}</b></p><p>${value}</p>`;
  const record = (finding: string, at: number) =>
    `<h3>${finding}</h3>${label('Our action', `Buy rig ${at}`)}${label('Standing', 'In progress but behind schedule')}${label('May 2024', `Rig ${at} was ordered from the makers.`)}${label('Berths', `${at + 3}`)}${label('August 2024', `Rig ${at} has come and is in use.`)}${label('Cranes', `${at + 1}`)}`;
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><h2>Effectiveness</h2>${findings.map(record).join('')}`,
  );
  expect(entries.map(({ finding, updates }) => [finding, updates.map(({ text }) => text)])).toEqual(
    findings.map((finding, at) => [
      finding,
      [`Rig ${at} was ordered from the makers.`, `Rig ${at} has come and is in use.`],
    ]),
  );
});
