import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const boxes = [
  ['QF/AFI/1', 'Efficiency', 'The service should test its hoses each year.', 'Head of Hoses', 'Delayed'],
  ['QF/AFI/2', 'People', 'The service should keep its maps up to date.', 'Head of Maps', 'In progress'],
  ['QF/AFI/3', 'Effectiveness', 'The service should charge fairly for its boats.', 'Head of Boats', 'Complete'],
];
const choice = (words: readonly string[], chosen: string, between: string) =>
  words.map((word) => `${word === chosen ? '☒' : '☐'} ${word}`).join(between);

/** Forms of numbered boxes, each with what it asks for over what was written in. */
const forms = (between: string) =>
  boxes
    .map(
      ([ref, pillar = '', finding, lead, status = ''], index) =>
        `<table border="1"><tr><td>1 Reference<br>${ref}</td><td>2 Pillar<br>${choice(['Effectiveness', 'Efficiency', 'People'], pillar, ' ')}</td></tr>` +
        `<tr><td colspan="2">3 Area for improvement<br>${finding}</td></tr>` +
        `<tr><td>4a Action to be taken<br>Write standard ${index + 1} and train every crew in it.</td><td>4b Still to be done${index === 1 ? '' : `<br>Crew ${index} is to be trained.`}</td></tr>` +
        `<tr><td>5 Responsible officer<br>${lead}</td><td>6 Position (tick one)<br>${choice(['In progress', 'Delayed', 'Complete'], status, between)}</td></tr></table>`,
    )
    .join('');

test.each([' ', '<br>'])(
  'the first line of a cell is the label of its box where it returns in each form',
  async (between) => {
    const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${forms(between)}`);
    expect(entries.map(({ ref, pillar, finding, lead, status }) => [ref, pillar, finding, lead, status?.raw])).toEqual(
      boxes.map(([ref, pillar = '', ...rest]) => [ref, pillar.toLowerCase(), ...rest]),
    );
    expect(entries.map(({ action, future }) => [action, future])).toEqual(
      [1, 2, 3].map((form) => [
        `Write standard ${form} and train every crew in it.`,
        form === 2 ? null : `Crew ${form - 1} is to be trained.`,
      ]),
    );
  },
);

test('boxes that are to be signed stay empty in each form of one grid, and a label that is cut short ends in a full stop', async () => {
  const row = (...cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<td${cells.length === 1 ? ' colspan="2"' : ''}>${cell}</td>`).join('')}</tr>`;
  const rows = boxes.flatMap(([ref, , finding, lead]) => [
    row(`Record no.<br>${ref}`, 'Heading<br>Water'),
    row(`What HMICFRS said<br>${finding}`),
    row(`Officer responsible<br>${lead}`, 'Started on<br>1 May 2025'),
    row('Signed (Chief Fire Officer)', 'Date'),
  ]);
  const { entries } = await readHtml(`<h1>HMICFRS improvement records</h1><table border="1">${rows.join('')}</table>`);
  expect(entries.map(({ ref, finding, lead }) => [ref, finding, lead])).toEqual(
    boxes.map(([ref, , finding, lead]) => [ref, finding, lead]),
  );
});
