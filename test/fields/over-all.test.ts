import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const findings = ['keep its maps up to date', 'test its hoses each year', 'charge fairly for its boats'].map(
  (finding) => `The service should ${finding}.`,
);
const notes = ['Five maps were drawn.', 'A pump was hired.', 'Two owners were asked.'];

test('a sentence above the rows of a table is no action of the findings in them', async () => {
  const rows = findings.map((finding, at) => [finding, notes[at] ?? '', 'Head of Works', `${at + 1} May 2031`]);
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><h2>Action plan</h2><p>The plan is set out below.</p>${htmlTable([['Recommendation', 'Progress', 'Lead', 'Due date'], ...rows])}`,
  );
  expect(entries.map(({ finding, action, progress }) => [finding, action, progress])).toEqual(
    findings.map((finding, at) => [finding, null, notes[at]]),
  );
});

test('the board that a line is reported to does not lead it, and a person under a label nobody knows does', async () => {
  const boards = ['People Board', 'Works Board', 'People Board'];
  const persons = ['Ada Marsh', 'Ben Ferry', 'Cora Hill'];
  const rows = findings.map((finding, at) => [finding, notes[at] ?? '', boards[at] ?? '', persons[at] ?? '']);
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${htmlTable([['Recommendation', 'Progress', 'Forum', 'In front'], ...rows])}`,
  );
  expect(entries.map(({ lead, extra }) => [lead, extra.Forum])).toEqual(
    persons.map((person, at) => [person, boards[at]]),
  );
});

test('an original date holds where no revised one stands', async () => {
  const rows = findings.map((finding, at) => [
    finding,
    notes[at] ?? '',
    `${at + 1} May 2031`,
    at === 1 ? '6 August 2031' : '',
  ]);
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${htmlTable([['Recommendation', 'Progress', 'Original completion date', 'Revised date'], ...rows])}`,
  );
  expect(entries.map(({ timescale }) => timescale?.raw)).toEqual(['1 May 2031', '6 August 2031', '3 May 2031']);
});
