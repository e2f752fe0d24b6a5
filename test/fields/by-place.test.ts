import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const page = (body: string) => readHtml(`<h1>HMICFRS improvement plan</h1>${body}`);
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (names: readonly string[]) => `<tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr>`;

test('what stands once over several actions is what they answer, whatever its column is called', async () => {
  const { entries } = await page(
    `<table>${head(['No.', 'Object of the work', 'Task', 'Update', 'Due'])}<tr><td rowspan="2">A1</td><td rowspan="2">Know where the hydrants are</td><td>Walk each street</td><td>Half of them were walked.</td><td>May 2026</td></tr><tr><td>Draw a map</td><td>The map is being drawn.</td><td>June 2026</td></tr>${row(['A2', 'Keep the boats fit', 'Paint the hulls', 'Two were painted.', 'July 2026'])}</table>`,
  );
  expect(entries.map(({ finding, action }) => [finding, action])).toEqual([
    ['Know where the hydrants are', 'Walk each street'],
    ['Know where the hydrants are', 'Draw a map'],
    ['Keep the boats fit', 'Paint the hulls'],
  ]);
});

test('posts under a label that nobody knows lead, where nothing else does', async () => {
  const { entries } = await page(
    `<table>${head(['Area for improvement', 'Progress', 'In whose hands it lies'])}${row(['The service should test its hoses.', 'All were tested.', 'Head of Fleet'])}${row(['The service should keep its maps.', 'None were kept.', 'Area Manager Response'])}</table>`,
  );
  expect(entries.map(({ lead }) => lead)).toEqual(['Head of Fleet', 'Area Manager Response']);
});

test('under the name of a status statuses are one, though actions are named in them', async () => {
  const { entries } = await page(
    `<table>${head(['Summary', 'Status', 'Deadline date'])}${row(['Rec 1: The service should test its hoses.', 'Completed - Actions done', '29 Sep 2023'])}${row(['Rec 2: The service should keep its maps.', 'Open - Actions on going off track', '31 May 2024'])}</table>`,
  );
  expect(entries.map(({ status, action }) => [status?.value, action])).toEqual([
    ['complete', null],
    ['delayed', null],
  ]);
});

test('what asks under a label that nobody knows is the finding', async () => {
  const form = (title: string, asks: string) =>
    `<h2>${title}</h2><dl><dt>They require</dt><dd>${asks}</dd><dt>Our progress</dt><dd>Work on it has begun at two stations.</dd><dt>Accountable</dt><dd>Head of Fleet</dd></dl>`;
  const { entries } = await page(
    form('Hoses', 'Within 28 days, the service should test its hoses.') +
      form('Maps', 'By 31 May 2026, the service should keep its maps.'),
  );
  expect(entries.map(({ finding }) => finding)).toEqual([
    'Within 28 days, the service should test its hoses.',
    'By 31 May 2026, the service should keep its maps.',
  ]);
});
