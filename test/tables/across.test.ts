import { expect, test } from 'vitest';
import { paperWords } from '../../src/lib/hyphens.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import { joinAcross } from '../../src/tables/across.ts';
import { stitchTables } from '../../src/tables/stitch.ts';

/** Rows as high as these, from the top of the page on. */
const heights = [18, 40, 22, 57];

/** A page of a printed sheet: rows of texts under a painted header. */
function part(page: number, texts: readonly (readonly string[])[], tall: readonly number[] = heights): Table {
  const top = (row: number) => 60 + tall.slice(0, row).reduce((sum, height) => sum + height, 0);
  const cells = texts.flatMap((line, row) =>
    line.map(
      (text, column): Cell => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        header: false,
        text,
        bold: false,
        fill: row === 0 ? [217, 217, 217] : null,
        ink: null,
        places: [{ path: '', page, bbox: [50 + column * 90, top(row), 140 + column * 90, top(row + 1)] }],
      }),
    ),
  );
  const columns = texts[0]?.length ?? 0;
  return {
    kind: 'table',
    rows: texts.length,
    columns,
    cells,
    headerRows: 0,
    caption: null,
    evidence: 'ruled',
    confidence: 1,
    joins: [],
    places: [{ path: '', page, bbox: [50, 60, 50 + columns * 90, top(texts.length)] }],
  };
}

const asked = ['No.', 'Area for improvement', 'Lead'];
const done = ['Due', 'Progress'];
const left = (page: number, from: number) =>
  part(page, [asked, ...[0, 1, 2].map((n) => [`${from + n}`, `Mend pump ${from + n}`, `Officer ${from + n}`])]);
const right = (page: number, from: number) =>
  part(page, [done, ...[0, 1, 2].map((n) => [`May 203${from + n}`, `Pump ${from + n} is mended`])]);
const rightWithNumbers = (page: number, from: number) =>
  part(page, [
    ['No.', ...done],
    ...[0, 1, 2].map((n) => [`${from + n}`, `May 203${from + n}`, `Pump ${from + n} mended`]),
  ]);

const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? Array.from({ length: block.rows }, (_, row) =>
          block.cells.filter((cell) => cell.row === row).map(({ text }) => text),
        )
      : [],
  );

test('the columns on the page to the right go on in the rows of the left page', () => {
  const [table, ...others] = stitchTables(
    joinAcross([left(1, 1), right(2, 1), left(3, 4), right(4, 4)]),
    paperWords([]),
  );
  expect(others).toEqual([]);
  expect(textsOf(table === undefined ? [] : [table])[0]?.[0]).toEqual([...asked, ...done]);
  expect(textsOf(table === undefined ? [] : [table])[0]?.[6]).toEqual([
    '6',
    'Mend pump 6',
    'Officer 6',
    'May 2036',
    'Pump 6 is mended',
  ]);
});

test('left pages before all right ones, with the first column repeated, are one table in the order of the rows', () => {
  const blocks = [left(1, 1), left(2, 4), rightWithNumbers(3, 1), rightWithNumbers(4, 4)];
  const [table, ...others] = stitchTables(joinAcross(blocks), paperWords([]));
  expect(others).toEqual([]);
  expect(table?.places.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  expect(textsOf(table === undefined ? [] : [table])[0]?.[4]).toEqual([
    '4',
    'Mend pump 4',
    'Officer 4',
    'May 2034',
    'Pump 4 mended',
  ]);
});

test('rows that do not stand level, headers that look otherwise and forms filled in anew are not joined', () => {
  const lower = part(2, [done, ['May 2031', 'x'], ['May 2032', 'y'], ['May 2033', 'z']], [18, 44, 22, 57]);
  expect(joinAcross([left(1, 1), lower])).toHaveLength(2);
  const plain = right(2, 1);
  const unpainted = { ...plain, cells: plain.cells.map((cell) => ({ ...cell, fill: null })) };
  expect(joinAcross([left(1, 1), unpainted])).toHaveLength(2);
  const form = (page: number) =>
    part(page, [
      [`AFI ${page}`, `Pump ${page}`],
      ['Lead', `Officer ${page}`],
      ['Due', `May 203${page}`],
      ['RAG', 'Red'],
    ]);
  expect(joinAcross([form(1), form(2), form(3)])).toHaveLength(3);
});
