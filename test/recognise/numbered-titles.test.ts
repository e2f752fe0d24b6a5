import { expect, test } from 'vitest';
import { titlesOutOfLists } from '../../parsers/recognise/numbered-titles.ts';
import type { Block } from '../../src/model/document.ts';
import { readHtml } from '../support/read-html.ts';

const list = (...items: readonly (readonly [label: string, text: string])[]): Block => ({
  kind: 'list',
  ordered: true,
  items: items.map(([label, text]) => ({ label, text, level: 0, places: [] })),
  places: [],
});
const shown = (blocks: readonly Block[]) =>
  blocks.map((block) => {
    if (block.kind === 'list') return block.items.map(({ label }) => label).join(' ');
    return block.kind === 'paragraph' && block.bold ? block.text : block.kind;
  });

test('short items over numbered paragraphs are the titles of sections', () => {
  const blocks = [
    list(['1.', 'Purpose'], ['1.1', 'To note the plan.'], ['1.2', 'To agree it.'], ['2.', 'Efficiency']),
    list(['2.1', 'The fleet has been reviewed.']),
  ];
  expect(shown(titlesOutOfLists(blocks))).toEqual(['1. Purpose', '1.1 1.2', '2. Efficiency', '2.1']);
});

test.each([
  ['no paragraphs of their own', list(['1.', 'Review the fleet'], ['2.', 'Sell the boats'])],
  [
    'numbers that begin again',
    list(['1.', 'Fleet'], ['1.1', 'Review it.'], ['2.', 'Boats'], ['2.1', 'Sell.'], ['1.1', 'No.']),
  ],
  ['sentences', list(['1.', 'The fleet is old.'], ['1.1', 'Review it.'], ['2.', 'The boats leak.'], ['2.1', 'Sell.'])],
])('items with %s stay items', (_, block) => {
  expect(titlesOutOfLists([block])).toEqual([block]);
});

test('every finding under the title of a pillar has it, though all titles are set alike', async () => {
  const bold = (text: string) => `<p><b>${text}</b></p>`;
  const finding = (number: number) =>
    `${bold(`AFI ${number} – The service should check its boats.`)}<p>They were all checked in May.</p><p>Status: On track</p>`;
  const { entries, issues } = await readHtml(
    `<h1>Improvement plan</h1>${bold('4.  Effectiveness')}${finding(1)}${finding(2)}${bold('5 People')}${finding(3)}${bold('6. Legal implications')}<p>There are none.</p>`,
  );
  expect(entries.map(({ ref, pillar }) => [ref, pillar])).toEqual([
    ['AFI 1', 'effectiveness'],
    ['AFI 2', 'effectiveness'],
    ['AFI 3', 'people'],
  ]);
  expect(issues.filter(({ code }) => code === 'layout/text-not-placed')).toEqual([]);
});
