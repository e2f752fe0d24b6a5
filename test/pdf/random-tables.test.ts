import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';
import { asMade, type MadeTable, madeTable, toHtml } from '../support/random-table.ts';

const words =
  'service station crew audit visit premises response data review board quarter plan risk staff policy 24 100% Jo £7m'.split(
    ' ',
  );
const text = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' ')),
  },
  {
    weight: 3,
    // No longer: a table taller than its page is cut, which is the matter of the joined tables' tests.
    arbitrary: fc.array(fc.constantFrom(...words), { minLength: 9, maxLength: 18 }).map((some) => some.join(' ')),
  },
);
const paper = (tables: readonly MadeTable[]) =>
  `<html><head><meta charset="utf-8"><style>@page { size: A4 landscape; margin: 1cm }
body { font: 9pt "Liberation Sans", sans-serif } table { border-collapse: collapse; break-after: page }
td { border: 0.75pt solid #000; padding: 4px; vertical-align: top; min-width: 3em; height: 2em }</style></head><body>${tables.map(toHtml).join('')}</body></html>`;

test.for(['weasyprint', 'chromium'] satisfies Producer[])(
  'random ruled tables printed by %s come back cell for cell, with their colours',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const tables = fc.array(madeTable(text, 6), { minLength: 40, maxLength: 40 });
    const property = fc.asyncProperty(tables, async (made) => {
      const document = await readPdf(await printHtml(paper(made), producer), { evidence: 'ruled', stitch: false });
      const read = document.blocks.filter((block): block is Table => block.kind === 'table');
      expect(read.map(asMade)).toEqual(made);
    });
    await fc.assert(property, { numRuns: 2, endOnFailure: true });
  },
);
