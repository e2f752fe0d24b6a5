import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';
import { asMade, type MadeTable, madeTable, toHtml } from '../support/random-table.ts';

const words =
  'service station crew audit visit premises response data review board quarter plan risk staff policy'.split(' ');
const sentence = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...words), { minLength: least, maxLength: most })
    .map(([first = '', ...rest]) => [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest].join(' '));
const text = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: sentence(1, 3) },
  {
    weight: 3,
    arbitrary: fc.array(sentence(4, 14), { minLength: 1, maxLength: 4 }).map((some) => `${some.join('. ')}.`),
  },
);

/** A heading for each table, no two alike: what comes back on every page is a running header. */
const heading = (index: number) =>
  `The ${words[index % words.length]} and ${words[(index * 7 + 3) % words.length]} plan`;

/** Small pages, and a table begins anywhere on one: pages end between rows, in rows and in cells over several rows. */
const paper = (tables: readonly (readonly [lines: number, table: MadeTable])[]) => {
  const body = tables.map(
    ([lines, table], index) =>
      `<h2>${heading(index)}</h2>${'<p>The board noted the report.</p>'.repeat(lines)}${toHtml(table)}`,
  );
  return `<html><head><meta charset="utf-8"><style>@page { size: A5 landscape; margin: 1cm }
body { font: 8pt "Liberation Sans", sans-serif } h2 { break-before: page } table { border-collapse: collapse; width: 100% }
td { border: 0.75pt solid #000; padding: 4px; vertical-align: top; min-width: 3em; height: 2em }</style></head><body>${body.join('')}</body></html>`;
};

/** Wherever a page cut a text, its lines are joined again. */
const onOneLine = ({ cells, ...table }: MadeTable): MadeTable => ({
  ...table,
  cells: cells.map((cell) => ({ ...cell, text: cell.text.replace(/\s+/gu, ' ') })),
});

const ways: readonly (readonly [Producer, ParseOptions['evidence']])[] = [
  ['weasyprint', 'auto'],
  ['chromium', 'auto'],
  ['chromium', 'ruled'],
];

test.for(ways)(
  'random tables printed by %s that run over pages anywhere, read by evidence "%s", come back cell for cell, with their colours',
  async ([producer, evidence], { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const tables = fc.array(fc.tuple(fc.nat(9), madeTable(text, 10)), { minLength: 25, maxLength: 25 });
    const property = fc.asyncProperty(tables, async (made) => {
      const document = await readPdf(await printHtml(paper(made), producer), { evidence });
      const read = document.blocks.filter((block): block is Table => block.kind === 'table');
      expect(document.pages.length).toBeGreaterThan(made.length);
      expect(read.map(asMade).map(onOneLine)).toEqual(made.map(([, table]) => onOneLine(table)));
    });
    await fc.assert(property, { numRuns: 2, endOnFailure: true });
  },
);
