import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';

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

test('tables --json gives rows, spans and fills', async () => {
  const { status, stdout } = await runCli(['tables', path.join(folder, 'plan.html'), '--json']);
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
  const { stdout } = await runCli(['tables', path.join(folder, 'plan.html')]);
  expect(stdout).toContain('| Share what is learnt | On track |');
});

test('a damaged file is named with its reason, exit 3', async () => {
  const { status, stdout, stderr } = await runCli(['tables', path.join(folder, 'damaged.pdf'), '--json']);
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/damaged\.pdf: .*\[pdf\/corrupt\]/);
});

test.for([
  [[], /takes one file/],
  [['a.pdf', 'b.pdf'], /takes one file/],
  [['a.pdf', '--evidence', 'guess'], /auto, tagged, ruled, spaced/],
  [['a.pdf', '--loud'], /--loud/],
] as const)('a wrong call, %j, says how to mend it, exit 2', async ([args, message]) => {
  const { status, stderr } = await runCli(['tables', ...args]);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
});
