import { expect, test } from 'vitest';
import type { TextRun } from '../../parsers/pdf/page/page-content.ts';
import { findWrappedTables } from '../../parsers/pdf/tables/spaced/wrapped.ts';
import { toTextRows } from '../../parsers/pdf/text/rows.ts';
import { textOf, toWords } from '../../parsers/pdf/text/words.ts';
import { words } from '../support/page.ts';

/** Rows of wrapped text in columns, 12 points from line to line and 20 from row to row; `at` is the first baseline. */
function rows(lefts: readonly number[], at: number, ...texts: readonly (readonly string[])[]): readonly TextRun[] {
  let top = at;
  return texts.flatMap((cells) => {
    const lines = cells.map((cell) => cell.split('/'));
    const runs = lines.flatMap((cell, column) =>
      cell.flatMap((line, index) => (line === '' ? [] : words(line, lefts[column] ?? 0, top + 12 * index))),
    );
    top += 12 * (Math.max(...lines.map((cell) => cell.length)) - 1) + 20;
    return runs;
  });
}

const bold = (text: string, x: number, baseline: number) => words(text, x, baseline, { bold: true });

/** Tables as lines, cells between bars. */
const read = (runs: readonly TextRun[]): readonly string[] =>
  findWrappedTables(toTextRows(toWords(runs))).flatMap(({ body, columns }) =>
    body.map(({ cells }) =>
      columns.map((_, column) => textOf(cells.find(({ from }) => from === column)?.runs ?? [])).join(' | '),
    ),
  );

const work = 'The standard was agreed in May and two/of the three teams work to it';

test('a name much shorter than its wide column heads it', () => {
  const lefts = [50, 240, 460];
  const header = ['Work', 'Done', 'Due'].flatMap((name, column) => bold(name, lefts[column] ?? 0, 80));
  const body = [
    ['Publish the standard for all the/files', work, 'June 2024'],
    ['Train the supervisors who are/new', work, 'May 2024'],
  ];
  expect(read([...header, ...rows(lefts, 100, ...body)])).toEqual([
    'Work | Done | Due',
    'Publish the standard for all the files | The standard was agreed in May and two of the three teams work to it | June 2024',
    'Train the supervisors who are new | The standard was agreed in May and two of the three teams work to it | May 2024',
  ]);
});

test('a name of two lines about the others, in the middle over numbers at the left, is one cell', () => {
  const lefts = [50, 240, 300];
  const header = [
    ...bold('Action', 50, 82),
    ...bold('Sub', 254, 75),
    ...bold('steps', 252, 89),
    ...bold('Progress', 300, 82),
  ];
  const body = [
    ['Publish the standard for all the/files', '3', work],
    ['Train the supervisors who are/new', '4', work],
  ];
  const lines = read([...header, ...rows(lefts, 112, ...body)]);
  expect(lines.map((line) => line.split(' | ').slice(0, 2))).toEqual([
    ['Action', 'Sub steps'],
    ['Publish the standard for all the files', '3'],
    ['Train the supervisors who are new', '4'],
  ]);
});

test('numbers in front of four columns do not make a list of a table; in front of one text they do', () => {
  const lefts = [50, 70, 240, 460];
  const numbered = [
    ['1', 'Publish the standard for all/the files', work, 'June 2024'],
    ['2', 'Train the supervisors who/are new', work, 'May 2024'],
    ['3', 'Review the duty system of/the crews', work, 'July 2024'],
  ];
  expect(read(rows(lefts, 100, ...numbered)).map((line) => line.slice(0, 11))).toEqual([
    '1 | Publish',
    '2 | Train t',
    '3 | Review ',
  ]);
  expect(read(rows([50, 70], 100, ['1', work], ['2', work], ['3', work]))).toEqual([]);
});

test('a number that a sentence ends with, alone on its line in several rows of one cell, is no value', () => {
  const visits = 'Visits were made at all stations of group/7.';
  const cell = [1, 2, 3].map(() => `${visits}/Then the crews of the group were told and/asked`).join('/');
  const body = [
    ['Publish the/standard', cell, 'June 2024'],
    ['Train the/staff', work, 'May 2024'],
  ];
  expect(read(rows([50, 140, 400], 100, ...body)).map((line) => line.slice(0, 11))).toEqual([
    'Publish the',
    'Train the s',
  ]);
});

test('labels in bold with their values beside them are a card, however evenly its lines are set', () => {
  const card = [
    ['Finding', 'The service should make sure that all its risk information is up to date'],
    ['Owner', 'Head of Risk'],
    ['Progress', 'The list has been cut and the rest will be'],
    ['', 'visited by the end of the year'],
    ['Status', 'On track'],
  ] as const;
  const lines = (rows: readonly (readonly [string, string])[]) =>
    rows.flatMap(([label, value], index) => [
      ...(label === '' ? [] : bold(label, 50, 100 + 20 * index)),
      ...words(value, 160, 100 + 20 * index),
    ]);
  expect(read(lines(card))).toEqual([
    `Finding | ${card[0][1]}`,
    'Owner | Head of Risk',
    'Progress | The list has been cut and the rest will be visited by the end of the year',
    'Status | On track',
  ]);
  expect(read(lines(card.slice(2)))).toEqual([]);
});

test('a finding that stands once over many actions keeps its column', () => {
  const lefts = [50, 110, 290, 460];
  const header = ['Ref', 'Finding', 'Action', 'Due'].flatMap((name, column) => bold(name, lefts[column] ?? 0, 80));
  const action = 'Publish the standard/for all files';
  const body = [0, 1].flatMap((finding) => [
    [`AFI ${finding + 1}`, 'The service should share/what it has learnt', action, 'June 2024'],
    ...['May 2024', 'July 2024', 'April 2024'].map((due) => ['', '', action, due]),
  ]);
  const lines = read([...header, ...rows(lefts, 100, ...body)]);
  expect(lines.map((line) => line.split(' | ').slice(0, 2))).toEqual([
    ['Ref', 'Finding'],
    ['AFI 1', 'The service should share what it has learnt'],
    ...Array.from({ length: 3 }, () => ['', '']),
    ['AFI 2', 'The service should share what it has learnt'],
    ...Array.from({ length: 3 }, () => ['', '']),
  ]);
});
