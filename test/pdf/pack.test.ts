import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { partsToPapers, splitPack } from '../../parsers/pdf/pack/pack.ts';
import { partsAround } from '../../parsers/pdf/pack/parts-around.ts';
import type { PageSkim } from '../../parsers/pdf/pack/skim.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { canPrint, hasProgram, outlineOf, printHtml, readPdf } from '../support/print.ts';

const filler =
  'The Authority is asked to note the revenue position, the forecast for the year and the variances that follow from the pay award, the price of fuel and the work on premises. ';

function report(item: number, title: string, pages: number, own = ''): string {
  const text = Array.from({ length: pages * 16 }, () => `<p>${filler}</p>`).join('');
  return `<html><head><style>@page { size: A4; margin: 2cm; @top-left { content: "Fenmarsh Fire Authority" } @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
@page wide { size: A4 landscape } .wide { page: wide } body { font: 11pt "Liberation Sans", sans-serif } td, th { border: 1px solid #000; padding: 3px } table { border-collapse: collapse; width: 100% }</style></head>
<body><p><b>Agenda Item ${item}</b></p><h1>${title}</h1><p>Report of the Chief Fire Officer</p>${own || text}</body></html>`;
}

const rows = Array.from(
  { length: 14 },
  (_, index) =>
    `<tr><td>AFI ${index + 1} - The service should do thing ${index + 1} for the people of Fenmarsh.</td><td>${filler}</td><td>On track</td></tr>`,
).join('');

const plan = report(
  5,
  'HMICFRS improvement plan: progress',
  1,
  `<p>This report gives progress on the areas for improvement that HMICFRS found.</p><div class="wide"><h2>Appendix 1: Improvement plan</h2><table><thead><tr><th>Area for improvement</th><th>Progress</th><th>Status</th></tr></thead>${rows}</table></div>`,
);

const minutes = report(
  2,
  'Minutes of the last meeting',
  1,
  '<p>Members noted the HMICFRS improvement plan and its areas for improvement, and thanked the officers.</p>',
);

test('of a pack only the papers that report on a plan are read, and their pages are named', async ({ skip }) => {
  skip(!canPrint('weasyprint') || !hasProgram('qpdf'), 'WeasyPrint and qpdf are not both installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-pack-'));
  try {
    const budget = report(3, 'Revenue budget monitoring', 12);
    const parts = [minutes, budget, budget, budget, budget, plan, budget, budget];
    const files: string[] = [];
    for (const [index, html] of parts.entries()) {
      const file = path.join(folder, `${index}.pdf`);
      writeFileSync(file, await printHtml(html, 'weasyprint'));
      files.push(file);
    }
    const joined = path.join(folder, 'pack.pdf');
    execFileSync('qpdf', ['--empty', '--pages', ...files, '--', joined]);
    const bytes = readFileSync(joined);
    const document = await readPdf(bytes);
    const [issue] = document.issues.filter(({ code }) => code === 'pdf/pack-parts');
    expect(document.pages.length).toBeGreaterThan(60);
    expect(issue?.severity).toBe('info');
    const [, from = '', to = ''] =
      /pages (\d+) to (\d+) \("HMICFRS improvement plan: progress"\)/.exec(issue?.message ?? '') ?? [];
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => [table.rows, table.columns])).toEqual([[15, 3]]);
    const pages = document.blocks.flatMap((block) => block.places.map((place) => place.page ?? 0));
    expect([Math.min(...pages), Math.max(...pages)]).toEqual([Number(from), Number(to)]);
    expect(outlineOf(document).join('\n')).not.toContain('revenue position, the forecast for the year. ');
    // Looked through first, the same pages are read, and give the same.
    const file = { name: 'pack.pdf', path: joined, bytes, sha256: 'a'.repeat(64) };
    const [whole, found] = [
      await readPaper(file, defaultParseOptions),
      await readPaper(file, { ...defaultParseOptions, find: true }),
    ];
    expect(whole.entries).toHaveLength(14);
    expect([found.entries, found.paper]).toEqual([whole.entries, whole.paper]);
    expect(found.issues.find(({ code }) => code === 'pdf/pack-looked-through')?.message).toContain(
      `pages ${from} to ${to} ("HMICFRS improvement plan: progress")`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function skim(number: number, opening: readonly string[], rest: Partial<PageSkim> = {}): PageSkim {
  return {
    number,
    width: 595,
    height: 842,
    letters: 900,
    imaged: 0,
    opening,
    title: null,
    edges: ['', ''],
    printed: [],
    inspectorate: 0,
    plan: 0,
    ...rest,
  };
}

const starts = (parts: ReturnType<typeof splitPack>) => parts.map(({ from, to }) => [from, to]);

test('papers are told apart by the outline', () => {
  const pages = Array.from({ length: 12 }, (_, index) => skim(index + 1, ['Some text']));
  const outline = [1, 4, 9].map((page, index) => ({ title: `Item ${index + 1}`, level: 1, page }));
  expect(starts(splitPack(pages, outline, pages.length))).toEqual([
    [1, 3],
    [4, 8],
    [9, 12],
  ]);
});

test('papers are told apart by page numbers that start again', () => {
  const pages = [1, 2, 3, 1, 2, 1, 2, 3, 4].map((printed, index) => skim(index + 1, ['Text'], { printed: [printed] }));
  expect(starts(splitPack(pages, [], pages.length))).toEqual([
    [1, 3],
    [4, 5],
    [6, 9],
  ]);
});

/** First pages of the papers around likely pages that can answer an inspection; `openings` are a pack's pages, from 1. */
async function answering(
  openings: readonly (readonly string[])[],
  said: {
    readonly likely: readonly number[];
    readonly sure?: readonly number[];
    readonly asking?: readonly number[];
    readonly naming?: readonly number[];
  },
  terms: Partial<PageSkim> = {},
): Promise<readonly number[]> {
  const naming = new Set(said.naming);
  const pages = {
    likely: said.likely,
    sure: new Set(said.sure ?? said.likely),
    naming,
    answering: new Set([...(said.asking ?? []), ...naming]),
  };
  const skims = openings.map((opening, index) =>
    skim(index + 1, opening, { ...terms, printed: opening[0] === 'Page 1' ? [1] : [] }),
  );
  const parts = await partsAround(pages, async (number) => skims.slice(number - 1, number), [], openings.length);
  return partsToPapers(parts).map(({ from }) => from);
}

const item = (title: string, number = 4) => [
  `Agenda item ${number}`,
  'Report of the Treasurer',
  'Meeting: Authority',
  title,
];

test('what a paper answers stands in the paper itself, not at the end of the one before', async () => {
  const pages = [item('Fire safety'), ['Text'], item('Allowances', 5), ['Text'], ['Text']];
  expect(await answering(pages, { likely: [3], naming: [2] })).toEqual([]);
  expect(await answering(pages, { likely: [4], naming: [3] })).toEqual([3]);
  expect(await answering(pages, { likely: [4], asking: [4] })).toEqual([3]);
  // Too far behind to speak for it.
  expect(await answering([...pages.slice(2), ['Text'], ['Text']], { likely: [5], asking: [2] })).toEqual([]);
});

test('a title that names a plan or an inspection answers, whatever its pages say', async () => {
  const named = ['Improvement plan', 'PEEL 2023: our response', 'Inspection: findings'];
  for (const title of named) expect(await answering([item(title), ['Text']], { likely: [2] })).toEqual([1]);
  expect(await answering([item('Getting ready for the next inspection'), ['Text']], { likely: [2] })).toEqual([]);
});

test('a page that says less of what plans say counts where its paper reports on a plan', async () => {
  const pages = [item('HMICFRS: where we are'), ['Text'], item('Budget', 5)];
  const report = { plan: 2, inspectorate: 2 };
  expect(await answering(pages, { likely: [2], sure: [] })).toEqual([]);
  expect(await answering(pages, { likely: [2], sure: [2] })).toEqual([1]);
  expect(await answering(pages, { likely: [2], sure: [] }, report)).toEqual([1]);
});

test('what is asked below a title of auditors is asked by them, unless inspectors are named', async () => {
  const pages = [item('Internal audit progress'), ['Text'], ['Text'], ['Text'], item('Budget', 5)];
  expect(await answering(pages, { likely: [2, 3], asking: [2, 3] })).toEqual([]);
  expect(await answering(pages, { likely: [2, 3], asking: [2, 3], naming: [4] })).toEqual([1]);
  expect(await answering(pages, { likely: [2, 3], asking: [2, 3], naming: [5] })).toEqual([]);
});

test('a plan with page numbers of its own is spoken for by the report before it', async () => {
  const pages = [['Page 1', 'Report'], ['Text'], ['Page 1', 'Table'], ['Text']];
  expect(await answering(pages, { likely: [3], naming: [2] })).toEqual([3]);
  // Both are one paper.
  expect(await answering(pages, { likely: [2, 3], naming: [2] })).toEqual([1]);
  // The last page of a pack.
  expect(await answering(pages.slice(0, 3), { likely: [3], naming: [2] })).toEqual([3]);
});

test('an appendix after a report on a plan goes with it, minutes that name a plan do not report on it', () => {
  const pages = [
    skim(1, ['Minutes of the Authority', 'HMICFRS improvement plan'], { printed: [1], plan: 3, inspectorate: 3 }),
    skim(2, ['Agenda item 4', 'HMICFRS improvement plan'], { printed: [1], plan: 3, inspectorate: 3 }),
    skim(3, ['Appendix A', 'Progress table'], { printed: [1] }),
    skim(4, ['Agenda item 5', 'Budget'], { printed: [1] }),
  ];
  expect(splitPack(pages, [], pages.length).map(({ reports }) => reports)).toEqual([false, true, true, false]);
});
