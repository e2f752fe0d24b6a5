import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const recommendation = (asked: string, told: string) =>
  `<p><b>${asked}</b></p><p><b>Action taken</b></p><p>${told}</p><p><b>Status:</b> Complete</p>`;

test('the text and number of a cause of concern over its recommendations are no progress and no reference of these', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><h2>Cause of Concern 1: Hoses</h2><p>The service does not look after its hoses as it ought to.</p>${recommendation('The service should test its hoses each year.', 'All hoses were tested in May.')}${recommendation('The service should train those who test them.', 'Nine testers have been trained.')}<h2>Cause of Concern 2: Maps</h2><p>The service cannot show that its maps are right.</p>${recommendation('The service should keep its maps up to date.', 'Two maps have been drawn anew.')}${recommendation('The service should say who draws its maps.', 'A map maker was named in June.')}`,
  );
  expect(entries.map(({ ref, summary, progress, cause }) => [ref, summary, progress, cause])).toEqual([
    [null, 'The service does not look after its hoses as it ought to.', 'All hoses were tested in May.', 'Hoses'],
    [null, 'The service does not look after its hoses as it ought to.', 'Nine testers have been trained.', 'Hoses'],
    [null, 'The service cannot show that its maps are right.', 'Two maps have been drawn anew.', 'Maps'],
    [null, 'The service cannot show that its maps are right.', 'A map maker was named in June.', 'Maps'],
  ]);
});
