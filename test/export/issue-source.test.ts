import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { callCli } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { paperHtml } from '../support/papers.ts';
import { readCsv } from '../support/read-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';

const folder = makeTemporaryFolder();
const db = path.join(folder, 'plans.db');

beforeAll(async () => {
  for (const [name, number] of [
    ['amber', 1],
    ['birch', 2],
  ] as const) {
    const papers = path.join(folder, name);
    mkdirSync(papers);
    const whole = paperHtml(number);
    writeFileSync(path.join(papers, `${name}.html`), whole.slice(0, whole.lastIndexOf('<td>')));
    await callCli(['ingest', papers, '--service', `${name} Fire and Rescue Service`, '--db', db]);
  }
});

const base = 'https://papers.example/p/';
const cases = [[], ['--service', 'birch']].flatMap((service) => [service, [...service, '--base-url', base]]);

test.each(cases.map((options) => ({ options })))(
  'every issue names its own paper as its source: $options',
  async ({ options }) => {
    const out = path.join(folder, options.join('').replace(/\W/g, '') || 'all');
    const saved = ['--db', db, ...options];
    const told = await callCli(['export', '--format', 'csv', '--out', out, ...saved]);
    expect(told.stderr).toMatch(/^Written/m);
    const [header = [], ...rows] = readCsv(readFileSync(path.join(out, 'issues.csv'), 'utf8'));
    const [file, source] = [header.indexOf('file'), header.indexOf('source')];
    const files = options.includes('birch') ? ['birch.html'] : ['amber.html', 'birch.html'];
    expect(new Set(rows.map((row) => row[file]))).toEqual(new Set(files));
    for (const row of rows) expect(path.basename(row[source] ?? '')).toBe(row[file]);

    const workbook = path.join(out, 'plans.xlsx');
    await callCli(['export', '--format', 'xlsx', '--out', workbook, ...saved]);
    const sheet = readXlsx(readFileSync(workbook)).find(({ name }) => name === 'Issues') ?? expect.fail();
    const shown = [...sheet.cells.values()].map(({ value }) => path.basename(String(value)));
    for (const name of files) {
      const issues = rows.filter((row) => row[file] === name).length;
      expect(shown.filter((value) => value === name)).toHaveLength(2 * issues);
    }
  },
);
