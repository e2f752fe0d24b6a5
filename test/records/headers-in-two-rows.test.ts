import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const cells = (texts: readonly string[]) => texts.map((text) => `<td>${text}</td>`).join('');
const bold = (texts: readonly (readonly [string, number])[]) =>
  texts.map(([text, span]) => `<td colspan="${span}"><b>${text}</b></td>`).join('');
const band = (pillar: string) => bold([[`Pillar: ${pillar}`, 6]]);

test('bold rows of which the upper names several columns each are one header, and labels between the rows head those below', async () => {
  const rows = [
    bold([
      ['What HMICFRS found', 2],
      ['What we are doing', 2],
      ['Where we are', 2],
    ]),
    bold(['No', 'Area for improvement', 'Action', 'Lead', 'Progress', 'Status'].map((text) => [text, 1] as const)),
    band('Effectiveness'),
    cells(['1', 'The service should test its hoses.', 'Buy a rig', 'Head of Fleet', 'A rig was hired.', 'On track']),
    band('Efficiency'),
    cells(['2', 'The service should print its maps.', 'Ask a printer', 'Head of Maps', 'Half are done.', 'Complete']),
    band('People'),
    cells(['3', 'The service should train its crews.', 'Book a course', 'Head of Boats', 'None yet.', 'Not started']),
  ];
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`,
  );
  expect(entries.map(({ ref, pillar, lead, status }) => [ref, pillar, lead, status?.value])).toEqual([
    ['1', 'effectiveness', 'Head of Fleet', 'in_progress'],
    ['2', 'efficiency', 'Head of Maps', 'complete'],
    ['3', 'people', 'Head of Boats', 'not_started'],
  ]);
});

test('a part of the plan whose title gives its status needs no column for it', async () => {
  const open = htmlTable([
    ['No', 'Theme', 'Action', 'Update', 'Owner'],
    ['7', 'Hoses', 'Buy a rig for each station', 'A rig was hired.', 'Head of Fleet'],
    ['9', 'Maps', 'Print the maps again', 'Half are done.', 'Head of Maps'],
  ]);
  const closed = htmlTable([
    ['No', 'Theme', 'Action', 'Reason'],
    ['4', 'Boats', 'Trial of a new boat', 'It sank.'],
    ['5', 'Pumps', 'Joint buying of pumps', 'Taken over by the national framework.'],
  ]);
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1><h2>Appendix A – Open actions</h2>${open}<h2>Appendix B – Closed actions</h2>${closed}`,
  );
  expect(entries.map(({ ref, action, status }) => [ref, action, status?.value ?? null])).toEqual([
    ['7', 'Buy a rig for each station', 'in_progress'],
    ['9', 'Print the maps again', 'in_progress'],
    ['4', 'Trial of a new boat', 'closed'],
    ['5', 'Joint buying of pumps', 'closed'],
  ]);
});
