import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const strip = `<table><tr>${months.map((month) => `<th>${month}</th>`).join('')}</tr><tr>${months.map(() => '<td></td>').join('')}</tr></table>`;
const card = (number: number, asked: string, notes: readonly string[], times = strip) =>
  `<h2>AFI ${number}</h2><p><b>HMICFRS asked:</b> ${asked}</p><p><b>Action:</b> Action ${number}</p>${times}<ul>${notes.map((note) => `<li>${note}</li>`).join('')}</ul><p><b>Lead:</b> Head of Hoses</p>`;

test('a strip of months parts no record, and the notes below it are updates of their months', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${card(1, 'The service should test its hoses.', ['<b>May:</b> A rig was bought.', '<b>Aug:</b> Half were tested.'])}${card(2, 'The service should keep its maps.', ['<b>Jan:</b> Two sites were walked.'])}`,
  );
  expect(
    entries.map(({ ref, action, updates, lead }) => [ref, action, updates.map(({ period }) => period), lead]),
  ).toEqual([
    ['AFI 1', 'Action 1', ['May', 'Aug'], 'Head of Hoses'],
    ['AFI 2', 'Action 2', ['Jan'], 'Head of Hoses'],
  ]);
});

test('what a strip marks is told, for no entry has it', async () => {
  const marked = strip.replace('<td></td>', '<td>x</td>');
  const { issues } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${card(1, 'The service should test its hoses.', ['<b>May:</b> A rig was bought.'], marked)}${card(2, 'The service should keep its maps.', ['<b>Jan:</b> Two sites were walked.'])}`,
  );
  const told = issues.filter(({ code }) => code === 'layout/text-not-placed');
  expect(told.map(({ message, place }) => [message, place?.path])).toEqual([
    [expect.stringContaining(`"${months.join(' | ')} | x"`), 't1'],
    [expect.stringContaining(`"${months.join(' | ')}"`), 't2'],
  ]);
});
