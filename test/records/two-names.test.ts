import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

test('a column of two names has a line for each in its cells, and one line alone is what it shows', async () => {
  const table = htmlTable([
    ['No.', 'Action', 'Progress to date', 'Lead and timescale'],
    ['1.1', 'Buy a rig for hoses', 'A rig was hired.', 'Head of Fleet<br>May 2025'],
    ['1.2', 'Print the maps again', 'Half are printed.', 'Head of Maps<br>June 2025'],
    ['1.3', 'Train the boat crews', 'Not begun yet.', 'Head of Boats'],
    ['1.4', 'Paint the engines red', 'Two are painted.', 'July 2025'],
    ['1.5', 'Count the helmets', 'All are counted.', 'Head of Stores<br>August 2025'],
    ['1.6', 'Mend the siren', 'It is mended.', 'Head of Fleet<br>August 2025'],
  ]);
  const { entries } = await readHtml(`<h1>HMICFRS action plan</h1>${table}`);
  expect(entries.map(({ ref, lead, timescale }) => [ref, lead, timescale?.raw ?? null])).toEqual([
    ['1.1', 'Head of Fleet', 'May 2025'],
    ['1.2', 'Head of Maps', 'June 2025'],
    ['1.3', 'Head of Boats', null],
    ['1.4', null, 'July 2025'],
    ['1.5', 'Head of Stores', 'August 2025'],
    ['1.6', 'Head of Fleet', 'August 2025'],
  ]);
});
