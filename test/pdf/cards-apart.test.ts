import { expect, test } from 'vitest';
import { canPrint } from '../support/print.ts';
import { printedTexts } from '../support/printed-texts.ts';

const records = [
  ['Test each hydrant', 'One in ten of them was tried before the winter came.', 'May 2025'],
  ['Fence the ponds', 'We have asked the owners for their keys.', 'June 2025'],
  ['Mend the hoses', 'New couplings are in the stores of every station on the coast.', 'July 2025'],
] as const;
const whole = records.flatMap(([title, story, due]) => [title, 'STORY SO FAR', story, 'FINISH', due]);

const cards = records
  .map(
    ([title, story, due]) =>
      `<div class="card"><h3>${title}</h3><p><b>STORY SO FAR</b></p><p>${story}</p><p><b>FINISH</b></p><p>${due}</p></div>`,
  )
  .join('');
const page = (looks: string, body: string) => `<html><head><style>@page { size: A4 landscape; margin: 40pt }
body { font: 10pt "Liberation Sans"; margin: 0 } p, h3 { margin: 2pt 0; font-size: 10pt } h2 { margin: 0 0 2pt }
${looks}</style></head><body><h1>Water plan</h1>${body}</body></html>`;

test.for(['weasyprint', 'chromium'] as const)(
  'framed cards in a row right below a painted band are no cells of a table with it, as %s prints them',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const looks = `h2 { background: #c8102e; color: #fff; padding: 4pt }
.card { display: inline-block; vertical-align: top; width: 29%; margin-right: 8pt; padding: 5pt; border: 0.75pt solid #888; border-top: 4.5pt solid #c8102e }`;
    const html = page(looks, `<h2>Water</h2><div>${cards}</div><h2>Land</h2><div>${cards}</div>`);
    expect(await printedTexts(html, producer)).toEqual(['Water plan', 'Water', ...whole, 'Land', ...whole]);
  },
);

test.for(['weasyprint', 'chromium'] as const)(
  'painted pills in a sentence are words of it, as %s prints them',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const looks = 'span { background: #1b7f3b; color: #fff; border-radius: 6pt; padding: 1pt 5pt; font-weight: bold }';
    const key = ['Done', 'Going well', 'Stuck', 'Not yet'].map(
      (name) => `<span>${name}</span> what is so named and has its card on this page`,
    );
    const html = page(looks, `<p>How to read this: ${key.join('; ')}</p>${cards}`).replace('landscape', 'portrait');
    const [, sentence] = await printedTexts(html, producer);
    expect(sentence).toMatch(
      /^How to read this: Done what is .* page; Going well what .* page; Stuck what .* page; Not yet what /,
    );
  },
);

test.for(['weasyprint', 'chromium'] as const)(
  'lanes whose painted grounds touch are read one after the other, card by card, as %s prints them',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const looks = `.lanes { display: flex; align-items: flex-start } .lane { width: 230pt; padding: 4pt; background: #f1f3f5 }
.lane > h3 { background: #1769aa; color: #fff; padding: 3pt 5pt } .card { background: #fff; border: 0.75pt solid #ccd; margin: 5pt 0; padding: 5pt; height: 90pt }`;
    const lane = (name: string) => `<div class="lane"><h3>${name}</h3>${cards}</div>`;
    const html = page(
      looks,
      `<div class="lanes">${['Not started', 'In progress', 'On hold'].map(lane).join('')}</div>`,
    );
    const lanes = ['Not started', 'In progress', 'On hold'].flatMap((name) => [name, ...whole]);
    expect(await printedTexts(html, producer)).toEqual(['Water plan', ...lanes]);
  },
);
