import { describe, expect, test } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { editionsOf } from '../../src/trail/editions.ts';
import { trailOf } from '../../src/trail/trail.ts';
import { paper } from '../support/plan-entries.ts';
import { stepsOf } from '../support/steps.ts';

/*
 * Whatever a paper's text is, the work on it grows at most as n log n: each kind of text is read at one size and at four
 * times that, and the calls of our own functions are counted, so that no clock has a say.
 */
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const head = '# Ludworth Fire and Rescue Service: HMICFRS improvement plan\n\nMarch 2024\n\n';
const header =
  '| Ref | Area for improvement | Action | Progress | Timescale | Status |\n| --- | --- | --- | --- | --- | --- |\n';
const row = (index: number, progress = `${index} of 900 are trained.`): string =>
  `| AFI ${index} | The service should improve matter ${index}. | Train crew ${index} | ${progress} | December 2024 | In progress |\n`;
const page = (body: string): string =>
  `<!doctype html><html><body><h1>Ludworth Fire and Rescue Service</h1><p>March 2024</p>${body}</body></html>`;

const texts: readonly (readonly [what: string, size: number, file: string, make: (size: number) => string])[] = [
  ['rows of a plan', 60, 'a.md', (size) => head + header + times(size, (index) => row(index))],
  [
    'words in one cell',
    500,
    'a.md',
    (size) =>
      head +
      header +
      row(
        1,
        times(size, (index) => `word${index} `),
      ),
  ],
  [
    'dates in one cell',
    200,
    'a.md',
    (size) =>
      head +
      header +
      row(
        1,
        times(size, (index) => `March ${2010 + (index % 20)}: done. `),
      ),
  ],
  ['letters in one word', 2000, 'a.txt', (size) => `The plan ${'b'.repeat(size)}`],
  ['short lines with pipes', 300, 'a.md', (size) => times(size, (index) => `a | b${index}\n`)],
  ['rows of two short cells', 200, 'a.md', (size) => times(size, (index) => `| ${index} | x |\n`)],
  ['lines of words', 300, 'a.txt', (size) => times(size, (index) => `Line ${index} of a text about a service.\n`)],
  [
    'findings under headings',
    40,
    'a.md',
    (size) =>
      times(
        size,
        (index) =>
          `## Area for improvement ${index}\n\nThe service should improve matter ${index}.\n\nAction taken: crew ${index} is trained.\n\nStatus: In progress\n\n`,
      ),
  ],
  ['items in items', 30, 'a.md', (size) => times(size, (index) => `${' '.repeat(2 * index)}- item ${index}\n`)],
  [
    'labels and values',
    150,
    'a.txt',
    (size) => times(size, (index) => `Status: Complete\nAction: train crew ${index}\n`),
  ],
  ['dates in one text', 300, 'a.txt', (size) => times(size, (index) => `12 March ${2010 + (index % 20)} `)],
  [
    'rows of a web page',
    60,
    'a.html',
    (size) =>
      page(
        `<table>${times(size, (index) => `<tr><td>AFI ${index}</td><td>The service should improve matter ${index}.</td><td>Train crew ${index}</td><td>In progress</td></tr>`)}</table>`,
      ),
  ],
  [
    'tables under the same header',
    20,
    'a.html',
    (size) =>
      page(
        times(
          size,
          (index) =>
            `<table><tr><th>Action</th><th>Status</th></tr><tr><td>Train crew ${index}</td><td>In progress</td></tr></table>`,
        ),
      ),
  ],
  [
    'columns of a web page',
    60,
    'a.html',
    (size) =>
      page(
        `<table><tr>${times(size, (index) => `<th>Matter ${index}</th>`)}</tr><tr>${times(size, (index) => `<td>value ${index}</td>`)}</tr></table>`,
      ),
  ],
  // Elements nested deeper than 400 are not read at all.
  [
    'elements in elements',
    12,
    'a.html',
    (size) => page(times(size, (index) => `${'<div>'.repeat(20)}word ${index}${'</div>'.repeat(20)}`)),
  ],
  [
    'paragraphs of a web page',
    150,
    'a.html',
    (size) => page(times(size, (index) => `<p>Paragraph ${index} about a service.</p>`)),
  ],
];

const growth = 4;
/** n log n from the sizes used here grows less than 5.5 times; n² grows 16 times. */
const mostGrowth = 8;
const total = (steps: ReadonlyMap<string, number>): number =>
  [...steps.values()].reduce((sum, count) => sum + count, 0);

async function growthOf(work: (size: number) => Promise<unknown>, size: number): Promise<number> {
  // What is done once, as loading lists of words, is no part of it.
  await work(3);
  const [few, many] = [await stepsOf(() => work(size)), await stepsOf(() => work(size * growth))];
  return total(many) / total(few);
}

describe('reading grows no faster than n log n in', () => {
  test.each(texts)('%s', async (_, size, name, make) => {
    const read = (count: number) =>
      readPaper({ name, path: name, bytes: Buffer.from(make(count)), sha256: 'a'.repeat(64) }, defaultParseOptions);
    expect(await growthOf(read, size)).toBeLessThan(mostGrowth);
  });
});

describe('following grows no faster than n log n in', () => {
  const edition = (date: string, words: string) =>
    paper({
      date,
      entries: [
        { action: 'Train every crew.', progress: words },
        { action: 'Write a plan.', progress: 'Begun.' },
      ],
    });
  test.each([
    ['words', 1000, (size: number) => times(size, (index) => `word${index} `)],
    ['letters of one word', 20_000, (size: number) => 'b'.repeat(size)],
    ['spaces', 20_000, (size: number) => `a${' '.repeat(size)}b`],
    ['open brackets', 5000, (size: number) => '<a'.repeat(size)],
  ] as const)('%s', async (_, size, make) => {
    const follow = async (count: number) =>
      trailOf(editionsOf([edition('2024-01', make(count)), edition('2024-04', `${make(count)} changed`)]));
    expect(await growthOf(follow, size)).toBeLessThan(mostGrowth);
  });
});
