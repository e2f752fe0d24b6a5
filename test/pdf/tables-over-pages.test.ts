import { expect, test } from 'vitest';
import { toBlocks } from '../../parsers/pdf/flow/blocks.ts';
import type { PageContent, TextRun } from '../../parsers/pdf/page/page-content.ts';
import { readStretch } from '../../parsers/pdf/read-pages.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { page, words } from '../support/page.ts';

/** Tables without any ruling line, on pages made by hand: a row is told by where its words stand. */

const lefts = [50, 200, 420];

/** Rows of text at the columns' left ends, 12 points from line to line within a row and 20 from row to row. */
function rows(top: number, ...texts: readonly (readonly (readonly string[])[])[]): readonly TextRun[] {
  let at = top;
  return texts.flatMap((cells) => {
    const runs = cells.flatMap((lines, column) =>
      lines.flatMap((line, index) => words(line, lefts[column] ?? 0, at + 12 * index)),
    );
    at += 12 * (Math.max(...cells.map((lines) => lines.length)) - 1) + 20;
    return runs;
  });
}

const header = (top: number) =>
  ['Action', 'Progress', 'Due'].flatMap((text, column) => words(text, lefts[column] ?? 0, top, { bold: true }));

const plan = (name: string) => [
  [`${name} the standard for`, 'the files of premises'],
  ['The standard was agreed in May and two', 'of the three teams work to it'],
  ['June 2024'],
];

const first = [
  ...words('Improvement plan', 50, 60, { size: 16, bold: true }),
  ...header(640),
  ...rows(660, plan('Publish'), plan('Train'), plan('Review')),
];

/** Blocks as lines: `#` a heading, `P` a paragraph, cells between bars; `@` before a row that a join says why of. */
function read(...contents: readonly (readonly TextRun[])[]): readonly string[] {
  const pages: readonly PageContent[] = contents.map((runs, index) => page(runs, { number: index + 1 }));
  const stretch = readStretch(
    pages.map((content) => ({ content, words: null, shown: null })),
    defaultParseOptions,
  );
  return toBlocks(stretch.drafts, true, stretch.words).flatMap((block): readonly string[] => {
    if (block.kind === 'list') return block.items.map(({ text }) => `- ${text}`);
    if (block.kind !== 'table') return [`${block.kind === 'heading' ? '#' : 'P'} ${block.text}`];
    return Array.from({ length: block.rows }, (_, row) => {
      const reasons = block.joins.filter((join) => join.row === row).map((join) => `@${join.reason} `);
      const cells = block.cells.filter((cell) => cell.row === row).map(({ text }) => text.slice(0, 24).trim());
      return `${reasons.join('')}| ${cells.join(' | ')}`;
    });
  });
}

const before = [
  '# Improvement plan',
  '| Action | Progress | Due',
  '| Publish the standard for | The standard was agreed | June 2024',
  '| Train the standard for t | The standard was agreed | June 2024',
  '| Review the standard for | The standard was agreed | June 2024',
];

test('one row at the top of a page goes on with the table that ended the page before', () => {
  const second = [...rows(60, plan('Begin')), ...words('Members are asked to note the report.', 50, 160)];
  expect(read(first, second)).toEqual([
    ...before,
    '@same-columns | Begin the standard for t | The standard was agreed | June 2024',
    'P Members are asked to note the report.',
  ]);
});

test('the rest of a cell at the top of a page, under the header again, goes on in its row', () => {
  const second = [
    ...header(60),
    ...rows(80, [[], ['and the third begins when its system', 'has been changed']], plan('Begin')),
  ];
  const lines = read(first, second);
  expect(lines.slice(0, 4)).toEqual(before.slice(0, 4));
  expect(lines[4]).toMatch(/^@cut-row \| Review/);
  expect(lines.slice(5)).toEqual(['| Begin the standard for t | The standard was agreed | June 2024']);
});

test('one row at the end of a page belongs to the table that begins the next', () => {
  const short = [
    ...words('Improvement plan', 50, 60, { size: 16, bold: true }),
    ...header(740),
    ...rows(760, plan('Publish')),
  ];
  const next = [...header(60), ...rows(80, plan('Train'), plan('Review'), plan('Begin'))];
  expect(read(short, next)).toEqual([
    ...before.slice(0, 3),
    '@repeated-header | Train the standard for t | The standard was agreed | June 2024',
    '| Review the standard for | The standard was agreed | June 2024',
    '| Begin the standard for t | The standard was agreed | June 2024',
  ]);
});

test('a table never goes on over a heading, nor under a header in other words', () => {
  const heading = [...words('Other work', 50, 60, { size: 14, bold: true }), ...rows(90, plan('Begin'))];
  expect(read(first, heading).slice(0, 6)).toEqual([...before, '# Other work']);
  const renamed = ['Risk', 'Control', 'Owner'].flatMap((text, column) =>
    words(text, lefts[column] ?? 0, 60, { bold: true }),
  );
  const lines = read(first, [...renamed, ...rows(80, plan('Begin'), plan('Store'), plan('Close'))]);
  expect(lines.slice(0, 6)).toEqual([...before, '| Risk | Control | Owner']);
});

test('lines of text over the full width are none of the table, wherever their words begin', () => {
  const text =
    'Officers said that the work was on time and that nobody had been left without an offer of help in the year';
  const lines = read(first, [...words(text, 50, 60), ...words('and members asked for a report.', 50, 72)]);
  expect(lines.slice(0, 5)).toEqual(before);
  expect(lines.slice(5)).toEqual([`P ${text} and members asked for a report.`]);
});

test('a short paragraph under the last row is none of the table', () => {
  const lines = read(first, [...words('Note the plan.', 50, 60), ...words('It will be reported again.', 50, 90)]);
  expect(lines).toEqual([...before, 'P Note the plan.', 'P It will be reported again.']);
});
