import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Gold } from '../../scripts/foundry/gold.ts';
import { projectRoot } from '../support/cli.ts';

const foundry = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/foundry/index.ts', ...args], { cwd: projectRoot, encoding: 'utf8' });

test('papers are written with their truth, read and scored', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-foundry-'));
  try {
    const { status, stdout } = foundry('--seed', '3', '--papers', '2', '--form', 'rows', '--json', '--out', folder);
    expect(status).toBe(0);
    const papers: readonly { seed: number; format: string; f1: number }[] = JSON.parse(stdout);
    expect(papers.map(({ seed, format }) => [seed, format])).toEqual([
      [3, 'html'],
      [4, 'html'],
    ]);
    expect(readdirSync(folder).toSorted()).toEqual([
      'foundry-3.html',
      'foundry-3.json',
      'foundry-4.html',
      'foundry-4.json',
    ]);
    const truth: Gold = JSON.parse(readFileSync(path.join(folder, 'foundry-3.json'), 'utf8'));
    expect(truth.entries.length).toBeGreaterThan(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('wrong usage says how to mend it', () => {
  expect(foundry('--form', 'scrolls').stderr).toContain('There is no form scrolls. Forms are rows, ');
});
