import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = ['keep its maps up to date', 'test its hoses each year', 'charge fairly for its boats'];
const statusesOf = async (body: string) => {
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${body}`);
  return entries.map(({ status }) => status?.value ?? null);
};

const rows = (states: readonly string[]) =>
  `<table border="1"><tr><th>Recommendation</th><th>Progress</th><th>Position</th></tr>${findings
    .map(
      (finding, at) =>
        `<tr><td>The service should ${finding}.</td><td>Work with crew ${at + 1} was begun.</td>${states[at]}</tr>`,
    )
    .join('')}</table>`;
const inWords = (words: readonly string[]) => rows(words.map((word) => `<td>${word}</td>`));

test('codes of a key that stand behind labels within a text are its statuses', async () => {
  const plan = findings
    .map(
      (finding, at) =>
        `<p><strong>AFI ${at + 1} – The service should ${finding}.</strong></p><p>Action: Ask crew ${at + 1}. Progress: Crew ${at + 1} was asked. Position: ${['ZA', 'ZB', 'ZA'][at]}. Lead: Head of Maps</p>`,
    )
    .join('');
  expect(await statusesOf(`${plan}<p>Key: ZA = Complete; ZB = On track</p>`)).toEqual([
    'complete',
    'in_progress',
    'complete',
  ]);
});

test('a key whose title is a row of its own, with the meaning behind each colour', async () => {
  const cells = ['92d050;Green – on course', 'ff0000;Red – will miss the date', '8db4e2;Blue – finished and signed off']
    .map((cell) => cell.split(';'))
    .map(([colour, words]) => `<td style="background:#${colour}">${words}</td>`);
  const key = `<table border="1"><tr><th colspan="3">Key to RAG</th></tr><tr>${cells.join('')}</tr></table>`;
  expect(await statusesOf(`${key}${inWords(['Blue', 'Green', 'Red'])}`)).toEqual([
    'complete',
    'in_progress',
    'delayed',
  ]);
});

test('a key of colours with the letter of what is complete among them', async () => {
  const key = [
    ['R', 'Delayed'],
    ['A', 'Not started'],
    ['G', 'On track'],
    ['C', 'Complete'],
  ].map(([sign, words]) => `<tr><td>${sign}</td><td>${words}</td></tr>`);
  expect(await statusesOf(`<table border="1">${key.join('')}</table>${inWords(['C', 'R', 'A'])}`)).toEqual([
    'complete',
    'delayed',
    'not_started',
  ]);
});

test('a list of the letters of colours is a key', async () => {
  const key = '<ul><li>B – complete, with proof held</li><li>R – late</li><li>G – going to plan</li></ul>';
  expect(await statusesOf(`${key}${inWords(['B', 'R', 'G'])}`)).toEqual(['complete', 'delayed', 'in_progress']);
});

test('pairs of colours side by side, of which the last row has fewer', async () => {
  const key =
    '<table border="1"><tr><td style="background:#00b050">GREEN</td><td>Action complete</td><td style="background:#ffc000">AMBER</td><td>On track</td></tr><tr><td style="background:#ff0000">RED</td><td>Behind schedule</td><td></td><td></td></tr></table>';
  const painted = ['00b050', 'ff0000', 'ffc000'].map((colour) => `<td style="background:#${colour}"></td>`);
  expect(await statusesOf(`${key}${rows(painted).replace('Position', 'RAG')}`)).toEqual([
    'complete',
    'delayed',
    'in_progress',
  ]);
});

test('a key whose title names no key', async () => {
  const key = [
    ['00b050', 'Green', 'On plan'],
    ['ff0000', 'Red', 'Behind plan and needs a decision'],
    ['8db4e2', 'Blue', 'Finished'],
  ].map(([colour, name, words]) => `<tr><td style="background:#${colour}">${name}</td><td>${words}</td></tr>`);
  const table = `<table border="1"><tr><th colspan="2" style="background:#2f5597">What the ratings mean</th></tr>${key.join('')}</table>`;
  expect(await statusesOf(`${table}${inWords(['Blue', 'Green', 'Red'])}`)).toEqual([
    'complete',
    'in_progress',
    'delayed',
  ]);
});

test('a key in which each letter is followed by its colour in brackets', async () => {
  const key = '<p>Key: B (blue) = complete; G (green) = on track; R (red) = has missed its date</p>';
  expect(await statusesOf(`${inWords(['B', 'G', 'R'])}${key}`)).toEqual(['complete', 'in_progress', 'delayed']);
});

test('a key of colours over their meanings', async () => {
  const cells = (texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const key = `<table border="1">${cells(['Green', 'Amber', 'Blue'])}${cells(['On schedule', 'Will not meet its date', 'Finished'])}</table>`;
  expect(await statusesOf(`${key}${inWords(['Blue', 'Green', 'Amber'])}`)).toEqual([
    'complete',
    'in_progress',
    'delayed',
  ]);
});
