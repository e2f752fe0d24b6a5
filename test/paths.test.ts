import { expect, test } from 'vitest';
import { withPaths } from '../src/lib/paths.ts';
import type { Block, Cell } from '../src/model/document.ts';

const cell = (row: number, column: number): Cell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  header: false,
  text: 'x',
  bold: false,
  fill: null,
  ink: null,
  places: [
    { path: '', page: 1 },
    { path: '', page: 2 },
  ],
});

test('blocks, cells, items and furniture are numbered from 1, kind by kind', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: 'Plan', places: [{ path: '', page: 1 }] },
    { kind: 'paragraph', text: 'One', bold: false, places: [] },
    {
      kind: 'list',
      ordered: false,
      items: [{ text: 'a', label: null, level: 0, places: [] }],
      places: [{ path: '', page: 1 }],
    },
    { kind: 'paragraph', text: 'Two', bold: false, places: [{ path: '', page: 2 }] },
    {
      kind: 'table',
      rows: 1,
      columns: 2,
      cells: [cell(0, 0), cell(0, 1)],
      headerRows: 0,
      caption: null,
      evidence: 'ruled',
      confidence: 1,
      joins: [],
      places: [{ path: '', page: 1 }],
    },
  ];
  const numbered = withPaths(blocks, [{ text: 'Page 1', places: [{ path: '', page: 1 }] }]);
  const paths = numbered.blocks.flatMap((block) => [
    ...block.places,
    ...(block.kind === 'list' ? block.items.flatMap((item) => item.places) : []),
    ...(block.kind === 'table' ? block.cells.flatMap((each) => each.places) : []),
  ]);
  expect(paths.map(({ path, page }) => `${path}@${page ?? '-'}`)).toEqual([
    'h1@1',
    'p1@-',
    'l1@1',
    'l1/i1@-',
    'p2@2',
    't1@1',
    't1/r1/c1@1',
    't1/r1/c1@2',
    't1/r1/c2@1',
    't1/r1/c2@2',
  ]);
  expect(numbered.furniture[0]?.places).toEqual([{ path: 'f1', page: 1 }]);
});
