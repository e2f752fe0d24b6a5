import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const card = (number: number, state: string, finding: string, progress: string, next: string | null, lead: string) =>
  `<h3>Recommendation ${number}</h3><p><b>Status: ${state}</b></p><p>${finding}</p><h4>Progress so far</h4><p>${progress}</p>${next === null ? '' : `<h4>What we will do next</h4><p>${next}</p>`}<p>Responsible officer: ${lead}</p>`;

test('a text behind a status alone and before other labels is what was found, and these have their own values', async () => {
  const { entries } = await readHtml(
    `<h1>Culture: our response to the inspectorate’s recommendations</h1><h2>Our recommendations</h2>${card(1, 'Completed', 'By 1 October 2025, chief fire officers should make sure their staff can speak up.', 'A charity has run the line since May.', 'We will publish a summary each year.', 'Head of People')}${card(3, 'In progress', 'Chief fire officers should review the support that they give.', 'A contact is offered within two days.', null, 'Head of Wellbeing')}<h2>Related pages</h2><p>Our values</p>`,
  );
  expect(
    entries.map(({ ref, status, finding, progress, future, lead }) => [
      ref,
      status?.value,
      finding,
      progress,
      future,
      lead,
    ]),
  ).toEqual([
    [
      'Recommendation 1',
      'complete',
      'By 1 October 2025, chief fire officers should make sure their staff can speak up.',
      'A charity has run the line since May.',
      'We will publish a summary each year.',
      'Head of People',
    ],
    [
      'Recommendation 3',
      'in_progress',
      'Chief fire officers should review the support that they give.',
      'A contact is offered within two days.',
      null,
      'Head of Wellbeing',
    ],
  ]);
});
