import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const points = [
  [
    'The service should test its hoses each year.',
    'A rig is to be bought.',
    'May 2026',
    'The Head of Hoses',
    'In progress',
  ],
  [
    'Maps should be kept up to date.',
    'Two staff are to walk each site.',
    '31 March 2026',
    'The Head of Maps',
    'Complete',
  ],
  [
    'Boats should be charged for fairly.',
    'A tariff will be drawn up.',
    'June 2026',
    'The Head of Boats',
    'In progress',
  ],
];

test.each([true, false])(
  'short sentences that return in each paragraph are labels, numbered: %s',
  async (isNumbered) => {
    const paragraphs = points.map(
      ([asked, meant, target, lead, standing], index) =>
        `<p>${isNumbered ? `${index + 1} ` : ''}What was asked. ${asked} What we intend. ${meant} Target. ${target}. Responsible. ${lead}. Standing. ${standing}.</p>`,
    );
    const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${paragraphs.join('')}`);
    expect(
      entries.map(({ finding, action, future, timescale, lead, status }) => [
        finding,
        action ?? future,
        timescale?.raw,
        lead,
        status?.raw,
      ]),
    ).toEqual(points);
  },
);
