import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';

const page = `@page { size: A4; margin: 18mm } body { font: 10pt "Liberation Sans"; line-height: 1.3 } p, ul { margin: 2pt 0 }
table { border-collapse: collapse; width: 100%; margin: 0 0 10pt } td, th { padding: 3pt 5pt; vertical-align: top; text-align: left }
.paint td { background: #e8f0f8 } .band td { background: #cdd9ea; font-weight: bold } .name td { font-weight: bold }`;

/** The rows of a paper's tables as texts, one after the other. */
async function read(looks: string, body: string, producer: Producer): Promise<readonly (readonly string[])[]> {
  const html = `<html><head><style>${page} ${looks}</style></head><body><h2>Harbour plan</h2>${body}<p>The harbour board meets in May.</p></body></html>`;
  const { blocks } = await readPdf(await printHtml(html, producer));
  return blocks
    .filter((block): block is Table => block.kind === 'table')
    .flatMap(({ rows, cells }) =>
      Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(({ text }) => text)),
    );
}

const toRow = (texts: readonly string[], look = '') =>
  `<tr class="${look}">${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const table = (rows: readonly string[]) => `<table>${rows.join('')}</table>`;

const tail =
  ', as the harbour master told the board on the day that the ferry came back from the north without its crew';
const names = ['Finding', 'Work', 'Due'];
const works = [
  ['Hydrants on the quay freeze each winter', 'Lagging was ordered for all that stand by the water', 'May 2025'],
  ['Nobody knows who keeps the keys of the boat house', '', 'June 2025'],
  ['The film for new crews is out of date', 'A new one is being cut', 'July 2025'],
  ['Ponds have no fence', 'Their owners were asked for leave to build one', 'August 2025'],
];

describe.each(['weasyprint', 'chromium'] as const)('tables told by paint, printed by %s', (producer) => {
  const print = test.skipIf(!canPrint(producer));

  print('painted cells of every other row in a frame are a row, though the middle one is blank', async () => {
    const long = works.map(([first, work, due]) => [`${first}${tail}`, work ?? '', `${due}${tail}`]);
    const striped = long.map((row, at) => toRow(row, at % 2 === 1 ? 'paint' : ''));
    const rows = await read('table { border: 0.75pt solid #444 }', table([toRow(names, 'name'), ...striped]), producer);
    expect(rows).toEqual([names, ...long]);
  });

  print('a band that is painted across parts the rows on both sides of it', async () => {
    const band = (text: string) => `<tr class="band"><td colspan="3">${text}</td></tr>`;
    const rows = [
      toRow(names, 'name'),
      band('Quays'),
      toRow(works[0] ?? [], 'paint'),
      band('Crews'),
      toRow(works[2] ?? [], 'paint'),
    ];
    const read3 = await read('table { border: 0.75pt solid #444 }', table(rows), producer);
    expect(read3).toEqual([names, ['Quays'], works[0], ['Crews'], works[2]]);
  });

  print('painted names over a table of rules are its header, though the corner is bare', async () => {
    const [first = [], , third = [], last = []] = works;
    const turned = names.map((name, at) => [name, first[at] ?? '', third[at] ?? '', last[at] ?? '']);
    const head = '<tr><td style="background: none"></td><td>HB 1</td><td>HB 2</td><td>HB 3</td></tr>'.replace(
      /<td>/g,
      '<td class="dark">',
    );
    const rows = turned.map(([name = '', ...texts]) => toRow([`<b>${name}</b>`, ...texts], 'ruled'));
    const looks =
      '.dark { background: #14564b; color: #fff; font-weight: bold } .ruled td { border-bottom: 0.75pt solid #7aa }';
    expect(await read(looks, table([head, ...rows]), producer)).toEqual([['', 'HB 1', 'HB 2', 'HB 3'], ...turned]);
  });

  print('labels that return in the cells of a frame begin a row each', async () => {
    const told = works.filter(([, work]) => work !== '');
    const facts = ([, work, due]: readonly string[]) => `<p><b>Step:</b> ${work}</p><p><b>Finish:</b> ${due}</p>`;
    const rows = told.map((row) => toRow([row[0] ?? '', facts(row)]));
    const body = table([toRow(['Finding', 'What is done'], 'band'), ...rows]);
    const found = await read('table { border: 0.75pt solid #444 }', body, producer);
    expect(found.map((cells) => cells.map((text) => text.replaceAll('\n', ' ')))).toEqual([
      ['Finding', 'What is done'],
      ...told.map(([finding, work, due]) => [finding, `Step: ${work} Finish: ${due}`]),
    ]);
  });

  print('a list under a painted label stands over all columns, and the last label has the text below it', async () => {
    const label = (text: string) => `<tr class="band"><td colspan="3">${text}</td></tr>`;
    const value = (text: string) => `<tr><td colspan="3">${text}</td></tr>`;
    const form = ([, work = '', due = '']: readonly string[], post: string) =>
      table([
        label('So far'),
        value(
          `<ul><li>${work}</li><li>The harbour master has been told of all that was done and what it cost</li></ul>`,
        ),
        toRow(['Origin', 'Finish', 'Post'], 'band'),
        toRow(['Visit', due, post]),
        label('Deputy'),
        value('Port Warden'),
      ]);
    const found = await read(
      '',
      `${form(works[0] ?? [], 'Head of Water')}<h3>Crews</h3>${form(works[2] ?? [], 'Head of Crews')}`,
      producer,
    );
    const ends = found.filter(([first]) => first === 'Port Warden' || first === 'Visit');
    expect(ends.map((cells) => cells.filter((text) => text !== ''))).toEqual([
      ['Visit', 'May 2025', 'Head of Water'],
      ['Port Warden'],
      ['Visit', 'July 2025', 'Head of Crews'],
      ['Port Warden'],
    ]);
  });
});
