import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { lookThrough } from '../../parsers/pdf/find/look-through.ts';
import { pageLetters } from '../../parsers/pdf/find/page-letters.ts';
import { pagesInOrder } from '../../parsers/pdf/find/page-objects.ts';
import { fileObjects } from '../../parsers/pdf/page/file-objects.ts';
import { openPdf } from '../../parsers/pdf/page/open.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { Entry } from '../../src/model/plan.ts';
import { callCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { fixturePapers } from '../support/fixture-papers.ts';
import { rawPdf, shown } from '../support/raw-pdf.ts';
import { smallPdf } from '../support/small-pdf.ts';

/** What an entry says, wherever it stands. */
const wordsOf = ({ places, ...entry }: Entry) => ({ ...entry, at: Object.keys(places) });

async function look(bytes: Uint8Array) {
  const open = await openPdf(bytes);
  try {
    return await lookThrough(bytes, open);
  } finally {
    await open.close();
  }
}

const plan = ['Fire and Rescue Service', 'HMICFRS improvement plan', 'Action', 'Progress', 'Lead officer', 'Due'];
const council = [
  'Licensing Committee',
  'Police were consulted',
  'Application for a premises licence',
  'Decision: granted',
];

const read = (bytes: Uint8Array) =>
  readPaper({ name: 'a.pdf', path: 'a.pdf', bytes, sha256: 'a'.repeat(64) }, { ...defaultParseOptions, find: true });

test('no plan of our papers is missed, whatever program printed it', async () => {
  const pdfs = fixturePapers().flatMap(({ truth, files }) =>
    truth.entries.length === 0 ? [] : files.filter((file) => file.path.endsWith('.pdf')),
  );
  expect(pdfs.length).toBeGreaterThan(50);
  const missed: string[] = [];
  const unlikely: string[] = [];
  for (const pdf of pdfs) {
    const { mayHoldPlan, sure } = await look(readFileSync(pdf.path));
    if (!mayHoldPlan) missed.push(path.basename(pdf.path));
    if (sure.size === 0) unlikely.push(path.basename(pdf.path));
  }
  expect(missed).toEqual([]);
  // Ten lines of prose: read where it is a paper by itself, and passed by where it is part of a long pack.
  expect(unlikely).toEqual(['oxmarch-culture.weasyprint.pdf']);
});

test('a plan among many pages is found, and its words may stand on pages next to each other', async () => {
  const pages = Array.from({ length: 30 }, () => council);
  expect((await look(smallPdf({ pages }))).mayHoldPlan).toBe(false);
  expect((await look(smallPdf({ pages: pages.with(17, plan) }))).mayHoldPlan).toBe(true);
  const parted = pages.with(17, plan.slice(0, 2)).with(19, plan.slice(2));
  expect((await look(smallPdf({ pages: parted }))).mayHoldPlan).toBe(true);
  const apart = pages.with(3, plan.slice(0, 1)).with(25, ['Recommendation', ...plan.slice(2)]);
  expect((await look(smallPdf({ pages: apart }))).mayHoldPlan).toBe(false);
});

const spoken = ['Fire Authority', 'The Chief Fire Officer said that HMICFRS', 'will report on progress in March.'];
const tabled = [
  'HMICFRS improvement plan',
  'The service should make sure that risk visits are recorded.',
  'Action: introduce a form. Progress: in progress, review due in May.',
  'The service should improve its training records.',
  'Action: develop a register. Progress: on track, lead: Area Manager.',
];

test('a pack whose pages speak of the inspectorate and hold no plan is not read', async () => {
  const bytes = smallPdf({ pages: Array.from({ length: 61 }, () => spoken) });
  expect(await look(bytes)).toMatchObject({ mayHoldPlan: true, likely: [] });
  const { paper, issues } = await read(bytes);
  expect(paper.pages).toBeNull();
  expect(issues.map(({ code }) => code)).toContain('paper/looked-through');
});

test('of a pack only what is likely to be a plan is read, with the pages of its part', async () => {
  const opening = ['Agenda item 7', 'Report of the Chief Fire Officer', 'Meeting: Fire Authority', 'Committee: Safety'];
  const pages = Array.from({ length: 70 }, () => spoken)
    .with(30, [...opening, 'Plan'])
    .with(31, tabled)
    .with(32, [...opening, 'Budget']);
  const bytes = smallPdf({ pages });
  expect((await look(bytes)).likely).toEqual([32]);
  const { paper, entries, issues } = await read(bytes);
  expect(paper.pages).toBe(70);
  const [issue] = issues.filter(({ code }) => code === 'pdf/pack-looked-through');
  expect(issue?.message).toContain('pages 31 to 32');
  const alone = await read(smallPdf({ pages: pages.slice(30, 32) }));
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.map(wordsOf)).toEqual(alone.entries.map(wordsOf));
});

test('what auditors recommend is passed by in a pack, unless an inspection is spoken of before it', async () => {
  const audit = [
    'Fire and Rescue Authority: internal audit',
    'Recommended: improve records. Action: review and develop a procedure. Update: training delivered.',
    'Head of Finance. Due: 31 March 2025. In progress. Recommended: strengthen checks. Overdue.',
    'Recommended: ensure that stock is counted. Action: establish counts. Complete. Next steps: none.',
  ];
  const inspection = ['After its inspection the Service was told to improve.'];
  const pages = Array.from({ length: 80 }, () => council).with(31, audit);
  expect((await look(smallPdf({ pages }))).likely).toEqual([]);
  expect((await look(smallPdf({ pages: pages.with(32, inspection) }))).likely).toEqual([]);
  const inspected = pages.with(29, inspection);
  expect((await look(smallPdf({ pages: inspected }))).likely).toEqual([32]);
});

test('papers of a pack are read by themselves: minutes next to a plan are none of it', async () => {
  const opening = ['Agenda item 7', 'Report of the Chief Fire Officer', 'Meeting: Fire Authority', 'Committee: Safety'];
  const minutes = [
    'Minutes of the Performance Panel',
    'Members discussed the improvement plan and its progress.',
    'Action: review the calendar of visits. Progress: in progress, review due in June.',
    'The panel recommended that officers improve the records of visits.',
    'Action: develop a form. Progress: on track, lead: Monitoring Officer.',
  ];
  const pages = Array.from({ length: 70 }, () => spoken)
    .with(30, [...opening, 'Plan'])
    .with(31, tabled)
    .with(32, [...opening, 'Minutes'])
    .with(33, minutes)
    .with(34, [...opening, 'Budget']);
  const bytes = smallPdf({ pages });
  expect((await look(bytes)).likely).toEqual([32, 34]);
  const alone = await read(smallPdf({ pages: pages.slice(30, 32) }));
  expect(alone.entries).toHaveLength(2);
  expect((await read(bytes)).entries.map(wordsOf)).toEqual(alone.entries.map(wordsOf));
});

test('what cannot be looked through so is read', async () => {
  // A page more than its tree has.
  expect((await look(smallPdf({ pages: [council, council], count: 2, lost: [1] }))).mayHoldPlan).toBe(true);
  // No letters at all.
  expect((await look(rawPdf({ content: '0 0 100 100 re f' }))).mayHoldPlan).toBe(true);
});

test('letters that only pdf.js can tell are asked of it', async () => {
  // A filter that is not looked into here; what is not the page's cannot be its words.
  const hex = (lines: readonly string[]) => {
    const drawn = lines.map((words, index) => shown(words, 20, 180 - 12 * index)).join('');
    return rawPdf({ content: Buffer.from(drawn).toString('hex'), stream: '/Filter /ASCIIHexDecode' });
  };
  expect((await look(hex(plan))).mayHoldPlan).toBe(true);
  expect((await look(hex(council))).mayHoldPlan).toBe(false);
});

test('a font that is not in the file has its usual letters, whatever signs are put in other places', async () => {
  const drawn = (lines: readonly string[]) =>
    rawPdf({
      content: lines.map((words, index) => shown(words, 20, 180 - 12 * index, 'F4')).join(''),
      fonts: '/F4 20 0 R',
      objects:
        '20 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Differences [128 /bullet] >> >> endobj',
    });
  const objects = fileObjects(drawn(council));
  const [page] = pagesInOrder(objects, 1) ?? [];
  expect(page && pageLetters(objects)(page)).toMatchObject({
    whole: true,
    letters: expect.stringContaining('policewere'),
  });
  expect((await look(drawn(plan))).mayHoldPlan).toBe(true);
});

test('a paper that was only looked through says so, counts nowhere, and is read without --find', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'pack.pdf');
  writeFileSync(file, smallPdf({ pages: Array.from({ length: 3 }, () => council) }));
  const db = path.join(folder, 'a.db');
  const first = await callCli(['ingest', file, '--find', '--db', db]);
  expect(first.stdout).toContain('1 no paper (pack.pdf)');
  const again = await callCli(['ingest', file, '--find', '--db', db, '--json']);
  expect(JSON.parse(again.stdout).files).toMatchObject([
    {
      state: 'known',
      outcome: 'ok',
      noPaper: expect.stringMatching(/^It was only looked through \(--find\): nothing on its 3 pages/),
    },
  ]);
  const whole = await callCli(['ingest', file, '--db', db, '--json']);
  expect(JSON.parse(whole.stdout).files).toMatchObject([
    { state: 'read', extractor: expect.not.stringContaining('find') },
  ]);
});

test('a paper that may hold a plan is read as ever', async () => {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../fixtures/papers/ashvale-peel.pdf'));
  const file = { name: 'a.pdf', path: 'a.pdf', bytes, sha256: 'a'.repeat(64) };
  expect(await readPaper(file, { ...defaultParseOptions, find: true })).toEqual(
    await readPaper(file, defaultParseOptions),
  );
});
