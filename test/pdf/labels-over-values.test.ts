import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';

const page = `@page { size: A4; margin: 18mm } body { font: 10pt "Liberation Sans"; line-height: 1.3 }
table { border-collapse: collapse; width: 100%; margin: 0 0 10pt } td { padding: 3pt 5pt; vertical-align: top }
.name td { font-weight: bold }`;

interface Work {
  readonly finding: string;
  readonly work: string;
  readonly facts: readonly string[];
}

const works: readonly Work[] = [
  {
    finding: 'Hydrants on the coast are not checked before the winter comes',
    work: 'Half of them have been checked, and the rest wait for the divers to come back from the north, which they do in May.',
    facts: ['A', 'May 2024', 'Head of Water, Coast and Harbours'],
  },
  { finding: 'Nobody knows who keeps the keys', work: '', facts: ['C', '', 'Port Warden'] },
  { finding: 'The film is out of date', work: 'A new one is being made.', facts: ['B', 'June 2025', 'Head of Crews'] },
];

const across = (text: string, look = '') => `<tr class="${look}"><td colspan="3">${text}</td></tr>`;
const beside = (texts: readonly string[], look = '') =>
  `<tr class="${look}">${texts.map((text) => `<td${text === 'A' ? ' style="background: #fc0"' : ''}>${text}</td>`).join('')}</tr>`;
const names = ['Rating', 'Due', 'Lead'];
const table = ({ finding, work, facts }: Work) =>
  `<table>${across('Finding', 'name')}${across(finding)}${across('Work so far', 'name')}${across(work)}${beside(names, 'name')}${beside(facts)}</table>`;

/** Each table's rows as texts, a cell over all columns alone in its row. */
async function read(looks: string, producer: Producer): Promise<readonly (readonly (readonly string[])[])[]> {
  const html = `<html><head><style>${page} ${looks}</style></head><body><h2>Plan</h2>${works.map(table).join('')}<p>The next paper comes in May.</p></body></html>`;
  const { blocks } = await readPdf(await printHtml(html, producer));
  return blocks
    .filter((block): block is Table => block.kind === 'table')
    .map(({ rows, cells }) =>
      Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(({ text }) => text)),
    );
}

/** A blank text under its label leaves no row that could be seen. */
const whole = works.map(({ finding, work, facts }) => [
  ['Finding'],
  [finding],
  ['Work so far'],
  ...(work === '' ? [] : [[work]]),
  names,
  [...facts],
]);

describe.each(['weasyprint', 'chromium'] as const)('labels over their values, printed by %s', (producer) => {
  test.skipIf(!canPrint(producer))('in frames: each is a table, its fills no lines', async () => {
    expect(await read('table { border: 0.75pt solid #444 }', producer)).toEqual(whole);
  });

  test.skipIf(!canPrint(producer))('over rules: white parts the tables', async () => {
    expect(await read('tr { border-bottom: 0.75pt solid #999 }', producer)).toEqual(whole);
  });
});

test.skipIf(!canPrint('weasyprint'))('on stripes of one piece: values stand across as their labels do', async () => {
  const form = (ref: string, text: string) =>
    `<table>${across('Reference', 'name')}${across(ref)}${across('Finding', 'name')}${across(text)}${beside(names, 'name')}${beside(['C', 'May 2024', 'Port Warden'])}</table>`;
  const html = `<html><head><style>${page} .name td { background: #dde6f0; font-weight: normal }</style></head><body><h2>Plan</h2>${form('W1', 'Hydrants on the coast are not checked before the winter comes, and nobody knows who keeps the keys to the gates of the port.')}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  const [table] = blocks.filter((block): block is Table => block.kind === 'table');
  expect(table?.cells.filter(({ row }) => row < 4).map(({ columnSpan }) => columnSpan)).toEqual([3, 3, 3, 3]);
});

test.skipIf(!canPrint('weasyprint'))(
  'labels in small type under a painted head tell the values in a frame too',
  async () => {
    const looks = `.card { border: 1pt solid #3b2a6b; margin-bottom: 9pt } .head { background: #e7e3f2; padding: 3pt 6pt; font-weight: bold }
.body, .facts { padding: 2pt 6pt } .facts { display: table; table-layout: fixed; width: 97% } .facts div { display: table-cell } small { display: block; font-size: 7.5pt; color: #666 }`;
    const label = (name: string, text: string) => `<div><small>${name}</small>${text}</div>`;
    const cards = works.map(
      ({ finding, work, facts }, index) =>
        `<div class="card"><div class="head">W${index + 1}</div><div class="body">${label('Finding', finding)}${label('Work so far', work || 'None')}</div>
<div class="facts">${names.map((name, at) => label(name, facts[at] || 'None')).join('')}</div></div>`,
    );
    const html = `<html><head><style>${page} ${looks}</style></head><body><h2>Plan</h2>${cards.join('')}</body></html>`;
    const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
    const rowsOf = ({ rows, cells }: Table) =>
      Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(({ text }) => text));
    expect(
      blocks.map((block) => (block.kind === 'table' ? rowsOf(block) : block.kind === 'list' ? [] : block.text)),
    ).toEqual([
      'Plan',
      ...works.flatMap(({ finding, work, facts }, index) => [
        `W${index + 1}`,
        [['Finding'], [finding], ['Work so far'], [work || 'None'], names, facts.map((fact) => fact || 'None')],
      ]),
    ]);
  },
);
