import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const swatch = (colour: string) => `<td style="background:${colour}"></td>`;
const [red, amber, green] = ['#d00000', '#ffbf00', '#00a050'];
const key = (title: string) =>
  `<h2>${title}</h2>${htmlTable(
    [
      [swatch(green), 'Work is on schedule'],
      [swatch(amber), 'Some risk of delay'],
      [swatch(red), 'Late'],
    ],
    false,
  )}`;
const heads = (first: string, last: string) =>
  [
    '<tr><th rowspan="2">Area for improvement</th><th rowspan="2">Action</th><th rowspan="2">Owner</th><th colspan="2">RAG</th></tr>',
    `<tr><th>${first}</th><th>${last}</th></tr>`,
  ].join('');
const plan = (first: string, last: string) =>
  `<table>${heads(first, last)}${[
    ['The service should check its hydrants.', 'Draw maps', red, green],
    ['The service should visit its schools.', 'Write to heads', amber, amber],
  ]
    .map(
      ([finding, action, before = '', now = '']) =>
        `<tr><td>${finding}</td><td>${action}</td><td>Head of Risk</td>${swatch(before)}${swatch(now)}</tr>`,
    )
    .join('')}</table>`;

test.each([
  ['Sept', 'Nov', [green, amber], 'RAG: Sept', red],
  ['Dec', 'Mar', [green, amber], 'RAG: Dec', red],
  ['June', 'March', [red, amber], 'RAG: March', green],
])('of empty coloured cells under %s and %s those of the last month', async (first, last, [one, two], other, kept) => {
  const { entries, issues } = await readHtml(`<h1>Plan</h1>${key('RAG key')}${plan(first, last)}`);
  expect(entries.map(({ rag, theme }) => [rag?.raw.toLowerCase(), theme])).toEqual([
    [one, null],
    [two, null],
  ]);
  expect(entries[0]?.extra[other]?.toLowerCase()).toBe(kept);
  expect(issues.map(({ message }) => message).join()).toContain('its colours are kept');
});

test.each(['Key', 'Key to RAG ratings', 'Legend:'])(
  'swatches beside their words say the status, under: %s',
  async (title) => {
    const { entries } = await readHtml(`<h1>Plan</h1>${key(title)}${plan('Sept', 'Nov')}`);
    expect(entries.map(({ status, theme }) => [status?.value, theme])).toEqual([
      ['in_progress', null],
      ['delayed', null],
    ]);
  },
);

test('a legend in one row, of words that could head columns', async () => {
  const row = [swatch(green), 'Finished', swatch(amber), 'Will not meet its date'];
  const { entries } = await readHtml(`<h1>Plan</h1>${htmlTable([row], false)}${plan('Sept', 'Nov')}`);
  expect(entries.map(({ status }) => status?.value)).toEqual(['complete', 'delayed']);
});

test('a blank rating is white where the legend has white, by its word or as its only line without a colour', async () => {
  const rated = htmlTable([
    ['Action', 'Owner', 'RAG'],
    ['Write a plan', 'Treasurer', swatch(green)],
    ['Ask staff', 'Head of HR', '<td></td>'],
  ]);
  const statuses = async (legend: string) =>
    (await readHtml(`<h1>Plan</h1>${legend}${rated}`)).entries.map(({ rag, status }) => [rag?.value, status?.value]);
  const painted = [swatch(green), swatch(amber)];
  const line = (key: string | undefined, words: string) => [key ?? '', words];
  const legend = htmlTable(
    [line(painted[0], 'Finished'), line(painted[1], 'Late'), line('<td></td>', 'Not started')],
    false,
  );
  expect(await statuses(legend)).toEqual([
    ['green', 'complete'],
    ['white', 'not_started'],
  ]);
  expect(await statuses('<p>Green = complete, amber = late, white = not started</p>')).toEqual([
    ['green', 'complete'],
    ['white', 'not_started'],
  ]);
  const without = htmlTable([line(painted[0], 'Finished'), line(painted[1], 'Late')], false);
  expect(await statuses(without)).toEqual([
    ['green', 'complete'],
    [undefined, undefined],
  ]);
});
