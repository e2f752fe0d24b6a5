import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';

/** A cell of a table that was made up, at its top left position. */
interface MadeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly fill: readonly number[] | null;
}

interface MadeTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly MadeCell[];
}

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
const part = fc.integer({ min: 90, max: 235 });
const fill = fc.option(fc.tuple(part, part, part), { freq: 3 });

/** Tables whose first row and column hold no span, so that every row and column is drawn somewhere. */
const table: fc.Arbitrary<MadeTable> = fc
  .record({
    rows: fc.integer({ min: 2, max: 6 }),
    columns: fc.integer({ min: 2, max: 5 }),
    spans: fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 3,
    }),
    looks: fc.array(fc.record({ text, fill }), { minLength: 30, maxLength: 30 }),
  })
  .map(({ rows, columns, spans, looks }) => {
    const taken = new Set<string>();
    const cells: MadeCell[] = [];
    const place = (row: number, column: number, rowSpan: number, columnSpan: number) => {
      const look = looks[(row * columns + column) % looks.length];
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
      const spoken = row === 0 || column === 0 ? `${look?.text || 'head'}` : (look?.text ?? '');
      cells.push({ row, column, rowSpan, columnSpan, text: spoken, fill: look?.fill ?? null });
    };
    for (const [row, column, rowSpan, columnSpan] of spans) {
      const fits = row > 0 && column > 0 && row + rowSpan <= rows && column + columnSpan <= columns;
      const covered = Array.from(
        { length: rowSpan * columnSpan },
        (_, at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`,
      );
      if (fits && !covered.some((position) => taken.has(position))) place(row, column, rowSpan, columnSpan);
    }
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) if (!taken.has(`${row},${column}`)) place(row, column, 1, 1);
    }
    return { rows, columns, cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
  });

function toHtml({ rows, cells }: MadeTable): string {
  const body = Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    return `<tr>${own
      .map(({ rowSpan, columnSpan, fill: paint, text: spoken }) => {
        const colour = paint === null ? '' : ` style="background: rgb(${paint.join(',')})"`;
        return `<td rowspan="${rowSpan}" colspan="${columnSpan}"${colour}>${spoken}</td>`;
      })
      .join('')}</tr>`;
  });
  return `<table>${body.join('')}</table>`;
}

const paper = (tables: readonly MadeTable[]) =>
  `<html><head><meta charset="utf-8"><style>@page { size: A4 landscape; margin: 1cm }
body { font: 9pt "Liberation Sans", sans-serif } table { border-collapse: collapse; break-after: page }
td { border: 0.75pt solid #000; padding: 4px; vertical-align: top; min-width: 3em; height: 2em }</style></head><body>${tables.map(toHtml).join('')}</body></html>`;

const asMade = (read: Table): MadeTable => ({
  rows: read.rows,
  columns: read.columns,
  cells: read.cells
    .map(({ row, column, rowSpan, columnSpan, text: spoken, fill: paint }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: spoken,
      fill: paint === null ? null : [...paint],
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column),
});

test.for(['weasyprint', 'chromium'] satisfies Producer[])(
  'random ruled tables printed by %s come back cell for cell, with their colours',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const tables = fc.array(table, { minLength: 40, maxLength: 40 });
    const property = fc.asyncProperty(tables, async (made) => {
      const document = await readPdf(await printHtml(paper(made), producer), { evidence: 'ruled', stitch: false });
      const read = document.blocks.filter((block): block is Table => block.kind === 'table');
      expect(read.map(asMade)).toEqual(made);
    });
    await fc.assert(property, { numRuns: 2, endOnFailure: true });
  },
);
