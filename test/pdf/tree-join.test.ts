import { expect, test } from 'vitest';
import { joinTreeTables } from '../../parsers/pdf/tables/tagged/tree-join.ts';
import type { TreeCell, TreeTable } from '../../parsers/pdf/tables/tagged/tree-table.ts';

/** A row of a table's part on one page; its lower or upper border is not drawn where the page ends. */
function row(at: number, texts: readonly string[], page: number, key: string): readonly TreeCell[] {
  return texts.map((text, column) => ({
    key: `${key} ${column}`,
    row: at,
    column,
    rowSpan: 1,
    columnSpan: 1,
    header: false,
    open: { top: page === 2, bottom: page === 1 },
    parts: [{ page, box: [0, 0, 1, 1], text, itemised: false, bold: false, fill: null, ink: null }],
  }));
}

const part = (rows: readonly (readonly TreeCell[])[]): TreeTable => ({
  shape: 'one',
  columns: 2,
  joins: [],
  rows: rows.map(([cell]) => cell?.row ?? 0),
  cells: rows.flat(),
});

test('a row with words below an open foot is a row of its own', () => {
  const joined = joinTreeTables(
    part([row(0, ['AFI 6', 'Complete'], 1, 'a')]),
    part([row(1, ['AFI 7', 'On track'], 2, 'b')]),
  );
  expect(joined?.cells.map((cell) => [cell.row, cell.parts.map(({ text }) => text)])).toEqual([
    [0, ['AFI 6']],
    [0, ['Complete']],
    [1, ['AFI 7']],
    [1, ['On track']],
  ]);
});

test('a cell without words below an open foot is the rest of the one above', () => {
  const joined = joinTreeTables(
    part([row(0, ['AFI 6', 'Complete'], 1, 'a')]),
    part([row(1, ['', 'On track'], 2, 'b')]),
  );
  expect(joined?.cells.find(({ column }) => column === 0)).toMatchObject({ row: 0, rowSpan: 2 });
});
