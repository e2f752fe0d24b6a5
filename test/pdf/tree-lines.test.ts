import { expect, test } from 'vitest';
import type { PageContent, Segment, StructureNode, TextRun } from '../../parsers/pdf/page/page-content.ts';
import { toEdges } from '../../parsers/pdf/tables/ruled/edges.ts';
import { readGrids } from '../../parsers/pdf/tables/ruled/ruled-tables.ts';
import { joinTreeTables } from '../../parsers/pdf/tables/tagged/tree-join.ts';
import { readTreeTable } from '../../parsers/pdf/tables/tagged/tree-table.ts';
import { treeToTable } from '../../parsers/pdf/tables/tagged/tree-to-table.ts';
import { type Word, withRows } from '../../parsers/pdf/text/words.ts';
import { paperWords } from '../../src/lib/hyphens.ts';
import { page, words } from '../support/page.ts';

const paper = paperWords([]);
const [left, top, width, height] = [50, 50, 150, 40];

const line = (x0: number, y0: number, x1: number, y1: number): Segment => ({
  x0,
  y0,
  x1,
  y1,
  width: 1,
  colour: [0, 0, 0],
});

/** The lines around every cell of a table with so many rows and columns. */
function grid(rows: number, columns: number): readonly Segment[] {
  const [right, bottom] = [left + columns * width, top + rows * height];
  return [
    ...Array.from({ length: rows + 1 }, (_, row) => line(left, top + row * height, right, top + row * height)),
    ...Array.from({ length: columns + 1 }, (_, at) => line(left + at * width, top, left + at * width, bottom)),
  ];
}

/** Words in the cell of that row and column as drawn, under this mark of the tree; null for none. */
const inCell = (text: string, row: number, column: number, mark: string | null): readonly TextRun[] =>
  words(text, left + column * width + 5, top + row * height + 15, { markedContent: mark, artifact: mark === null });

const node = (role: string, children: StructureNode['children']): StructureNode => ({
  role,
  rowSpan: 1,
  columnSpan: 1,
  children,
});

/** A table of the tree whose first row is its header, each cell with the marks of its words. */
const tableOf = (rows: readonly (readonly (readonly string[])[])[]): StructureNode =>
  node(
    'Table',
    rows.map((cells, row) =>
      node(
        'TR',
        cells.map((marks) =>
          node(
            row === 0 ? 'TH' : 'TD',
            marks.map((content) => ({ content })),
          ),
        ),
      ),
    ),
  );

function read(table: StructureNode, page: PageContent) {
  const content = withRows(page);
  const runsOf = (from: StructureNode): readonly Word[] =>
    from.children.flatMap((child) =>
      'content' in child ? content.runs.filter((run) => run.markedContent === child.content) : runsOf(child),
    );
  const drawn = () => readGrids(toEdges(content.segments, content.fills, content.runs), content.runs);
  return readTreeTable(table, content, runsOf, drawn, paper)?.tree ?? null;
}

test('a header that a word processor repeats outside of the tree is no part of the row above the page’s end', () => {
  const first = page(
    [
      ...inCell('Ref', 0, 0, 'a'),
      ...inCell('Target date', 0, 1, 'b'),
      ...inCell('AFI 1', 1, 0, 'c'),
      ...inCell('TBC', 1, 1, 'd'),
    ],
    { segments: grid(2, 2) },
  );
  const second = page(
    [
      ...inCell('Ref', 0, 0, null),
      ...inCell('Target date', 0, 1, null),
      ...inCell('AFI 2', 1, 0, 'e'),
      ...inCell('May 2024', 1, 1, 'f'),
    ],
    { number: 2, segments: grid(2, 2) },
  );
  const table = tableOf([
    [['a'], ['b']],
    [['c'], ['d']],
    [['e'], ['f']],
  ]);
  const [above, below] = [read(table, first), read(table, second)];
  const joined = above === null || below === null ? null : joinTreeTables(above, below);
  expect(joined?.joins.map(({ reason }) => reason)).toEqual(['repeated-header']);
  const cells = joined === null ? [] : treeToTable(joined, paper).cells;
  expect(cells.map(({ text }) => text)).toEqual(['Ref', 'Target date', 'AFI 1', 'TBC', 'AFI 2', 'May 2024']);
});

test('words tagged as going on from the cell before stand in the cell that lines draw around them', () => {
  const content = page(
    [
      ...inCell('Action', 0, 0, 'a'),
      ...inCell('Progress', 0, 1, 'b'),
      ...inCell('Train the crews', 1, 0, 'c'),
      ...inCell('Two courses held', 1, 1, 'd'),
      ...inCell('Test the kit', 2, 0, 'e'),
    ],
    { segments: grid(3, 2) },
  );
  const table = tableOf([
    [['a'], ['b']],
    [['c', 'd'], []],
    [['e'], []],
  ]);
  const tree = read(table, content);
  const rows = Map.groupBy(tree === null ? [] : treeToTable(tree, paper).cells, ({ row }) => row);
  expect([...rows.values()].map((cells) => cells.map(({ text }) => text))).toEqual([
    ['Action', 'Progress'],
    ['Train the crews', 'Two courses held'],
    ['Test the kit', ''],
  ]);
});

test('words that run on over the edge of their cell into a blank one are not taken apart', () => {
  const long = 'Objective one: look after the people who look after us';
  const content = page(
    [
      ...inCell('Action', 0, 0, 'a'),
      ...inCell('Progress', 0, 1, 'b'),
      ...inCell(long, 1, 0, 'c'),
      ...inCell('Train the crews', 2, 0, 'd'),
      ...inCell('Done', 2, 1, 'e'),
    ],
    { segments: grid(3, 2) },
  );
  const tree = read(
    tableOf([
      [['a'], ['b']],
      [['c'], []],
      [['d'], ['e']],
    ]),
    content,
  );
  const cells = tree === null ? [] : treeToTable(tree, paper).cells;
  expect(cells.map(({ text }) => text)).toEqual(['Action', 'Progress', long, '', 'Train the crews', 'Done']);
});

test('a merged cell that is tagged in its last row stands where lines draw it, and so do the others', () => {
  const without = (x1: number, y: number) =>
    grid(4, 2).flatMap((edge) => (edge.y0 === y && edge.y1 === y ? [line(x1, y, edge.x1, y)] : [edge]));
  const content = page(
    [
      ...inCell('Ref', 0, 0, 'a'),
      ...inCell('Finding', 0, 1, 'b'),
      ...inCell('AFI 1', 1, 0, 'e'),
      ...inCell('Visits', 1, 1, 'c'),
      ...inCell('Training', 2, 1, 'd'),
      ...inCell('AFI 2', 3, 0, 'f'),
      ...inCell('Stores', 3, 1, 'g'),
    ],
    { segments: without(left + width, top + 2 * height) },
  );
  const merged = { ...node('TD', [{ content: 'e' }]), rowSpan: 2 };
  const cell = (mark: string) => node('TD', [{ content: mark }]);
  const table = node('Table', [
    node('TR', [node('TH', [{ content: 'a' }]), node('TH', [{ content: 'b' }])]),
    node('TR', [cell('c')]),
    node('TR', [merged, cell('d')]),
    node('TR', [cell('f'), cell('g')]),
  ]);
  const tree = read(table, content);
  if (tree === null) throw new Error('no table');
  const cells = treeToTable(tree, paper).cells.map(({ row, column, rowSpan, text }) => [row, column, rowSpan, text]);
  expect(cells).toEqual([
    [0, 0, 1, 'Ref'],
    [0, 1, 1, 'Finding'],
    [1, 0, 2, 'AFI 1'],
    [1, 1, 1, 'Visits'],
    [2, 1, 1, 'Training'],
    [3, 0, 1, 'AFI 2'],
    [3, 1, 1, 'Stores'],
  ]);
});
