import { expect, test } from 'vitest';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const pairs = [
  [
    'W 2',
    'The brigade should make sure that its plan says which hydrants will be tested before the winter comes and who tests them.',
    [
      'We will replace our list of hydrants with five maps, each with a number against it.',
      'So far: Maps were drawn in May. Two that could show no water have been dropped.',
    ],
  ],
  [
    'W 3',
    'What is learned on visits to the ponds of the coast is not passed on to crews.',
    [
      'We will give all three stations the same record, so that what one learns the others see.',
      'So far: The record is shared by two of them. The third will join once tablets have been replaced.',
    ],
  ],
  [
    'W 4',
    'The brigade should do more of its work with those who own the ponds and keep the keys to their gates.',
    ['We will hold a yearly forum for owners and look at every gate within three years.', 'So far: Forty came.'],
  ],
] as const;

const half = (inside: string) => `<div>${inside}</div>`;
const page = (
  body: string,
) => `<html><head><style>@page { size: A4; margin: 60pt } body { font: 10pt "Liberation Serif"; line-height: 1.4 }
section { display: table; table-layout: fixed; width: 100%; margin-bottom: 10pt } section > div { display: table-cell; padding-right: 16pt }
section.names { margin: 0; font-size: 8pt } p { margin: 0 0 5pt }</style></head><body><h1>Their words and ours</h1>${body}</body></html>`;
const names = `<section class="names">${half('THE INSPECTORS WROTE')}${half('WE REPLY')}</section>`;
const facing = (some: readonly (typeof pairs)[number][]) =>
  names +
  some
    .map(
      ([ref, said, ours]) =>
        `<section>${half(`<p><b>${ref}</b> ${said}</p>`)}${half(ours.map((text) => `<p>${text}</p>`).join(''))}</section>`,
    )
    .join('');

async function read(html: string): Promise<readonly unknown[]> {
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  return blocks.map((block) => {
    if (block.kind !== 'table') return block.kind === 'list' ? block.items.map(({ text }) => text) : block.text;
    const row = (at: number) => block.cells.filter((cell) => cell.row === at).map(({ text }) => text);
    return Array.from({ length: block.rows }, (_, at) => row(at));
  });
}

const rows = (some: readonly (typeof pairs)[number][]) => [
  ['THE INSPECTORS WROTE', 'WE REPLY'],
  ...some.map(([ref, said, ours]) => [`${ref} ${said}`, ours.join('\n')]),
];

test.skipIf(!canPrint('weasyprint'))(
  'texts that face each other are rows of a table, under one pair of names also one row alone',
  async () => {
    const [first, ...more] = pairs;
    const html = page(`<h2>Before the fire</h2>${facing(pairs)}<h2>At the fire</h2>${facing([first])}`);
    expect(await read(html)).toEqual([
      'Their words and ours',
      'Before the fire',
      rows([first, ...more]),
      'At the fire',
      rows([first]),
    ]);
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'cards without a frame that are level with each other are no such rows',
  async () => {
    const card = ([ref, said, ours]: (typeof pairs)[number]) =>
      half(`<p><b>${ref}</b></p><p>${said}</p><p>${ours[0]}</p>`);
    const html = page(`${pairs.map((pair) => `<section>${card(pair)}${card(pair)}</section>`).join('')}`);
    expect((await readPdf(await printHtml(html, 'weasyprint'))).blocks.filter(({ kind }) => kind === 'table')).toEqual(
      [],
    );
  },
);
