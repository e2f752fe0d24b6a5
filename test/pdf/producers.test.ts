import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canPrint, outlineOf, printHtml, producers, readPdf } from '../support/print.ts';

/** One paper with most of what a reader meets; every producer draws and tags it in its own way. */
const paper = `<html><head><meta charset="utf-8"><style>
@page { size: A4; margin: 2cm; @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
body { font: 11pt "Liberation Sans", sans-serif } table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000; padding: 3px; vertical-align: top } tr { break-inside: avoid }
ul { list-style: disc } .two { columns: 2; column-gap: 1cm } .spaced { letter-spacing: .3em }
</style></head><body>
<h1>Fenmarsh improvement plan</h1>
<p class="spaced">PROGRESS REPORT</p>
<p>The Authority considered the plan on the 1<sup>st</sup> of March. Officers of the finance office confirmed that the difficult flow of files was fixed, and that nobody had been left without an offer of help.</p>
<p>A line that was ended on purpose.<br>Another line after it.</p>
<div class="two"><p>The left column begins here and goes on for some time, so that it fills a number of lines and shows that columns of prose are read one after the other and not across the page.</p><p>The right column holds a second paragraph, which is as long as the first, says as little about the plan and its timescales, and ends where the page becomes one column again.</p></div>
<h2>Actions</h2>
<ol><li>Do the first thing, which takes so many words to say that it must wrap on to a second line of the page.</li><li>Do the second thing<ul><li>with a part of its own</li><li>and another that takes so many words to say that it must wrap on to a second line of the page</li></ul></li><li>Do the third thing</li></ol>
<table border="1"><tr><th>Area</th><th>Progress</th><th>Due</th></tr>
<tr><td>Prevention</td><td><ul><li>Visits were made in all districts and reported to the Board each quarter of the year</li><li>Training began</li></ul></td><td>Mar 2024</td></tr>
<tr><td>Protection</td><td><p>The first paragraph of the cell, which wraps around once or so.</p><p>The second one.</p></td><td>Complete</td></tr></table>
<p><b>Contact:</b> Jo Marlowe</p>
<p><b>RECOMMENDATIONS</b></p>
<p>That members note the report.</p>
</body></html>`;

const outline = [
  '# Fenmarsh improvement plan',
  '# PROGRESS REPORT',
  'P The Authority considered the plan on the 1st of March. Officers of the finance office confirmed that the difficult flow of files was fixed, and that nobody had been left without an offer of help.',
  'P A line that was ended on purpose.',
  'P Another line after it.',
  'P The left column begins here and goes on for some time, so that it fills a number of lines and shows that columns of prose are read one after the other and not across the page.',
  'P The right column holds a second paragraph, which is as long as the first, says as little about the plan and its timescales, and ends where the page becomes one column again.',
  '# Actions',
  '1. Do the first thing, which takes so many words to say that it must wrap on to a second line of the page.',
  '2. Do the second thing',
  '- with a part of its own',
  '- and another that takes so many words to say that it must wrap on to a second line of the page',
  '3. Do the third thing',
  '| Area | Progress | Due',
  '| Prevention | Visits were made in all districts and reported to the Board each quarter of the year / Training began | Mar 2024',
  '| Protection | The first paragraph of the cell, which wraps around once or so. / The second one. | Complete',
  'P Contact: Jo Marlowe',
  '# RECOMMENDATIONS',
  'P That members note the report.',
];

test.for(producers)('a paper printed by %s is read as people read it', async (producer, { skip }) => {
  skip(!canPrint(producer), `${producer} is not installed`);
  const bytes = await printHtml(paper, producer);
  expect(outlineOf(await readPdf(bytes))).toEqual(outline);
  expect(outlineOf(await readPdf(bytes, { evidence: 'ruled' }))).toEqual(outline);
});

const words =
  'service staff policy risk station crew audit visit premises response data review board quarter plan'.split(' ');
const sentence = (seed: number, length: number) => {
  const chosen = Array.from({ length }, (_, index) => words[(seed * 7 + index * (3 + (seed % 5))) % words.length]);
  return `The ${chosen.join(' ')}.`;
};

/** Two tables under two headings over several pages, rows of one to three paragraphs or bullets. */
function longPaper(): string {
  const rows = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => {
      const texts = Array.from({ length: 1 + (index % 3) }, (_each, part) =>
        sentence(index * 3 + part, 9 + ((index + part) % 12)),
      );
      const tag = index % 4 === 3 ? 'li' : 'p';
      const inner = texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
      const body = tag === 'li' ? `<ul>${inner}</ul>` : inner;
      return `<tr><td>${prefix}${index + 1}</td><td>${sentence(index + 40, 14)}</td><td>${body}</td><td>Q${(index % 4) + 1} 2024/25</td><td>${index % 2 ? 'Complete' : 'On track'}</td></tr>`;
    }).join('\n');
  const table = (count: number, prefix: string) =>
    `<table border="1"><thead><tr><th>Ref</th><th>Area for improvement</th><th>Progress</th><th>Due</th><th>Status</th></tr></thead>${rows(count, prefix)}</table>`;
  return `<html><head><meta charset="utf-8"><style>@page { size: A4 landscape; margin: 1.5cm; @bottom-center { content: "Page " counter(page) } }
body { font: 10pt "Liberation Sans", sans-serif } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; padding: 3px; vertical-align: top }
</style></head><body><h1>Improvement plan</h1><h2>Effectiveness</h2>${table(18, 'ES')}<h2>Efficiency</h2>${table(10, 'EY')}</body></html>`;
}

test.for(producers)('tables that %s prints over pages come back whole', async (producer, { skip }) => {
  skip(!canPrint(producer), `${producer} is not installed`);
  const bytes = await printHtml(longPaper(), producer);
  for (const evidence of ['auto', 'ruled'] as const) {
    const document = await readPdf(bytes, { evidence });
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => [table.rows, table.columns])).toEqual([
      [19, 5],
      [11, 5],
    ]);
    expect(tables.every((table) => table.joins.length > 0)).toBe(true);
    const rows = outlineOf(document).filter((line) => line.startsWith('| E'));
    expect(rows.map((row) => row.split(' | ').length)).toEqual(rows.map(() => 5));
    expect(rows[3]).toContain(`${sentence(9, 9 + 3)}`);
  }
});

const samples = path.join(import.meta.dirname, '../../../shared/papers/pdf');
const sampleNames = existsSync(samples) ? readdirSync(samples) : [];
const papers = Map.groupBy(sampleNames, (name) => name.split('.')[0] ?? '');
const inForms = [...papers].filter(([, forms]) => forms.some((form) => /tagged|browser/.test(form)));

test.skipIf(sampleNames.length === 0)(
  'the sample papers give the same blocks tagged, untagged and browser-printed (../shared/papers)',
  async () => {
    for (const [name, forms] of inForms) {
      const outlines: (readonly [string, readonly string[]])[] = [];
      for (const form of forms.filter((each) => !each.includes('weasy'))) {
        const bytes = readFileSync(path.join(samples, form));
        for (const evidence of ['auto', 'ruled'] as const) {
          outlines.push([`${form} ${evidence}`, outlineOf(await readPdf(bytes, { evidence }))]);
        }
      }
      const [first] = outlines;
      for (const [form, each] of outlines)
        expect(each, `${form}, against ${first?.[0]} of ${name}`).toEqual(first?.[1]);
    }
  },
);
