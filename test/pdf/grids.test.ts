import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPdf } from '../../parsers/pdf/page/open.ts';
import type { TextRun } from '../../parsers/pdf/page/page-content.ts';
import type { PageTable } from '../../parsers/pdf/tables/cells/page-table.ts';
import type { PageEvidence } from '../../parsers/pdf/tables/on-page/choose.ts';
import { readTablesOverPages } from '../../parsers/pdf/tables/over-pages/tables-over-pages.ts';
import { fillGrid, type SpacedCell } from '../../parsers/pdf/tables/spaced/fill-grid.ts';
import { type TextPage, toWords, withRows } from '../../parsers/pdf/text/words.ts';
import { ParseError } from '../../src/model/errors.ts';
import { run } from '../support/page.ts';

/** A table's grid: every position in one cell at most, every word in one cell alone. */

interface Spans {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The positions that a cell covers, as `row,column`. */
const positionsOf = ({ row, column, rowSpan, columnSpan }: Spans): readonly string[] =>
  Array.from({ length: rowSpan * columnSpan }, (_, at) => {
    return `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`;
  });

const spaced = (row: number, column: number, rowSpan: number, columnSpan: number, ...texts: string[]): SpacedCell => ({
  ...{ row, column, rowSpan, columnSpan },
  box: [0, 0, 0, 0],
  runs: toWords(texts.map((text) => run([text, 10, 10]))),
});

const bounds = (count: number) => Array.from({ length: count + 1 }, (_, index) => 10 * index);

/** The grid as pictures: each cell's words at its position with its spans. */
const filled = (cells: readonly SpacedCell[], rows: number, columns: number): readonly string[] =>
  fillGrid(cells, rows, columns, bounds(columns), bounds(rows)).map(({ row, column, rowSpan, columnSpan, runs }) =>
    `${row},${column} ${rowSpan}x${columnSpan} ${runs.map(({ text }) => text).join(' ')}`.trim(),
  );

test('a span ends before the next cell of its row and above the next one of its column', () => {
  expect(filled([spaced(0, 0, 2, 3, 'wide'), spaced(0, 2, 1, 1, 'next'), spaced(1, 1, 1, 1, 'below')], 2, 3)).toEqual([
    '0,0 1x2 wide',
    '0,2 1x1 next',
    '1,0 1x1',
    '1,1 1x1 below',
    '1,2 1x1',
  ]);
});

test('cells that begin at one position are one cell', () => {
  expect(filled([spaced(0, 0, 1, 1, 'upper'), spaced(0, 0, 1, 2, 'lower')], 1, 2)).toEqual(['0,0 1x2 upper lower']);
});

test('every position is in one cell, and every word that was in some cell is in one', () => {
  const cell = fc
    .record({
      row: fc.nat(4),
      column: fc.nat(4),
      rowSpan: fc.integer({ min: 1, max: 5 }),
      columnSpan: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ row, column, rowSpan, columnSpan }) => spaced(row, column, rowSpan, columnSpan, 'word'));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const grid = fillGrid(cells, 5, 5, bounds(5), bounds(5));
      const all = positionsOf({ row: 0, column: 0, rowSpan: 5, columnSpan: 5 });
      expect(grid.flatMap(positionsOf).toSorted()).toEqual(all.toSorted());
      const runs = cells.flatMap((some) => some.runs);
      expect(new Set(grid.flatMap((some) => some.runs))).toEqual(new Set(runs));
      expect(grid.flatMap((some) => some.runs)).toHaveLength(runs.length);
      for (const { box, row, column, rowSpan, columnSpan } of grid) {
        expect(box).toEqual([10 * column, 10 * row, 10 * (column + columnSpan), 10 * (row + rowSpan)]);
      }
    }),
  );
});

const project = path.join(import.meta.dirname, '../..');
const folders = ['fixtures/papers', '../shared/papers/pdf', '../shared/bench', '../shared/robust/pdf'].filter(
  (folder) => existsSync(path.join(project, folder)),
);
const evidences: readonly PageEvidence[] = ['auto', 'ruled', 'spaced'];

test.each(folders)(
  'no word of a page stands in two cells, and no position in two: %s',
  async (folder) => {
    const faults: string[] = [];
    for (const file of globSync('**/*.pdf', { cwd: path.join(project, folder) }).sort()) {
      const pages = await pagesOf(path.join(project, folder, file));
      for (const evidence of evidences) {
        const tables = readTablesOverPages(pages, evidence);
        faults.push(
          ...pages.flatMap((page, at) => faultsOf(page, tables[at] ?? []).map((fault) => `${file} ${fault}`)),
        );
      }
    }
    expect(faults).toEqual([]);
  },
  300_000,
);

/** The first pages of a file; of one that cannot be opened or read, those that can. */
async function pagesOf(file: string): Promise<readonly TextPage[]> {
  const pages: TextPage[] = [];
  try {
    const open = await openPdf(readFileSync(file));
    try {
      for (let number = 1; number <= Math.min(open.pageCount, 40); number++)
        pages.push(withRows(await open.page(number)));
    } finally {
      await open.close();
    }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
  }
  return pages;
}

function faultsOf(page: TextPage, tables: readonly PageTable[]): readonly string[] {
  const held = new Set<TextRun>();
  return tables.flatMap((table, index) => {
    const where = `page ${page.number} table ${index + 1}`;
    const covered = new Set<string>();
    return table.cells.flatMap((cell) => {
      const faults: string[] = [];
      if (cell.row + cell.rowSpan > table.rows || cell.column + cell.columnSpan > table.columns) {
        faults.push(`${where}: the cell at ${cell.row},${cell.column} ends outside`);
      }
      for (const position of positionsOf(cell)) {
        if (covered.has(position)) faults.push(`${where}: ${position} is in two cells`);
        covered.add(position);
      }
      for (const own of cell.runs) {
        if (held.has(own)) faults.push(`${where}: "${own.text}" is in two cells`);
        held.add(own);
      }
      return faults;
    });
  });
}
