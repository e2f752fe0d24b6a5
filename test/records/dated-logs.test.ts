import { expect, test } from 'vitest';
import { readText } from '../../parsers/markup/text/blocks.ts';
import { readHtml } from '../support/read-html.ts';

const log = (ref: string, asked: string, ...notes: readonly (readonly [string, string])[]) =>
  `<table><tr><td>Log no</td><td>${ref}</td></tr><tr><td>HMICFRS said</td><td>${asked}</td></tr><tr><td>Action</td><td>Action of ${ref}.</td></tr></table><p>Diary:</p><table>${notes.map(([day, note]) => `<tr><td>${day}</td><td>${note}</td></tr>`).join('')}</table>`;

test('days and notes below a label that returns are the updates of its record', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement log</h1>${log('NM/1', 'The service should test its hoses.', ['14/09/2022', 'A rig was bought.'], ['02/12/2022', 'Half were tested.'])}${log('NM/2', 'The service should keep its maps.', ['20/10/2022', 'Heads of terms were received.'], ['18/01/2023', 'Solicitors were told.'])}`,
  );
  expect(entries.map(({ ref, updates }) => [ref, updates])).toEqual([
    [
      'NM/1',
      [
        { period: '14/09/2022', text: 'A rig was bought.' },
        { period: '02/12/2022', text: 'Half were tested.' },
      ],
    ],
    [
      'NM/2',
      [
        { period: '20/10/2022', text: 'Heads of terms were received.' },
        { period: '18/01/2023', text: 'Solicitors were told.' },
      ],
    ],
  ]);
});

test('dots that lead from labels to a column of texts are blanks, a single dot too; those of contents stay', () => {
  const [table] = readText(
    [
      'Reference .......... FD-A',
      'Inspectors asked ... The service should test its hoses',
      '                     each year.',
      'The crews will ..... Buy a rig.',
      'Lead ............... Head of Hoses',
    ].join('\n'),
    false,
  ).blocks;
  expect(table?.kind === 'table' && table.cells.map(({ text }) => text)).toEqual([
    'Reference',
    'FD-A',
    'Inspectors asked',
    'The service should test its hoses each year.',
    'The crews will',
    'Buy a rig.',
    'Lead',
    'Head of Hoses',
  ]);
  const contents = readText(
    ['Purpose ........ 1', 'Background ..... 2', 'The plan ....... 3'].join('\n'),
    false,
  ).blocks;
  expect(contents.some(({ kind }) => kind === 'table')).toBe(false);
});

test('the day at the front of a log of several lines is no reference', async () => {
  const record = (title: string, asked: string, notes: readonly string[], lead: string) =>
    `<h2>${title}</h2><p>Finding: ${asked}</p><p>Action: Write a guide.</p>${notes.map((note) => `<p>${note}</p>`).join('')}<p>Lead: ${lead}</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement log</h1>${record('Hoses', 'The service should test its hoses.', ['12 May 2025 A rig was bought.', '3 June 2025 Half were tested.'], 'Head of Hoses')}${record('Maps', 'The service should keep its maps.', ['2 April 2025 A map was drawn.', '19 May 2025 It was printed.'], 'Head of Maps')}`,
  );
  expect(entries.map(({ ref, updates }) => [ref, updates.map(({ period }) => period)])).toEqual([
    [null, ['12 May 2025', '3 June 2025']],
    [null, ['2 April 2025', '19 May 2025']],
  ]);
});
