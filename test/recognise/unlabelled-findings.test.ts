import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const hydrants = 'The service should check its hydrants each year.';
const schools = 'By May 2025, the service should visit its schools.';
const answer = (lead: string, line = `<b>Owner:</b> ${lead} | <b>Target:</b> May 2025 | <b>Status:</b> On track`) =>
  `<p><b>Progress to date</b></p><ul><li>Maps were drawn.</li><li>Crews were told.</li></ul><p><b>Next steps</b></p><ul><li>Check the maps.</li></ul><p>${line}</p>`;
const read = async (body: string) => (await readHtml(`<h1>Report</h1>${body}`)).entries;

test('a finding without a label, below its theme, with labels over bullets and a line of several labels', async () => {
  const [first, second] = await read(
    `<h2>1. Purpose</h2><p>The service must report each year.</p><h2>2. Themes</h2><h3>Water</h3><p><i>${hydrants}</i></p>${answer('Head of Water')}<h3>Young people</h3><p><i>“${schools}”</i></p>${answer('Head of Schools')}<h2>3. Risks</h2><p>None.</p>`,
  );
  expect(first).toMatchObject({
    theme: 'Water',
    finding: hydrants,
    progress: 'Maps were drawn.\nCrews were told.',
    future: 'Check the maps.',
    lead: 'Head of Water',
    timescale: { end: '2025-05-31' },
    status: { value: 'in_progress' },
  });
  expect(second).toMatchObject({ theme: 'Young people', finding: `“${schools}”`, lead: 'Head of Schools' });
});

test('findings without labels or themes, parted by the last line of the labels', async () => {
  const entries = await read(
    `<p>${hydrants}</p>${answer('Head of Water')}<p>${schools}</p>${answer('Head of Schools')}`,
  );
  expect(entries.map(({ finding, lead }) => [finding, lead])).toEqual([
    [hydrants, 'Head of Water'],
    [schools, 'Head of Schools'],
  ]);
});

const labels =
  '<p><b>Action:</b> Map them.</p><p><b>Progress:</b> Half are mapped.</p><p><b>Lead:</b> Head of Water</p>';

test('findings that are the titles of their labels', async () => {
  const entries = await read(
    `<h2>Water</h2><h3>${hydrants}</h3>${labels}<h3>2. ${schools.slice(0, -1)} – On track</h3>${labels}<h2>Risks</h2><p>None.</p>`,
  );
  expect(entries.map(({ theme, ref, finding, status, lead }) => [theme, ref, finding, status?.value, lead])).toEqual([
    ['Water', null, hydrants, undefined, 'Head of Water'],
    ['Water', '2', schools.slice(0, -1), 'in_progress', 'Head of Water'],
  ]);
});

test('findings in bold, each right above its labels, whatever stands before', async () => {
  const bold = (finding: string) =>
    `<p><b>${finding}</b></p><p><b>Lead:</b> Head of Water</p><p><b>Progress:</b> Half are mapped.</p>`;
  const entries = await read(`<p>Updated: May 2024</p>${bold(hydrants)}${bold(schools)}`);
  expect(entries.map(({ finding, progress }) => [finding, progress])).toEqual([
    [hydrants, 'Half are mapped.'],
    [schools, 'Half are mapped.'],
  ]);
});

test('a label in such a line that we do not know is kept under its own words', async () => {
  const line = 'Sponsor board: People Board | Owner: Head of Water | Due: May 2025';
  const [entry] = await read(`<h2>Water</h2><p>${hydrants}</p>${answer('', line)}`);
  expect(entry).toMatchObject({ lead: 'Head of Water', extra: { 'Sponsor board': 'People Board' } });
});

test('what the service should do is no finding where no labels answer it', async () => {
  expect(await read(`<h2>Water</h2><p>${hydrants}</p><p>Members may wish to ask about maps.</p>`)).toEqual([]);
});
