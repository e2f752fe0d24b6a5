import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { callCli } from '../support/cli.ts';
import { makeTemporaryFolder, temporaryFolder } from '../support/database.ts';
import { readCsv } from '../support/read-csv.ts';
import { sampleEntry, sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf, seriesExtractions } from '../support/stocked-database.ts';

const brigade = sampleEntry.finding?.replace('The service should make sure', 'The brigade should ensure') ?? '';
const database = databaseOf(makeTemporaryFolder(), [
  ...seriesExtractions([2], 4, 10),
  sampleExtraction('0aa'),
  sampleExtraction('0bb', [{ finding: brigade, action: '=Buy()' }], {
    service: 'Eastwater Fire and Rescue Service',
    file: 'eastwater.pdf',
  }),
  sampleExtraction('0cc', [], { service: null, outcome: 'failed', file: 'torn.pdf', asAt: null, meetingDate: null }),
]);
const db = ['--db', database];

describe('export', () => {
  test('prints the main file of a text format', async () => {
    const { stdout, stderr, status } = await callCli(['export', '--format', 'csv', '--service', 'eastwater', ...db]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    const [header = [], ...rows] = readCsv(stdout);
    expect(rows.map((row) => row[header.indexOf('action')])).toEqual(["'=Buy()"]);
  });

  test.each([['export', '--format', 'csv'], ['report'], ['changes'], ['compare']])(
    '%s says where a service or plan that was asked for is not stored',
    async (...command) => {
      const { stderr, status } = await callCli([...command, '--service', 'nowhere', ...db]);
      expect(status).toBe(0);
      expect(stderr).toContain('No paper is stored of a service with "nowhere" in its name');
    },
  );

  test('writes every file into a folder, and nothing half-done', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await callCli([
      'export',
      '--format',
      'csv',
      '--out',
      `${folder}/tables/`,
      '--excel',
      ...db,
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain('datapackage.json');
    expect(readdirSync(path.join(folder, 'tables')).filter((name) => !/\.(csv|json)$/.test(name))).toEqual([]);
    expect(readFileSync(path.join(folder, 'tables/entries.csv'), 'utf8').startsWith('\uFEFFentry_id,')).toBe(true);
  });

  test.each([
    [['--format', 'docx'], /no format "docx".*xlsx, csv, json, jsonl, parquet/],
    [[], /needs --format, one of xlsx/],
    [['--format', 'xlsx'], /not text and cannot be printed; name a file with --out/],
    [['--format', 'csv', '--pillar', 'money'], /--pillar takes effectiveness, efficiency, people, not "money"/],
    [['--format', 'csv', '--status', 'done'], /--status takes not_started, /],
    [
      ['--format', 'csv', '--since', '31/13/2021'],
      /--since takes a date like 2021, 2021-04, 2021-04-30 or "30 April 2021"/,
    ],
    [['--format', 'csv', '--as-of', '2021-02-30'], /--as-of takes a date/],
  ])('says in one line how to mend %j', async (args, message) => {
    const { status, stdout, stderr } = await callCli(['export', ...args, ...db]);
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(message);
  });

  test('a place that cannot be written is told, and left as it was', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), 'kept');
    const out = path.join(folder, 'file', 'plans.xlsx');
    const { status, stderr } = await callCli(['export', '--format', 'xlsx', '--out', out, ...db]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/cannot be written .*name another place with --out/);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('report', () => {
  test('is written to a file or printed', async () => {
    const out = path.join(temporaryFolder(), 'deep', 'report.html');
    const { status, stderr, stdout } = await callCli(['report', '--out', out, ...db]);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Written: .*report\.html \(0\.\d\d MB\)\n$/);
    expect((await callCli(['report', ...db])).stdout).toBe(readFileSync(out, 'utf8'));
  });
});

describe('status', () => {
  test('tells what is stored, what is overdue and what needs a look', async () => {
    const { status, stdout } = await callCli(['status', '--at', '2023-12-31', ...db]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^3 services, \d+ papers, \d+ entries in \d+ threads, \d+ changes/);
    expect(stdout).toMatch(/Carrick Moor .* every \d+ days/);
    expect(stdout).toMatch(
      /Overdue by the service’s own rhythm:\n {2}Carrick Moor .*a paper was to be expected on \d{4}-\d\d-\d\d, \d+ days ago/,
    );
    expect(stdout).toMatch(/To look at \("boardtrail forget FILE" leaves one out for good\):\n {2}torn\.pdf: failed\./);
  });

  test('as JSON for programs; by a day before there was anything nothing is overdue', async () => {
    const { stdout } = await callCli(['status', '--at', '2019-01-01', '--json', ...db]);
    const { holdings, services } = JSON.parse(stdout);
    expect(holdings.services).toBe(3);
    expect(services.every(({ expectation }: { expectation: { late: number } }) => expectation.late === 0)).toBe(true);
  });

  test('a database that is not there is told in one line', async () => {
    const { status, stderr } = await callCli(['status', '--db', path.join(temporaryFolder(), 'none.db')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/there is no database at/);
  });
});

describe('compare', () => {
  test('as CSV, with the same guard as the other tables', async () => {
    const { stdout } = await callCli(['compare', '--csv', '--as-of', '2024-01-01', ...db]);
    const [header = [], ...rows] = readCsv(stdout);
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(new Set(column('service'))).toEqual(
      new Set(['Eastwater Fire and Rescue Service', 'Harrowdale Fire and Rescue Service']),
    );
    expect(column('group')).toEqual(['1', '1']);
    expect(column('action')).toContain("'=Buy()");
  });

  test('takes one format at a time', async () => {
    const { status, stderr } = await callCli(['compare', '--csv', '--html', ...db]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/one of --json, --csv and --html/);
  });

  test.skipIf(!hasBrowser)('as a page in which axe finds nothing (skipped where Chromium is missing)', async () => {
    const out = path.join(temporaryFolder(), 'compare.html');
    await callCli(['compare', '--html', '--as-of', '2024-01-01', '--out', out, ...db]);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`file://${out}`);
      expect(await page.locator('tbody tr').count()).toBe(2);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
      expect(violations.map(({ id }) => id)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
