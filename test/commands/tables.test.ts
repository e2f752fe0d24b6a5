import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callCli, runCli } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-tables-'));
  writeFileSync(
    path.join(folder, 'plan.html'),
    '<html><body><table><tr><th colspan="2">Finding</th></tr><tr><td>Share what is learnt</td><td style="background: #92d050">On track</td></tr></table></body></html>',
  );
  writeFileSync(path.join(folder, 'damaged.pdf'), '%PDF-1.7\nnothing of the kind');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a paper without tables is said to have none', async () => {
  writeFileSync(path.join(folder, 'prose.html'), '<html><body><p>The plan is on time.</p></body></html>');
  const { status, stdout, stderr } = await callCli(['tables', path.join(folder, 'prose.html')]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('prose.html: no table was found\n');
});

test('tables --json gives rows, spans and fills', async () => {
  const { status, stdout } = await callCli(['tables', path.join(folder, 'plan.html'), '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    tables: [
      {
        evidence: 'markup',
        rows: [
          ['Finding', ''],
          ['Share what is learnt', 'On track'],
        ],
        spans: [{ row: 0, col: 0, rowspan: 1, colspan: 2 }],
        fills: [{ row: 1, col: 1, rgb: [146, 208, 80] }],
      },
    ],
  });
});

test('tables draws a grid for people', async () => {
  const { stdout } = await callCli(['tables', path.join(folder, 'plan.html')]);
  expect(stdout).toContain('| Share what is learnt | On track |');
});

test('a damaged file is named with its reason, exit 3', async () => {
  const { status, stdout, stderr } = await callCli(['tables', path.join(folder, 'damaged.pdf'), '--json']);
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/damaged\.pdf: .*\[pdf\/corrupt\]/);
});

test('time, memory and size have limits', async () => {
  const plan = path.join(folder, 'plan.html');
  const endless = path.join(folder, 'endless.html');
  writeFileSync(endless, `<html><body>${'<p>a'.repeat(2_000_000)}`);
  const [late, large, long] = await Promise.all([
    runCli(['tables', plan, '--timeout', '0.001']),
    runCli(['tables', endless, '--memory', '128']),
    runCli(['tables', plan, '--max-size', '0.0001']),
  ]);
  expect(late).toMatchObject({ status: 3, stdout: '' });
  expect(late.stderr).toMatch(/plan\.html: Reading took longer than 0\.001 s\. .*--timeout.* \[ingest\/timeout\]\n$/);
  expect(large).toMatchObject({ status: 3, stdout: '' });
  expect(large.stderr).toMatch(/endless\.html: .*fit into 128 MB.*--memory.* \[ingest\/out-of-memory\]\n$/);
  expect(long.status).toBe(2);
  expect(long.stderr).toMatch(/plan\.html: .*more than the 100 bytes allowed.*--max-size/);
});

test('what is no file says so, exit 2', async () => {
  const pipe = path.join(folder, 'pipe.pdf');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const [inFolder, nowhere, endless] = await Promise.all([
    runCli(['tables', folder]),
    runCli(['tables', path.join(folder, 'nothing.pdf')]),
    runCli(['tables', pipe]),
  ]);
  expect([inFolder.status, nowhere.status, endless.status]).toEqual([2, 2, 2]);
  expect(inFolder.stderr).toMatch(/is a folder; name one file/);
  expect(nowhere.stderr).toMatch(/^boardtrail: there is no file or folder .*nothing\.pdf\n$/);
  expect(endless.stderr).toMatch(/pipe\.pdf: It is a pipe, .*\. Name files/);
});

test.for([
  [[], /takes one file/],
  [['a.pdf', 'b.pdf'], /takes one file/],
  [['a.pdf', '--evidence', 'guess'], /auto, tagged, ruled, spaced/],
  [['a.pdf', '--loud'], /--loud/],
] as const)('a wrong call, %j, says how to mend it, exit 2', async ([args, message]) => {
  const { status, stderr } = await callCli(['tables', ...args]);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
});

test('tables --draw writes each page of a PDF in layers, every cell with the text that was read in it', async () => {
  const seen = path.join(folder, 'seen');
  const { status, stderr } = await callCli(['tables', 'fixtures/papers/selwick-ticks.pdf', '--json', '--draw', seen]);
  expect([status, stderr]).toEqual([0, `Written to ${seen}: 1 page\n`]);
  const page = load(readFileSync(path.join(seen, 'page-1.svg'), 'utf8'), { xml: true });
  const layers = page('svg > g')
    .toArray()
    .map((group) => group.attribs.id);
  expect(layers).toEqual(['fills', 'images', 'ruling', 'runs', 'rows', 'cells', 'tables']);
  expect(page('#runs text').length).toBeGreaterThan(20);
  expect(page('#ruling rect').length).toBeGreaterThan(4);
  expect(page('#cells title').first().text()).toMatch(/^row 1, column 1: No/);
  expect(page('#tables title').first().text()).toMatch(/^(?:ruled|tagged), confidence [\d.]+, \d+ × \d+$/);
});

test('what has no pages cannot be drawn, exit 3', async () => {
  const { status, stderr } = await callCli([
    'tables',
    path.join(folder, 'plan.html'),
    '--draw',
    path.join(folder, 'no'),
  ]);
  expect(status).toBe(3);
  expect(stderr).toMatch(/plan\.html: Only the pages of a PDF can be drawn.*\[file\/no-pages\]/);
});
