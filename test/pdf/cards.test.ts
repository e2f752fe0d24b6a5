import { expect, test } from 'vitest';
import { canPrint, printHtml, readPdf } from '../support/print.ts';
import { printedTexts } from '../support/printed-texts.ts';

const records = [
  ['W1', 'Hydrants should be tested before the winter.', 'Test each one on the coast road and paint those that work'],
  ['W2', 'Ponds should be fenced.', 'Ask the owners'],
  ['W3', 'Hoses should not leak.', 'Buy new couplings and fit them to every hose that is older than ten years'],
] as const;
const values = [
  ['Lead', 'Head of Water'],
  ['Due', 'May 2025'],
] as const;

/** Cards in two columns, the last of them alone in its row, each with what `inside` makes of its action. */
function cards(looks: string, inside: (pairs: readonly (readonly [string, string])[]) => string): string {
  const body = records.map(([ref, finding, action]) => {
    const pairs = [['Action', action] as const, ...values];
    return `<div class="card"><h3>${ref}</h3><p>${finding}</p>${inside(pairs)}</div>`;
  });
  return `<html><head><style>@page { size: A4 } body { font: 10pt "Liberation Sans" } p { margin: 2pt 0 }
.card { float: left; width: 40%; height: 150pt; margin: 0 4% 12pt 0; padding: 8pt; ${looks} }
td { vertical-align: top; padding: 2pt } td:first-child { font-weight: bold; width: 60pt }</style></head>
<body><h1>Water plan</h1>${body.join('')}</body></html>`;
}

const table = (pairs: readonly (readonly [string, string])[]) =>
  `<table>${pairs.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`;
const stack = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([label, value]) => `<p><b>${label}</b></p><p>${value}</p>`).join('');

test.for(['weasyprint', 'chromium'] as const)(
  'labels beside values on cards side by side are tables of each card, as %s prints them',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const whole = records.flatMap(([ref, finding, action]) => [ref, finding, [['Action', action], ...values]]);
    expect(await printedTexts(cards('border: 1pt solid #678', table), producer)).toEqual(['Water plan', ...whole]);
  },
);

test.for(['weasyprint', 'chromium'] as const)(
  'labels over values on painted cards side by side are read card by card, as %s prints them',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const whole = records.flatMap(([ref, finding, action]) => [ref, finding, 'Action', action, ...values.flat()]);
    expect(await printedTexts(cards('background: #e8eef4', stack), producer)).toEqual(['Water plan', ...whole]);
  },
);

/** Cards one below the other, each of a painted head, a text, labelled texts beside each other and a foot of facts. */
const banded = (bands: readonly (readonly [string, string, string])[]) => `<html><head><style>@page { size: A4 }
body { font: 10pt "Liberation Sans" } p { margin: 2pt 0 } .card { border: 1pt solid #567; margin-bottom: 12pt }
.head { background: #246; color: #fff; padding: 4pt; font-weight: bold } .asked { background: #eee; padding: 4pt }
.beside { display: table; table-layout: fixed; width: 100% } .beside div { display: table-cell; padding: 4pt }
.foot { border-top: 0.75pt solid #ccc }</style></head><body><h1>Water plan</h1>${bands
  .map(
    ([
      ref,
      finding,
      action,
    ]) => `<div class="card"><div class="head">${ref}</div><div class="asked"><p>${finding}</p></div>
<div class="beside"><div><p><b>Action</b></p><p>${action}</p></div><div><p><b>Where we are</b></p><p>We have begun.</p></div></div>
<div class="beside foot"><div><b>Lead</b> Head of Water</div><div><b>Due</b> May 2025</div></div></div>`,
  )
  .join('')}</body></html>`;

test.for(['weasyprint', 'chromium'] as const)(
  'a card of bands is read band by band, labelled texts beside each other one after the other, as %s prints it',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const whole = records.flatMap(([ref, finding, action]) => [
      ref,
      finding,
      [
        ['Action', action],
        ['Where we are', 'We have begun.'],
      ],
      values,
    ]);
    expect(await printedTexts(banded(records), producer)).toEqual(['Water plan', ...whole]);
  },
);

test.for(['weasyprint', 'chromium'] as const)(
  'a reference at the left and a topic at the right end of the first line of cards are one line and no table, as %s prints them',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const topics = ['Water', 'Ponds and lakes', 'Hoses'];
    const body = records
      .map(
        ([ref, finding], index) =>
          `<div class="card"><div class="head"><b>${ref}</b><span>${topics[index]}</span></div><p><b>${finding}</b></p><p>We have begun.</p></div>`,
      )
      .join('');
    const html = `<html><head><style>@page { size: A4 } body { font: 10pt "Liberation Sans" } p { margin: 2pt 0 }
.card { width: 45%; margin: 0 0 12pt; padding: 8pt; border: 1pt solid #678 } .head { display: flex; justify-content: space-between }</style></head>
<body><h1>Water plan</h1>${body}</body></html>`;
    const whole = records.flatMap(([ref, finding], index) => [`${ref} ${topics[index]}`, finding, 'We have begun.']);
    expect(await printedTexts(html, producer)).toEqual(['Water plan', ...whole]);
  },
);

test('facts in one line behind one gap are texts of their own', async ({ skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const facts = [
    ['Head of Water', 'May 2025', 'Begun'],
    ['Port Warden', 'TBC', 'Done'],
  ];
  const line = (texts: readonly string[]) => `<p>${texts.map((text) => `<span>${text}</span>`).join('')}</p>`;
  const html = `<html><head><style>span { margin-right: 24pt }</style></head><body><h1>Water plan</h1>${facts.map((texts) => `<h2>Test ${texts[0]}</h2>${line(texts)}`).join('')}</body></html>`;
  const whole = facts.flatMap((texts) => [`Test ${texts[0]}`, ...texts]);
  expect(await printedTexts(html, 'weasyprint')).toEqual(['Water plan', ...whole]);
});

const lanes = [
  ['To start', ['Test each hydrant on the coast road before the winter comes', 'Fence the ponds']],
  [
    'Moving',
    ['Buy couplings', 'Ask the owners of all the ponds for their keys, and those of the port', 'Find the keys'],
  ],
  ['Done', ['Count all of the hoses in the stores of each station on the coast']],
] as const;

const inLanes = (looks: string, after = '') => {
  const body = lanes
    .map(
      ([name, cards]) =>
        `<div class="lane"><h3>${name}</h3>${cards.map((text) => `<section><p>${text}</p><p>Head of Water</p><p>May 2025</p></section>`).join('')}</div>`,
    )
    .join('');
  return `<html><head><style>@page { size: A4 } body { font: 10pt "Liberation Sans" }
.lane { float: left; width: 120pt; margin-right: 8pt } section { border: 1pt solid #678; padding: 6pt; margin: 6pt 0 } ${looks}</style></head>
<body><h1>Water plan</h1>${body}${after}</body></html>`;
};
const laneByLane = lanes.flatMap(([name, cards]) => [
  name,
  ...cards.flatMap((text) => [text, 'Head of Water', 'May 2025']),
]);

test.for([
  ['with white between them', '', ''],
  ['right beside each other', '.lane { margin: 0 }', ''],
  ['above a heading', '', '<h2 style="clear: left">Next</h2><p>We meet in May.</p>'],
] as const)('cards below the names of lanes are read lane by lane, %s', async ([, looks, after], { skip }) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const further = after === '' ? [] : ['Next', 'We meet in May.'];
  const read = await printedTexts(inLanes(looks, after), 'weasyprint');
  expect(read).toEqual(['Water plan', ...laneByLane, ...further]);
});

test('painted boxes of two lines in a row, with facts in a line below them, make no rows of a table', async ({
  skip,
}) => {
  skip(!canPrint('weasyprint'), 'weasyprint is not installed');
  const steps = records.map(([ref, finding, action]) => ({
    ref,
    boxes: [finding, action, 'Nothing more is planned.'],
  }));
  const body = steps
    .map(
      ({ ref, boxes }) =>
        `<div class="strip">${boxes.map((text, index) => `<div class="box"><p><b>Step ${index + 1}</b></p><p>${text}</p></div>`).join('<div class="arrow">&#9654;</div>')}</div>
<p class="facts"><span>Guide: Head of Water ${ref}</span><span>Arrive by: 31 May 2025</span><span>Pace: Steady</span></p>`,
    )
    .join('');
  const html = `<html><head><style>@page { size: A4 landscape } body { font: 9pt "Liberation Sans" } p { margin: 2pt 0 }
.strip { display: flex } .box { width: 200pt; padding: 6pt; background: #f6e7d8 } .arrow { width: 22pt; padding: 12pt 6pt }
.facts span { margin-right: 30pt }</style></head><body><h1>Water plan</h1>${body}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  expect(blocks.filter(({ kind }) => kind === 'table').length).toBe(0);
  const texts = blocks.flatMap((block) => ('text' in block ? [block.text] : []));
  expect(texts.slice(1)).toEqual(
    steps.flatMap(({ ref, boxes }) => [
      ...boxes.flatMap((text, index) => [`Step ${index + 1}`, text]),
      `Guide: Head of Water ${ref}`,
      'Arrive by: 31 May 2025',
      'Pace: Steady',
    ]),
  );
});
