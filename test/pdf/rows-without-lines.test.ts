import { expect, test } from 'vitest';
import type { Block, Table } from '../../src/model/document.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';

const style = `@page { size: A4 landscape } body { font: 10pt "Liberation Sans" } table { border-collapse: collapse; width: 100% }
td, th { padding: 3pt 5pt; vertical-align: top; text-align: left } td p { margin: 0 0 2pt }`;

async function read(body: string, more: string, producer: Producer = 'weasyprint'): Promise<readonly Block[]> {
  const html = `<html><head><style>${style} ${more}</style></head><body>${body}</body></html>`;
  return (await readPdf(await printHtml(html, producer))).blocks;
}

const grid = (blocks: readonly Block[]) =>
  blocks
    .filter((block): block is Table => block.kind === 'table')
    .map(({ rows, cells }) =>
      Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(({ text }) => text)),
    );

const head = ['Work', 'Done', 'Due', 'Lead'];
const rows = [
  [
    'Check each hydrant on the coast before the winter comes',
    'Half of them have been checked, and the rest wait for the divers to come back',
    'May 2024',
    'J. Weir',
  ],
  [
    'Train the crews',
    'Talks were held at all of the stations, and a film of them is shown to those who could not come',
    'Ongoing',
    'A. Low',
  ],
  [
    'Agree with the port who keeps the keys to the gates',
    'The port has been asked in writing and answers next month',
    '',
    'J. Weir',
  ],
];
const tr = (cells: readonly string[], tag: string) =>
  `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
const widths = '<colgroup><col style="width: 20%"><col style="width: 25%"><col style="width: 8%"><col></colgroup>';
const band = (text: string) => `<tr class="band"><td colspan="4">${text}</td></tr>`;
const findings = [
  'Of all that was found on the coast, hydrants worry us most of all',
  'The gates of the port are locked',
];
const body = `${band(findings[0] ?? '')}${rows
  .slice(0, 2)
  .map((row) => tr(row, 'td'))
  .join('')}${band(findings[1] ?? '')}${rows
  .slice(2)
  .map((row) => tr(row, 'td'))
  .join('')}`;
const banded = `<table>${widths}${tr(head, 'th')}${body}</table>`;
const whole = [head, [findings[0]], ...rows.slice(0, 2), [findings[1]], ...rows.slice(2)];

test.skipIf(!canPrint('weasyprint'))(
  'stripes across a table tell its rows, with texts over all columns among them',
  async () => {
    expect(grid(await read(banded, 'tr:nth-child(odd) { background: #e4ecf4 }'))).toEqual([whole]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'rows between painted bands in a frame are told by the white between them',
  async () => {
    const painted = 'table { border: 1pt solid #444 } th, .band td { background: #dde6f0 }';
    expect(grid(await read(banded, painted))).toEqual([whole]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'rows under a painted header in a frame are told by their white, those too whose finding stands in the row above',
  async () => {
    const [first = [], second = [], third = []] = rows;
    const further = ['', 'Ask the divers to come a month earlier next year', 'June 2024', 'A. Low'];
    const painted = 'table { border: 1pt solid #444 } th { background: #246; color: #fff }';
    const table = `<table>${widths}${tr(head, 'th')}${[first, further, second, third].map((row) => tr(row, 'td')).join('')}</table>`;
    expect(grid(await read(table, painted))).toEqual([[head, first, further, second, third]]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'names under a title in a frame are no labels of a stack, and no part of the row above the first stripe',
  async () => {
    const [first = [], second = []] = rows;
    const looks = 'table { border: 1pt solid #444 } .title td { font-weight: bold } .stripe { background: #e4ecf4 }';
    const title = '<tr class="title"><td colspan="4">Action plan</td></tr>';
    const table = `<table>${widths}${title}${tr(head, 'th')}${tr(first, 'td')}<tr class="stripe">${tr(second, 'td').slice(4)}</table>`;
    const [found] = grid(await read(table, looks));
    expect(found?.map((row) => row.filter((text) => text !== ''))).toEqual([['Action plan'], head, first, second]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'an answer below each row runs over all columns: where their names begin tells the columns, paint alone no rows',
  async () => {
    const answers = [
      'Our answer: half of the hydrants have been checked so far, and the rest wait for the divers, who come back in May.',
      'Our answer: done.',
      'Our answer: the port has been asked in writing who keeps the keys to all of its gates, and it answers next month. Until then our crews go round by the road.',
    ];
    const pairs = rows.map((row, index) => [row, [answers[index] ?? '']]);
    const html = pairs.map(([row = [], [answer = ''] = []]) => `${tr(row, 'td')}${band(answer)}`).join('');
    const looks = 'th { background: #234; color: #fff } tr:nth-child(4n + 2) td:nth-child(3) { background: #fc0 }';
    const table = `<table>${widths}${tr(head, 'th')}${html}</table>`;
    const blocks = await read(`<h2>Plan</h2>${table}<h2>Next</h2><p>The next paper comes in May.</p>`, looks);
    expect(grid(blocks)).toEqual([[head, ...pairs.flat()]]);
  },
);

test.skipIf(!canPrint('weasyprint'))('paragraphs of a cell stand in its row where nothing is drawn', async () => {
  const notes = ['Progress: half of the hydrants have been checked.', 'Due: May 2024', 'Lead: the head of Water'];
  const row = (number: string) =>
    `<tr><td>${number}</td><td>Check each hydrant on the coast before the winter.</td><td>${notes.map((note) => `<p>${note}</p>`).join('')}</td></tr>`;
  const table = `<table><colgroup><col style="width: 12%"><col style="width: 30%"><col></colgroup>${tr(['No', 'Work', 'Details'], 'th')}${['1', '2', '3'].map(row).join('')}</table>`;
  const [found] = grid(await read(table, ''));
  expect(found?.map(([number]) => number)).toEqual(['No', '1', '2', '3']);
  expect(found?.[2]?.[2]).toBe(notes.join('\n'));
});

test.skipIf(!canPrint('weasyprint'))(
  'rows beside a finding that spans them are parted where nothing is drawn, however far apart findings stand',
  async () => {
    const findings = ['The coast', 'The film'];
    const facts = [
      'Half of them are done, and the rest wait for the divers to come back',
      'May 2024',
      'J. Weir, Water',
    ];
    const work = [
      'Check each hydrant on the coast',
      'Train the crews at all of the stations',
      'Agree on keys',
      'Make a film',
    ];
    const row = (text: string, finding = '') =>
      `<tr>${finding}${[text, ...facts].map((one) => `<td>${one}</td>`).join('')}</tr>`;
    const spanning = (text: string | undefined) => `<td rowspan="2">${text}</td>`;
    const wide =
      '<colgroup><col style="width: 14%"><col style="width: 22%"><col style="width: 22%"><col style="width: 14%"><col></colgroup>';
    const [a = '', b = '', c = '', d = ''] = work;
    const table = `<table>${wide}${tr(['Finding', ...head], 'th')}${row(a, spanning(findings[0]))}${row(b)}${row(c, spanning(findings[1])).replace('<tr>', '<tr class="far">')}${row(d)}</table>`;
    const [found] = grid(await read(table, '.far td { padding-top: 20pt }'));
    expect(found?.map((cells) => cells.filter((text) => work.includes(text)))).toEqual([[], [a], [b], [c], [d]]);
  },
);

test.skipIf(!canPrint('chromium'))(
  'rings that a browser draws before the items of an inner list are bullets',
  async () => {
    const blocks = await read(
      '<ul><li>Check the hydrants<ul><li>Lead: J. Weir</li><li>Due: May 2024</li></ul></li></ul>',
      '',
      'chromium',
    );
    const items = blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.map(({ text, level }) => [level, text]) : [],
    );
    expect(items).toEqual([
      [0, 'Check the hydrants'],
      [1, 'Lead: J. Weir'],
      [1, 'Due: May 2024'],
    ]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'names on paint tell columns that texts of the cells nearly touch, and a finding beside its rows stands once',
  async () => {
    const long = 'Half of them have been checked, and the rest wait for the divers to come back from the north';
    const row = (work: string, due: string, finding = '') =>
      `<tr>${finding}<td>${work}</td><td class="full">${long}</td><td>${due}</td></tr>`;
    const spanning =
      '<td rowspan="2">Of all that was found on the coast, hydrants worry us most of all, for nobody knows who keeps the keys to the gates of the port.</td>';
    const table = `<table>${tr(['Finding', 'Work', 'Done', 'Due'], 'th')}${row('Check each hydrant', 'May 2024', spanning)}${row('Train the crews', 'June 2024')}</table>`;
    const looks =
      'table { table-layout: fixed } th { background: #dde6f0 } td, th { padding: 3pt 0 3pt 3pt } .full { text-align: justify }';
    const [found] = grid(await read(table, looks));
    expect(found?.map((cells) => cells.slice(-3))).toEqual([
      ['Work', 'Done', 'Due'],
      ['Check each hydrant', long, 'May 2024'],
      ['Train the crews', long, 'June 2024'],
    ]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'rows of a table in a frame with texts on paint over all columns are no bands of a card',
  async () => {
    const answers = ['Half of them are done.', 'Talks go on.', 'The port has been asked.'];
    const body = rows.map((row, index) => `${tr(row, 'td')}${band(answers[index] ?? '')}`).join('');
    const looks = 'table { border: 1pt solid #444 } .band td { background: #e4ecf4 }';
    const table = `<table>${widths}${tr(head, 'th')}${band('<b>Answers</b>').replace(' class="band"', '')}${body}</table>`;
    const [names, second, ...found] = grid(await read(table, looks))[0] ?? [];
    expect([names, second?.[0]]).toEqual([head, 'Answers']);
    expect(found).toEqual(rows.flatMap((row, index) => [row, [answers[index]]]));
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'narrow columns for months are columns of their own, however near their names stand to each other',
  async () => {
    const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'];
    const ticked = rows.map((row, index) => [...row.slice(0, 3), ...months.map((_, at) => (at === index ? 'X' : ''))]);
    const table = `<table>${tr([...head.slice(0, 3), ...months], 'th')}${ticked.map((row) => `${tr(row, 'td')}<tr><td colspan="11">Our answer: the port has been asked in writing who keeps the keys to all of its gates, and it answers.</td></tr>`).join('')}</table>`;
    const [found] = grid(await read(table, 'td, th { padding: 3pt } th { background: #234; color: #fff }'));
    expect(found?.[0]).toEqual([...head.slice(0, 3), ...months]);
    expect(found?.filter((_, index) => index % 2 === 1)).toEqual(ticked);
  },
);
