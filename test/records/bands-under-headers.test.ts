import { expect, test } from 'vitest';
import { headerRowsOf } from '../../parsers/records/header-rows.ts';
import type { Cell } from '../../src/model/document.ts';

const cell = (row: number, column: number, text: string, columnSpan: number, bold: boolean): Cell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan,
  header: false,
  text,
  bold,
  fill: columnSpan > 1 ? [217, 226, 243] : null,
  ink: null,
  places: [],
});

test('names of columns in bold are a header though a bold band stands below them', () => {
  const rows = [['Undertaking', 'Quay', 'Boat', 'Crew'], ['Harbours'], ['Buy two rigs', 'North', 'Osprey', 'Blue']];
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => cell(row, column, text, texts.length === 1 ? 4 : 1, row < 2)),
  );
  const table = { kind: 'table', rows: 3, columns: 4, cells, headerRows: 0, caption: null } as const;
  expect(headerRowsOf({ ...table, evidence: 'banded', confidence: 1, joins: [], places: [] })).toEqual([0]);
});
