import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../src/model/document.ts';
import type { ParseOptions } from '../../src/model/parsing.ts';
import { expectGolden } from '../support/golden.ts';
import { canPrint, type Producer, printHtml, readPdf } from '../support/print.ts';

/** One small page for each trait of a table; what is read of it is held against a golden that a person can check. */

const page = (style: string, body: string) =>
  `<html><head><meta charset="utf-8"><style>@page { size: A5; margin: 1.5cm }
body { font: 10pt "Liberation Sans", sans-serif } table { border-collapse: collapse }
td, th { padding: 3px 6px; text-align: left; vertical-align: top } .n td + td, .n th + th { text-align: right }
${style}</style></head><body>${body}</body></html>`;

const row = (tag: 'td' | 'th', ...cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const visits = [
  row('th', 'District', 'Visits', 'Alarms', 'Share'),
  row('td', 'Fenmarsh', '1,204', '88', '14.5%'),
  row('td', 'Upper Tarn', '932', '7', '0.8%'),
  row('td', 'Saltholme and the islands', '12', '–', '0.1%'),
  row('td', 'All districts', '2,148', '95', '4.4%'),
].join('');

const actions = [
  row('th', 'Action', 'Progress', 'Due'),
  row(
    'td',
    'Publish one standard for the files of premises',
    'The standard was agreed in May and two of the three teams work to it; the third begins when its system has been changed',
    'June 2024',
  ),
  row(
    'td',
    'Train supervisors',
    'All but four supervisors were trained, and the rest have dates in the autumn',
    'Complete',
  ),
  row(
    'td',
    'Review the duty system',
    'Not begun; it waits for the report of the working group on the new system',
    'March 2025',
  ),
].join('');

const prose =
  'The Authority considered the plan in March. Officers said that the work was on time and that nobody had been left without an offer of help. Members asked for a further report in the autumn. ';

const papers: readonly {
  readonly name: string;
  readonly producer: Producer;
  /** Chromium tags its tables: these pages are read by their lines or gaps all the same. */
  readonly evidence?: ParseOptions['evidence'];
  readonly html: string;
}[] = [
  {
    name: 'ruled-with-spans',
    producer: 'weasyprint',
    html: page(
      'td, th { border: 0.5pt solid #000 }',
      `<table><tr><th rowspan="2">Finding</th><th colspan="2">Progress</th></tr>${row('th', 'Last quarter', 'This quarter')}
<tr><td rowspan="2">The service should share what it learns</td><td>A log was set up</td><td></td></tr>${row('td', 'Nothing to report', 'Two meetings held')}</table>`,
    ),
  },
  {
    name: 'dashed-and-double-lines',
    producer: 'chromium',
    evidence: 'ruled',
    html: page('td { border: 1pt dashed #555 } table { border: 3pt double #000 }', `<table>${visits}</table>`),
  },
  {
    name: 'cells-apart',
    producer: 'chromium',
    evidence: 'ruled',
    html: page(
      'table { border-collapse: separate; border: 1px solid } td, th { border: 1px solid }',
      `<table>${visits}</table>`,
    ),
  },
  {
    name: 'horizontal-rules-and-spanning-heading',
    producer: 'weasyprint',
    html: page(
      'table { border-top: 1pt solid; border-bottom: 1pt solid } .u { border-bottom: 0.5pt solid; text-align: center !important } .h th { border-bottom: 0.5pt solid }',
      `<table class="n"><tr><th></th><th class="u" colspan="2">Made</th><th class="u" colspan="2">Planned</th></tr>
<tr class="h"><th>District</th><th>2022</th><th>2023</th><th>2022</th><th>2023</th></tr>
${row('td', 'Fenmarsh', '410', '455', '400', '450')}${row('td', 'Upper Tarn', '38', '41', '40', '40')}${row('td', 'Saltholme', '7', '9', '10', '10')}</table>`,
    ),
  },
  {
    name: 'heading-underlined',
    producer: 'weasyprint',
    html: page('th { border-bottom: 1pt solid }', `<p>${prose}</p><table class="n">${visits}</table><p>${prose}</p>`),
  },
  {
    name: 'columns-ruled-but-not-rows',
    producer: 'weasyprint',
    html: page(
      'table, th { border: 0.5pt solid } td { border-left: 0.5pt solid }',
      `<table class="n">${visits}</table>`,
    ),
  },
  {
    name: 'columns-ruled-alone-cells-in-the-middle',
    producer: 'weasyprint',
    html: page(
      'table, th { border: 0.5pt solid } td { border-left: 0.5pt solid; vertical-align: middle; width: 3.6cm }',
      `<table>${row('th', 'Ref', 'Finding', 'Progress')}
${row('td', 'AFI 1', 'Visits reach those at most risk.', 'A tool was bought in April and crews were trained in May. A review was held in July and its lessons were shared.')}
${row('td', 'AFI 2', 'Enough inspectors are in post, and those who leave are replaced within a quarter of a year.', 'Begun.')}
${row('td', 'AFI 3', 'Data is current.', 'Records of all sites were looked through in June, and the half of them were mended.')}</table>`,
    ),
  },
  {
    name: 'side-by-side-under-the-same-names',
    producer: 'weasyprint',
    html: page(
      'table { width: 100% } .s { padding-left: 24px }',
      `<table>${row('th', 'Ref', 'Action', 'Status', 'Ref', 'Action', 'Status')}
${[
  ['AFI 1', 'Buy a tool', 'Complete', 'AFI 5', 'Review the rota', 'Begun'],
  ['AFI 2', 'Train the crews', 'Begun', 'AFI 6', 'Test the alarms', 'Complete'],
  ['AFI 3', 'Share lessons', 'Begun', 'AFI 7', 'Visit the schools', 'Complete'],
  ['AFI 4', 'Mend the records', 'Complete', 'AFI 8', 'Check the hoses', 'Begun'],
]
  .map((cells) => row('td', ...cells))
  .join('')}</table>`,
    ),
  },
  {
    name: 'short-sentences-under-each-other',
    producer: 'weasyprint',
    html: page(
      'table { width: 100% }',
      `<table>${row('th', 'Ref', 'Action', 'Status')}
${[
  'Fire safety visits and shares what is learnt.',
  'The people most at risk are seen the first.',
  'Partners across the county are told of it.',
  'Crews know why the service has to improve it.',
  'Targets for home visits are set by the risk.',
]
  .map((text, index) => row('td', `AFI ${index + 1}`, text, index % 2 === 0 ? 'Complete' : 'Begun'))
  .join('')}</table>`,
    ),
  },
  {
    name: 'columns-ruled-rows-set-solid',
    producer: 'weasyprint',
    html: page(
      'table { border: 0.5pt solid; font-size: 8pt } th, td { border-left: 0.5pt solid; padding: 0 4px } th { border-bottom: 0.5pt solid }',
      `<table>${row('th', 'No', 'Name and address', 'Approved', 'Remark')}
${row('td', '1', 'Hollowmere Dairy<br>12 Quay Street<br>Saltholme', 'HM 014', '')}
${row('td', '2', 'Tarn Creamery and Sons<br>The Old Barn', 'TC 118', 'Until the end of May,<br>then to be renewed')}
${row('td', '3', 'Fenmarsh Co-operative<br>Unit 7<br>Long Lane<br>Fenmarsh', 'FC 003', '')}</table>`,
    ),
  },
  {
    name: 'names-in-the-middle-over-numbers-at-the-right',
    producer: 'weasyprint',
    html: page(
      '@page { size: A4 } body { font-size: 8pt } table { width: 100%; border-top: 1pt solid; border-bottom: 1pt solid; border-collapse: separate } th { text-align: center } .u { border-bottom: 0.5pt solid } td + td { text-align: right }',
      `<table><tr><th></th>${['Homes', 'Shops', 'Farms'].map((name) => `<th class="u" colspan="2">${name}</th>`).join('')}</tr>
${row('th', '', ...['', '', ''].flatMap(() => ['Seen', 'Due again']))}
${row('td', 'Fenmarsh', '41 204', '9 455', '3 400', '1 450', '2 120', '1 810')}${row('td', 'Tarn', '38 119', '8 041', '2 040', '1 040', '3 311', '2 108')}${row('td', 'Saltholme', '27 003', '7 009', '2 110', '1 710', '1 209', '1 113')}</table>`,
    ),
  },
  {
    name: 'bands-of-fill',
    producer: 'weasyprint',
    html: page(
      'tr:nth-child(even) { background: #dde7f5 } th { background: #1f3864; color: #fff }',
      `<table class="n">${visits}</table>`,
    ),
  },
  {
    name: 'no-lines-numbers',
    producer: 'weasyprint',
    html: page('', `<p>${prose}</p><table class="n">${visits}</table>`),
  },
  {
    name: 'side-by-side',
    producer: 'weasyprint',
    html: page(
      'table { float: left; margin-right: 1cm; border-top: 1pt solid; border-bottom: 1pt solid } tr:first-child th { border-bottom: 0.5pt solid }',
      `<table class="n">${row('th', 'Station', 'Calls')}${row('td', 'Tarn', '140')}${row('td', 'Fenmarsh', '1,022')}${row('td', 'Saltholme', '12')}</table><table class="n">${row('th', 'Crew', 'Size')}${row('td', 'Red', '14')}${row('td', 'Blue', '12')}${row('td', 'Green', '15')}</table>`,
    ),
  },
  {
    name: 'a-list-that-goes-on-beside-itself',
    producer: 'weasyprint',
    html: page(
      'table { float: left; margin-right: 2cm }',
      ['1 2 3 4 5', '6 7 8 9']
        .map(
          (numbers) =>
            `<table class="n">${numbers
              .split(' ')
              .map((number) => row('td', number, `${number}01`, `${number}27`))
              .join('')}</table>`,
        )
        .join(''),
    ),
  },
  {
    name: 'side-by-side-without-lines',
    producer: 'weasyprint',
    html: page(
      'td, th { white-space: nowrap } table { float: left; margin-right: 1.5cm }',
      `<table class="n">${row('th', 'Station', '2023', '2024')}${row('td', 'Tarn', '140', '151')}${row('td', 'Fenmarsh', '1,022', '988')}${row('td', 'Saltholme', '12', '9')}</table><table class="n">${row('th', 'Crew', 'Size')}${row('td', 'Red', '14')}${row('td', 'Blue', '12')}${row('td', 'Green', '15')}${row('td', 'White', '9')}</table>`,
    ),
  },
  {
    name: 'stripes-of-painted-cells',
    producer: 'weasyprint',
    html: page(
      'td, th { padding: 4px 10px } th { background: #8b1a1a; color: #fff } tr:nth-child(even) td { background: #f3e3e3 }',
      `<table><tr><th rowspan="2">Risk</th><th colspan="2">Score</th><th rowspan="2">Control</th></tr>${row('th', 'Before', 'Now')}
${row('td', 'The duty system fails', '20', '12', 'Cover is shared with two neighbours and tested each month')}${row('td', 'Records are lost', '9', '4', 'Copies')}${row('td', 'No engine can be crewed', '15', '12', 'On-call contracts were banked, and a reserve list is kept for the winter')}</table>`,
    ),
  },
  {
    name: 'rows-told-by-painted-ratings-alone',
    producer: 'weasyprint',
    html: page(
      'table { border: 0.5pt solid } td, th { border: 0; padding: 2px 6px; width: 2.5cm } th { background: #ddd } .a { background: #ffd966 } .g { background: #c6efce }',
      `<table>${row('th', 'Finding', 'Action', 'RAG', 'Owner')}<tr><td>Visits to homes at risk are late.</td><td>Publish a savings tracker and remind holders of it</td><td class="a"></td><td>Area Manager</td></tr><tr><td>Budgets are not understood by those who hold them.</td><td>Train holders</td><td class="g"></td><td></td></tr><tr><td>Promotion is not seen as fair by those who seek it.</td><td>Write a handbook, and tell boards of it each year</td><td class="a"></td><td>Head of People</td></tr></table>`,
    ),
  },
  {
    name: 'a-remark-over-columns-of-numbers',
    producer: 'weasyprint',
    html: page(
      'td + td, th + th { text-align: right } .over { text-align: center }',
      `<table>${row('th', 'District', 'First', 'Second', 'Third', 'All')}${[
        'Fenmarsh',
        'Upper Tarn',
        'Saltholme',
        'Kelver',
        'Thornbeck',
        'Marlow',
      ]
        .map((name, index) =>
          row('td', name, `${12 + index}`, `${30 - index}`, `${7 + 3 * index}`, `${49 + 3 * index}`),
        )
        .join('')}<tr><td>Wyremouth</td><td colspan="3" class="over">not counted</td><td>51</td></tr></table>`,
    ),
  },
  {
    name: 'wrapped-labels-beside-lines-set-in-the-middle',
    producer: 'weasyprint',
    html: page(
      'td { border: 0.5pt solid; vertical-align: middle; width: 3cm } td:first-child { width: 2cm }',
      `<table>${row('td', 'Finding', 'Progress', 'Lead')}${row('td', 'Plan for risk of fires', 'The plan was agreed by the board of the service in the spring of last year', 'Head of risk')}</table>`,
    ),
  },
  {
    name: 'a-range-is-one-column',
    producer: 'weasyprint',
    html: page(
      '',
      `<table class="n">${row('th', 'Band', '2023', '2024')}${row('td', '£50,000 – £54,999', '7', '9')}${row('td', '£55,000 – £59,999', '4', '3')}${row('td', '£60,000 – £64,999', '2', '4')}${row('td', '£65,000 – £69,999', '1', '1')}</table>`,
    ),
  },
  {
    name: 'numbers-with-blanks-in-them',
    producer: 'weasyprint',
    html: page(
      'table { border-top: 1pt solid; border-bottom: 1pt solid } tr:first-child th { border-bottom: 0.5pt solid }',
      `<table class="n">${row('th', 'Gebiet', '2021', '2022', 'Anteil')}${row('td', 'Nord', '12 345', '13 001', '4,5 %')}${row('td', 'Süd', '1 204 877', '1 198 002', '91,2 %')}${row('td', 'West', '56 200', '57 114', '4,3 %')}${row('td', 'Inseln', '310', '298', '0,0 %')}</table>`,
    ),
  },
  {
    name: 'no-lines-wrapped-text',
    producer: 'chromium',
    evidence: 'spaced',
    html: page('', `<h2>Actions</h2><table>${actions}</table>`),
  },
  {
    name: 'labels-beside-text',
    producer: 'weasyprint',
    html: page(
      'tr { border-bottom: 0.5pt solid #bbb } td:first-child { background: #f2f2f2; font-weight: bold }',
      `<h2>IMP-01 Files</h2><table>${row('td', 'Recommendation', 'The service should keep its files so that crews can find what they need')}${row('td', 'Lead', 'Head of Protection')}${row('td', 'Status', 'On track')}</table>`,
    ),
  },
  {
    name: 'colours',
    producer: 'weasyprint',
    html: page(
      'td, th { border: 0.5pt solid } .r { background: #c00000 } .a { background: #ffc000 } .g { background: #92d050 } .i { color: #00b050 } mark { background: #ffff00 }',
      `<table>${row('th', 'Action', 'Rating')}<tr><td>First</td><td class="r">Red</td></tr><tr><td>Second</td><td class="a"></td></tr><tr class="g"><td>Third</td><td>Green</td></tr><tr><td>Fourth</td><td class="i">Green</td></tr><tr><td>Fifth</td><td><mark>Amber</mark></td></tr></table>`,
    ),
  },
  {
    name: 'turned-table',
    producer: 'chromium',
    evidence: 'ruled',
    html: page(
      'td, th { border: 1px solid }',
      `<div style="transform: rotate(90deg); transform-origin: 0 0; position: absolute; left: 9cm; top: 0"><table>${visits}</table></div>`,
    ),
  },
  {
    name: 'upright-headings',
    producer: 'chromium',
    evidence: 'ruled',
    html: page(
      'td, th { border: 1px solid } th + th { writing-mode: vertical-rl; transform: rotate(180deg) }',
      `<table>${visits}</table>`,
    ),
  },
  {
    name: 'lines-between-columns-only',
    producer: 'weasyprint',
    html: page(
      'td + td, th + th { border-left: 0.5pt solid } tr:first-child th { border-bottom: 0.5pt solid }',
      `<p>${prose}</p><table>${actions}</table>`,
    ),
  },
  {
    name: 'lines-between-columns-broken-by-parts',
    producer: 'weasyprint',
    html: page(
      'td + td, th + th { border-left: 0.5pt solid } tr:first-child th { border-bottom: 0.5pt solid }',
      `<table class="n">${visits.replace('<tr><td>Saltholme', '<tr><td colspan="4"><b>The coast</b></td></tr><tr><td>Saltholme')}</table>`,
    ),
  },
  {
    name: 'lines-between-columns-and-a-part-in-colour',
    producer: 'weasyprint',
    html: page(
      'td + td, th + th { border-left: 0.5pt solid } tr:first-child th { border-bottom: 0.5pt solid } .p { background: #ddd }',
      `<table class="n">${visits.replaceAll('<tr><td>', '<tr class="p"><td>')}</table>`,
    ),
  },
  {
    name: 'in-one-of-two-columns-of-text',
    producer: 'weasyprint',
    html: page(
      '@page { size: A4 } body { columns: 2; column-gap: 0.8cm; text-align: justify } table { text-align: left }',
      `<p>${prose.repeat(4)}</p><p>Table 2: Visits by district</p><table class="n">${visits}</table><p>${prose.repeat(8)}</p>`,
    ),
  },
  {
    name: 'rows-told-by-their-spacing',
    producer: 'weasyprint',
    html: page(
      'table { border-top: 1pt solid; border-bottom: 1pt solid; width: 9cm } td, th { padding: 5px 6px } td:first-child { width: 3cm }',
      `<table class="n">${row('th', 'Station', 'Crews', 'Calls')}${row('td', 'Fenmarsh and the farms around it', '4', '1,022')}${row('td', 'Upper Tarn', '2', '140')}${row('td', 'Saltholme, Lesser Holme and the islands beyond them', '1', '12')}${row('td', 'Harbour', '3', '877')}</table>`,
    ),
  },
  {
    name: 'marks-that-lower-their-line',
    producer: 'weasyprint',
    html: page(
      'table { border-top: 1pt solid; border-bottom: 1pt solid } sup { font-size: 90% }',
      `<table class="n">${row('th', 'Station', 'Calls')}${row('td', 'Tarn<sup>1</sup>', '140')}${row('td', 'Fenmarsh', '1,022')}${row('td', 'Saltholme<sup>2</sup>', '12')}</table>`,
    ),
  },
  {
    name: 'short-words-under-a-caption',
    producer: 'weasyprint',
    html: page(
      'td { padding-right: 1cm }',
      `<p>${prose}</p><p><b>Table 4: Who leads on what</b></p><table>${row('td', 'Files of premises', 'Head of Protection')}${row('td', 'Duty system', 'Head of Response')}${row('td', 'Supervisors', 'Head of People')}</table><p>${prose}</p>`,
    ),
  },
  {
    name: 'labels-that-stand-there-again',
    producer: 'weasyprint',
    html: page(
      '',
      `<p>${prose}</p><table class="n">${row('th', '', 'Crews', 'Calls')}${['Tarn', 'Harbour', 'Tarn', 'Fenmarsh', 'Harbour', 'Saltholme', 'Tarn', 'Fenmarsh'].map((place, index) => row('td', place, index === 5 ? '' : String(9 - index), String(100 + 7 * index))).join('')}</table>`,
    ),
  },
  {
    name: 'two-tables-with-a-heading-between',
    producer: 'weasyprint',
    html: page(
      'tr { border-bottom: 0.5pt solid } h2 { font-size: 13pt; margin: 8pt 0 }',
      `<table class="n">${visits}</table><h2>Calls</h2><table class="n">${row('th', 'Station', 'Calls')}${row('td', 'Tarn', '140')}${row('td', 'Fenmarsh', '1,022')}${row('td', 'Saltholme', '12')}</table>`,
    ),
  },
];

describe.each(papers)('golden: $name', ({ name, producer, html, evidence = 'auto' }) => {
  test('is read cell by cell', async ({ skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const document = await readPdf(await printHtml(html, producer), { evidence, stitch: false });
    expectGolden(`pdf-tables/${name}`, tablesOf(document));
  });
});

const noTables: readonly { readonly name: string; readonly html: string }[] = [
  {
    name: 'columns of prose',
    html: page(
      '.two { columns: 2; column-gap: 1cm }',
      `<div class="two"><p>${prose.repeat(3)}</p><p>${prose.repeat(2)}</p></div>`,
    ),
  },
  {
    name: 'columns of justified prose with gaps as wide as theirs',
    html: page(
      'body { font: 12pt "DejaVu Sans" } .two { columns: 2; column-gap: 0.5cm; text-align: justify }',
      `<div class="two"><p>${prose.repeat(3)}</p><p>${prose.repeat(2)}</p></div>`,
    ),
  },
  {
    name: 'lists',
    html: page('', `<ol>${`<li>${prose}</li>`.repeat(3)}</ol><ul>${'<li>A short entry</li>'.repeat(5)}</ul>`),
  },
  {
    name: 'a contents page',
    html: page(
      'p::after { content: leader(".") attr(data-p) }',
      ['Introduction', 'What inspectors found', 'What we have done', 'Next steps']
        .map((title, index) => `<p data-p="${index * 4 + 2}">${title}</p>`)
        .join(''),
    ),
  },
  {
    name: 'a contents page with dots between blanks',
    html: page(
      '',
      ['Introduction', 'What inspectors found', 'What we have done', 'Next steps']
        .map((title, index) => `<div>${index + 1}. ${title} ${'. '.repeat(30 - title.length)}${index * 4 + 2}</div>`)
        .join(''),
    ),
  },
  { name: 'a frame around text', html: page('div { border: 1pt solid; padding: 1cm }', `<div>${prose}</div>`) },
];

test.for(noTables)('$name is no table', async ({ html }, { skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const document = await readPdf(await printHtml(html, 'weasyprint'));
  expect(document.blocks.filter((block) => block.kind === 'table')).toEqual([]);
});

test('a page that is turned by /Rotate is read as people see it', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const upright = await printHtml(page('td, th { border: 0.5pt solid }', `<table>${visits}</table>`), 'weasyprint');
  // pdf.js mends the offsets that the longer page object shifts.
  const text = Buffer.from(upright).toString('latin1').replace('/Type /Page\n', '/Type /Page\n/Rotate 90\n');
  const turned = await readPdf(Buffer.from(text, 'latin1'), { stitch: false });
  expect(turned.pages[0]?.width).toBeGreaterThan(turned.pages[0]?.height ?? Number.POSITIVE_INFINITY);
  const grid = (document: Document) => tablesOf(document).replace(/^.*\n/, '');
  expect(grid(turned)).toBe(grid(await readPdf(upright, { stitch: false })));
});

/** Tables as text: evidence and size, then a row a line; spans, fills and inks behind the words. */
function tablesOf(document: Document): string {
  return document.blocks
    .filter((block): block is Table => block.kind === 'table')
    .map((table) => {
      const rows = Array.from({ length: table.rows }, (_, at) =>
        table.cells
          .filter((cell) => cell.row === at)
          .map((cell) => {
            const span = cell.rowSpan > 1 || cell.columnSpan > 1 ? ` {${cell.rowSpan}x${cell.columnSpan}}` : '';
            const fill = cell.fill === null ? '' : ` fill ${cell.fill.join(' ')}`;
            const ink = cell.ink === null ? '' : ` ink ${cell.ink.join(' ')}`;
            return `${cell.column}: ${cell.text.replaceAll('\n', ' / ')}${span}${fill}${ink}`;
          })
          .join(' | '),
      );
      return `${table.evidence}, ${table.rows} rows, ${table.columns} columns\n${rows.join('\n')}\n`;
    })
    .join('\n');
}
