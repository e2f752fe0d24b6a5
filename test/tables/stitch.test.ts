import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperWords } from '../../src/lib/hyphens.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import { stitchTables } from '../../src/tables/stitch.ts';

const paper = paperWords([]);
const width = 120;

interface Look {
  readonly bold?: boolean;
  readonly rowSpan?: number;
}

/** A table of texts; `page` says where it stands, `header` how many of its first rows are bold and name the columns. */
function table(rows: readonly (readonly (string | readonly [string, Look])[])[], page: number, header = 0): Table {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((each, column): readonly Cell[] => {
      const [text, look] = typeof each === 'string' ? [each, {}] : each;
      if (text === '^') return [];
      const bold = look.bold ?? row < header;
      return [
        {
          row,
          column,
          rowSpan: look.rowSpan ?? 1,
          columnSpan: 1,
          header: row < header,
          text,
          bold: bold && text !== '',
          fill: null,
          ink: null,
          places: [{ path: '', page, bbox: [column * width, row * 20, (column + 1) * width, (row + 1) * 20] }],
        },
      ];
    }),
  );
  return {
    kind: 'table',
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    cells,
    headerRows: header,
    caption: null,
    evidence: 'ruled',
    confidence: 1,
    joins: [],
    places: [{ path: '', page, bbox: [0, 0, (rows[0]?.length ?? 0) * width, rows.length * 20] }],
  };
}

const stitch = (...blocks: Block[]) => stitchTables(blocks, paper);

const textsOf = (block: Block | undefined) =>
  block?.kind === 'table'
    ? Array.from({ length: block.rows }, (_, row) =>
        block.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
      )
    : null;

const header = ['Finding', 'Progress', 'Due'];
const entry = (number: number) => [
  `The service should do thing ${number}.`,
  `Thing ${number} has been begun and is reported on here.`,
  'May 2024',
];

test('an item of a list at the top of a page begins a line in the cell that the page’s end cut', () => {
  const above = table(
    [
      ['Ref', 'Action', 'Progress'],
      ['1', 'Check the hydrants', 'None'],
      ['2', 'Train the crews and', 'Two courses held'],
    ],
    1,
    1,
  );
  const below = table([['', 'test their kit', 'Third course planned']], 2);
  const listed = { ...below, cells: below.cells.map((cell) => ({ ...cell, itemised: cell.column === 2 })) };
  expect(textsOf(stitch(above, listed)[0])?.[2]).toEqual([
    '2',
    'Train the crews and test their kit',
    'Two courses held\nThird course planned',
  ]);
});

test('a header that comes back on the next page is dropped and keeps both places', () => {
  const joined = stitch(table([header, entry(1), entry(2)], 1, 1), table([header, entry(3)], 2, 1));
  expect(joined).toHaveLength(1);
  expect(textsOf(joined[0])).toEqual([header, entry(1), entry(2), entry(3)]);
  const [whole] = joined;
  expect(whole?.kind === 'table' && whole.joins).toEqual([{ row: 3, page: 2, reason: 'repeated-header' }]);
  expect(whole?.places.map((place) => place.page)).toEqual([1, 2]);
  expect(whole?.kind === 'table' && whole.cells[0]?.places.map((place) => place.page)).toEqual([1, 2]);
});

test('a header that comes back in other words is the same header', () => {
  const again = ['Finding (continued)', 'Progress', 'Due date'];
  const joined = stitch(table([header, entry(1)], 1, 1), table([again, entry(2)], 2, 1));
  expect(textsOf(joined[0])).toEqual([header, entry(1), entry(2)]);
});

test.each([1, 0])('an entry that reads as the first one after a header of %i known rows is kept', (known) => {
  const joined = stitch(table([header, entry(1), entry(2)], 1, known), table([header, entry(1), entry(3)], 2, known));
  expect(textsOf(joined[0])).toEqual([header, entry(1), entry(2), entry(1), entry(3)]);
});

test('another header begins another table', () => {
  const other = ['Risk', 'Owner', 'Score'];
  expect(stitch(table([header, entry(1)], 1, 1), table([other, entry(2)], 2, 1))).toHaveLength(2);
});

test('nothing is joined over a heading, over a page between, or on one page', () => {
  const heading: Block = { kind: 'heading', level: 2, text: 'Efficiency', places: [{ path: '', page: 2 }] };
  const above = table([header, entry(1)], 1, 1);
  expect(stitch(above, heading, table([entry(2)], 2))).toHaveLength(3);
  expect(stitch(above, table([entry(2)], 3))).toHaveLength(2);
  expect(stitch(above, table([entry(2)], 1))).toHaveLength(2);
});

test('tables with other columns are two', () => {
  expect(stitch(table([header, entry(1)], 1, 1), table([['a', 'b', 'c', 'd', 'e']], 2))).toHaveLength(2);
});

test('a row cut in the middle of its sentences is one row, each cell with its place on both pages', () => {
  const joined = stitch(
    table([header, entry(1), ['The service should make sure that', 'The backlog has fallen from', 'Jun 2024']], 1, 1),
    table([['crews know the risk.', '212 files in April to 57.', ''], entry(3)], 2),
  );
  expect(textsOf(joined[0])).toEqual([
    header,
    entry(1),
    [
      'The service should make sure that crews know the risk.',
      'The backlog has fallen from 212 files in April to 57.',
      'Jun 2024',
    ],
    entry(3),
  ]);
  const [whole] = joined;
  expect(whole?.kind === 'table' && whole.joins[0]?.reason).toBe('cut-row');
  const cut = whole?.kind === 'table' ? whole.cells.find((cell) => cell.row === 2 && cell.column === 0) : undefined;
  expect(cut?.places.map((place) => place.page)).toEqual([1, 2]);
});

test('a row cut between two sentences is told by the date that it lacks', () => {
  const joined = stitch(
    table([header, entry(1), entry(2), entry(3)], 1, 1),
    table([['', 'Training followed in all districts and was welcomed.', ''], entry(4)], 2),
  );
  expect(textsOf(joined[0])?.[3]?.[1]).toBe(
    'Thing 3 has been begun and is reported on here. Training followed in all districts and was welcomed.',
  );
});

test('a row is not cut after a word that leads on where both rows have a number and a date of their own', () => {
  const entry = (number: number, action: string) => [`2.${number}`, action, `0${number}/07/2026`, 'Not started'];
  const above = [entry(1, 'Buy the engines'), entry(2, 'Agree how it is to be paid for')];
  const below = [entry(3, 'Pilot a protocol'), entry(4, 'Train the crews')];
  expect(stitch(table(above, 1), table(below, 2)).map(textsOf)).toEqual([[...above, ...below]]);
});

test('a blank first cell beside progress and a date of its own is another entry', () => {
  const joined = stitch(
    table([header, entry(1), entry(2), entry(3)], 1, 1),
    table([['', 'Courses will be completed remotely.', 'Feb 2025'], entry(4)], 2),
  );
  expect(textsOf(joined[0])).toHaveLength(6);
});

test('the letter of the next action is no small letter that goes on', () => {
  const joined = stitch(
    table([header, entry(1), ['a. Train the crews', 'Half of them are trained', 'May 2024']], 1, 1),
    table([['b. Train the officers', 'None of them is trained', 'Jun 2024']], 2),
  );
  expect(textsOf(joined[0])).toHaveLength(4);
});

test('rows of small words are not run together', () => {
  const joined = stitch(
    table(
      [
        ['laptops', 'yes'],
        ['phones', 'no'],
        ['radios', 'yes'],
        ['pagers', 'no'],
      ],
      1,
    ),
    table(
      [
        ['cameras', 'yes'],
        ['drones', 'no'],
      ],
      2,
    ),
  );
  expect(textsOf(joined[0])).toHaveLength(6);
});

test('a column in which nothing stands on the next page is found again by its place', () => {
  const lower = table([['The service should do thing 2.', 'Thing 2 is done and closed.']], 2);
  const joined = stitch(table([header, entry(1)], 1, 1), lower);
  expect(textsOf(joined[0])).toEqual([
    header,
    entry(1),
    ['The service should do thing 2.', 'Thing 2 is done and closed.'],
  ]);
  const [whole] = joined;
  expect(whole?.kind === 'table' && whole.columns).toBe(3);
});

test('several rows whose drawn columns have other edges are another table', () => {
  const key = table(
    [
      ['B', 'Complete'],
      ['G', 'On plan'],
    ],
    2,
  );
  const cells = key.cells.map((cell): Cell => {
    const edges = cell.column === 0 ? [0, width / 2] : [width / 2, 1.8 * width];
    const [from = 0, to = 0] = edges;
    return { ...cell, places: [{ path: '', page: 2, bbox: [from, cell.row * 20, to, (cell.row + 1) * 20] }] };
  });
  expect(stitch(table([header, entry(1)], 1, 1), { ...key, cells })).toHaveLength(2);
});

test('a cell over several rows goes on over the page', () => {
  const joined = stitch(
    table(
      [
        header,
        [['The service should plan its workforce.', { rowSpan: 1 }], 'A plan was written for all roles.', 'May 2024'],
      ],
      1,
      1,
    ),
    table(
      [
        [['', { rowSpan: 2 }], 'Transfers were opened to others too.', 'Jun 2024'],
        ['^', 'The plan was refreshed in the autumn.', 'Nov 2024'],
      ],
      2,
    ),
  );
  const [whole] = joined;
  const finding = whole?.kind === 'table' ? whole.cells.find((cell) => cell.row === 1 && cell.column === 0) : undefined;
  expect(finding?.rowSpan).toBe(3);
  expect(finding?.text).toBe('The service should plan its workforce.');
});

const sentence = fc
  .array(fc.constantFrom('risk', 'crew', 'plan', 'visit', 'board', 'data'), { minLength: 4, maxLength: 9 })
  .map((chosen) => `The ${chosen.join(' ')}.`);
const anyRow = fc.tuple(sentence, sentence, fc.constantFrom('May 2024', 'Jun 2024', 'TBC'));

test('a table cut between any of its rows, with or without its header again, comes back whole', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 3, maxLength: 9 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (body, cuts, repeats) => {
        const at = [...new Set(cuts.map((cut) => 1 + (cut % (body.length - 1))))].sort((a, b) => a - b);
        const parts = [0, ...at].map((from, index) => body.slice(from, at[index] ?? body.length));
        const pages = parts.map((rows, index) =>
          index === 0 || repeats ? table([header, ...rows], index + 1, 1) : table(rows, index + 1),
        );
        const joined = stitch(...pages);
        expect(joined).toHaveLength(1);
        expect(textsOf(joined[0])).toEqual([header, ...body]);
      },
    ),
  );
});

test('a row cut in the middle of any of its sentences comes back whole', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 2, maxLength: 5 }), fc.nat(), fc.nat(), (body, which, where) => {
      const row = which % body.length;
      const [finding = '', progress = '', due = ''] = body[row] ?? [];
      const split = (text: string) => {
        const chosen = text.split(' ');
        const cut = 1 + (where % (chosen.length - 1));
        return [chosen.slice(0, cut).join(' '), chosen.slice(cut).join(' ')] as const;
      };
      const [findingAbove, findingBelow] = split(finding);
      const [progressAbove, progressBelow] = split(progress);
      const joined = stitch(
        table([header, ...body.slice(0, row), [findingAbove, progressAbove, due]], 1, 1),
        table([[findingBelow, progressBelow, ''], ...body.slice(row + 1)], 2),
      );
      expect(textsOf(joined[0])).toEqual([header, ...body]);
    }),
  );
});

test('a footnote of the table between its two parts keeps them one', () => {
  const above = table(
    [
      ['No', 'Action', 'Due'],
      ['1', 'Write a plan', 'May 2024 1'],
      ['2', 'Test it', 'June 2024'],
    ],
    1,
    1,
  );
  const below = table(
    [
      ['No', 'Action', 'Due'],
      ['3', 'Print it', 'July 2024'],
    ],
    2,
    1,
  );
  const note = (text: string): Block => ({ kind: 'paragraph', text, bold: false, places: [{ path: 'p1', page: 1 }] });
  expect(stitchTables([above, note('1 Moved from April 2024.'), below], paper)).toHaveLength(2);
  expect(stitchTables([above, note('3 Moved from April 2024.'), below], paper)).toHaveLength(3);
  expect(stitchTables([above, note('A second table follows.'), below], paper)).toHaveLength(3);
});

test('a title over the columns fills none of them: a date alone at the page’s end is part of the row that follows', () => {
  const above = table(
    [
      ['Finding', 'The service should share what it knows of risk', '', ''],
      ['Action', 'Progress', 'Next', 'Due'],
      ['Publish one standard', 'Two of the three teams work to it.', '', 'June 2024'],
      ['', '', '', 'May 2024'],
    ],
    1,
  );
  const title = above.cells
    .filter((cell) => cell.row > 0 || cell.column < 2)
    .map((cell) => (cell.row === 0 && cell.column === 1 ? { ...cell, columnSpan: 3 } : cell));
  const below = table([['Train supervisors', 'All but four were trained.', '', '']], 2);
  const [whole] = stitchTables([{ ...above, cells: title }, below], paper);
  expect(whole?.kind === 'table' && [whole.rows, whole.joins[0]?.reason]).toEqual([4, 'cut-row']);
});

const ten = Array.from({ length: 10 }, (_, index) => entry(index));

/** A table over many pages, whose header comes back on every third. */
const pagesOf = (count: number): readonly Table[] =>
  Array.from({ length: count }, (_, index) =>
    table([...(index % 3 === 0 ? [header] : []), ...ten], index + 1, index % 3 === 0 ? 1 : 0),
  );

test('a table over many pages is whole: every row in order, every join told, the header’s places on all its pages', () => {
  const [whole, ...more] = stitch(...pagesOf(40));
  expect(more).toEqual([]);
  expect(textsOf(whole)).toEqual([header, ...Array.from({ length: 40 }, () => ten).flat()]);
  if (whole?.kind !== 'table') return;
  expect(whole.joins.map(({ row }) => row)).toEqual(Array.from({ length: 39 }, (_, index) => 11 + 10 * index));
  expect(whole.cells[0]?.places).toHaveLength(14);
  expect(whole.cells.map(({ row, column }) => row * 3 + column)).toEqual(whole.cells.map((_, index) => index));
});

test('a cell in the middle of a page is looked at as often in a table over forty pages as in one over ten', () => {
  const looks = (pages: number): number => {
    let count = 0;
    const [first, ...rest] = pagesOf(pages);
    const watched = first?.cells.map((cell) =>
      cell.row !== 9 ? cell : Object.defineProperty({ ...cell }, 'row', { get: () => ++count && cell.row }),
    );
    if (first !== undefined && watched !== undefined) stitch({ ...first, cells: watched }, ...rest);
    return count;
  };
  expect(looks(40)).toBeGreaterThan(0);
  expect(looks(40)).toBeLessThan(1.5 * looks(10));
});

test('what stands on pages without tables between is left as it is', () => {
  const prose = Array.from(
    { length: 30 },
    (_, index): Block => ({ kind: 'paragraph', text: `${index}`, bold: false, places: [{ path: '', page: 2 }] }),
  );
  const blocks = [...pagesOf(1), ...prose, table([entry(5)], 3), ...prose, table([entry(6)], 4)];
  expect(stitch(...blocks)).toEqual(blocks);
});

const form = (number: number): readonly (readonly string[])[] => [
  ['Reference', `AFI ${number}`],
  ['Owner', 'Head of Fleet'],
  ['Work done', `Thing ${number} was done.`],
  ['Agreed by', 'Director of Service and'],
];

test('forms on successive pages are tables of their own, under a title too and whatever their last rows end with', () => {
  const [first, second, third] = [form(1), form(2), form(3)];
  expect(stitch(table(first, 1), table(second, 2), table(third, 3)).map(textsOf)).toEqual([first, second, third]);
  const titled = (rows: typeof first) => [['Form of closure', 'Version 2'], ...rows];
  expect(stitch(table(titled(first), 1), table(titled(second), 2)).map(textsOf)).toEqual([first, second].map(titled));
});

test('a form whose labels stand over their values, across the whole width, is not the end of the one before', () => {
  const stack = (number: number) =>
    [['Inspectors said'], [`Finding ${number}.`], ['Where we are'], [`Thing ${number} was done.`]] as const;
  expect(stitch(table(stack(1), 1), table(stack(2), 2)).map(textsOf)).toEqual([stack(1), stack(2)]);
});

test('a table of entries goes on where one begins with the same words as the first', () => {
  const above = [
    ['Prevention', 'Visit the homes at risk', 'May 2024'],
    ['Protection', 'Audit the shops', 'June 2024'],
  ];
  const below = [
    ['Prevention', 'Train the crews', 'July 2024'],
    ['People', 'Publish the charter', 'August 2024'],
  ];
  expect(stitch(table(above, 1), table(below, 2)).map(textsOf)).toEqual([[...above, ...below]]);
});
