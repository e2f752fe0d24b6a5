import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const matters = [
  ['The service should test its hoses each year.', 'A rig has been bought.', 'Head of Hoses', 'May 2026', 'under way'],
  ['Maps should be kept up to date.', 'Two sites have been walked.', 'Maps Officer', '31 March 2026', 'finished'],
  ['Boats should be charged for fairly.', 'A tariff was agreed.', 'Boats Manager', 'June 2026', 'behind schedule'],
  ['The service should know its wells.', 'Forty wells were seen.', 'Director of Wells', 'July 2026', 'under way'],
] as const;

const told = (closing: (lead: string, due: string, status: string) => string) =>
  readHtml(
    `<h1>Our response to HMICFRS</h1><p>Dear Madam</p>${matters
      .map(
        ([asked, done, lead, due, status], index) =>
          `<h2>Finding ${index + 1}</h2><p><em>You wrote:</em> “${asked}”</p><p><em>What we have done.</em> ${done}</p><p>${closing(lead, due, status)}</p>`,
      )
      .join('')}<p>Yours faithfully</p>`,
  );

test('facts that records tell in sentences of one frame are each its own, and what is quoted stands without its marks', async () => {
  const { entries } = await told(
    (lead, due, status) => `I hold the ${lead} answerable for this. It is due by ${due} and is ${status}.`,
  );
  expect(
    entries.map(({ finding, progress, lead, timescale, status }) => [
      finding,
      progress,
      lead,
      timescale?.raw,
      status?.raw,
    ]),
  ).toEqual(matters);
});

test('a sentence that returns with other words in it and tells of one kind alone is no frame of facts', async () => {
  const { entries } = await told((lead) => `We waited while the ${lead} took advice.`);
  expect(entries.map(({ lead }) => lead)).toEqual(matters.map(() => null));
});
