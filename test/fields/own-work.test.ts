import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const told = async (body: string) => {
  const { entries, issues } = await readHtml(body);
  return { entries: entries.length, issues: issues.filter(({ code }) => code === 'layout/not-of-inspection') };
};
const pledges = htmlTable([
  ['Pledge', 'Action', 'Owner', 'Due', 'Progress'],
  ['1', 'Fit 6,000 smoke alarms', 'Head of Prevention', 'March 2026', '1,702 were fitted.'],
  ['2', 'Hang throw-lines by the canal', 'Water Officer', 'August 2025', 'Forty were hung.'],
  ['3', 'Visit every school', 'Schools Officer', 'July 2025', 'Twelve were visited.'],
]);

test('pledges of a service’s own are no plan of an inspection, and are told with their first words and place', async () => {
  const { entries, issues } = await told(`<h1>Community safety strategy</h1><h2>Pledges of year one</h2>${pledges}`);
  expect(entries).toBe(0);
  expect(issues).toMatchObject([{ severity: 'info', place: { path: expect.stringMatching(/^t/) } }]);
  expect(issues[0]?.message).toMatch(/3 pieces of work .* teach the layout/);
});

test.each([
  ['a title that names a plan', `<h1>Improvement plan</h1>${pledges}`],
  ['a title that names the inspection', `<h1>After the HMICFRS inspection</h1>${pledges}`],
  ['a column of findings', `<h1>Report</h1>${pledges.replace('Pledge', 'Area for improvement')}`],
  [
    'what is asked of the service',
    `<h1>Report</h1>${pledges.replace(/Fit 6,000|Hang|Visit/g, 'The service should $&')}`,
  ],
])('the same rows are read below or beside %s', async (_, body) => {
  expect(await told(body)).toEqual({ entries: 3, issues: [] });
});

test('what a service does before inspectors come answers no inspection, nor do recommendations of auditors', async () => {
  expect((await told(`<h1>Getting ready for inspection: who does what</h1>${pledges}`)).entries).toBe(0);
  const audit = pledges.replace('Pledge', 'Audit ref').replace('Action', 'Audit recommendation');
  expect((await told(`<h1>Internal audit: follow-up</h1>${audit}`)).entries).toBe(0);
});

const asked = pledges.replace('Pledge', 'Recommendation').replace(/Fit 6,000|Hang|Visit/g, 'The Authority should $&');

test('what auditors ask of an authority is read only where they name the inspectors', async () => {
  expect((await told(`<h1>Internal audit progress report</h1>${asked}`)).entries).toBe(0);
  expect((await told(`<h1>Internal audit of the HMICFRS inspection</h1>${asked}`)).entries).toBe(3);
  expect((await told(`<h1>Report to the Audit Committee</h1>${asked}`)).entries).toBe(3);
});

test('in a pack the title of one paper says nothing of the tables of another', async () => {
  const paper = (item: number, title: string, table: string) =>
    `<p>Agenda item ${item}</p><h2>${title}</h2><p>Members are asked to note it.</p>${table}`;
  const plan = paper(4, 'HMICFRS improvement plan', asked);
  const { entries, issues } = await told(
    `<h1>Agenda</h1>${plan}${paper(5, 'Community safety strategy', pledges)}${paper(6, 'Forward plan', '')}`,
  );
  expect([entries, issues.length]).toEqual([3, 1]);
});
