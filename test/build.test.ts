import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './support/cli.ts';
import { temporaryFolder } from './support/database.ts';
import { paperHtml } from './support/papers.ts';

test('what is built runs by itself: help, a paper taken in, the library with its types', { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const dist = path.join(folder, 'dist');
  const build = spawnSync(process.execPath, ['scripts/build.ts', dist], { cwd: projectRoot, encoding: 'utf8' });
  expect(build.stdout + build.stderr).toBe('');
  expect(build.status).toBe(0);
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');

  const bin = path.join(dist, 'src/launch.cjs');
  accessSync(bin, constants.X_OK);
  const run = (...args: readonly string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(run(bin, '--help')).toMatch(/^Examples:/);
  mkdirSync(path.join(folder, 'papers'));
  writeFileSync(path.join(folder, 'papers/paper.html'), paperHtml(1));
  expect(run(bin, 'tables', 'papers/paper.html')).toContain('markup\n+--');
  expect(run(bin, 'ingest', 'papers', '--quiet', '--json')).toContain('"entries": 4');
  expect(run(bin, 'export', '--format', 'csv', '--db', 'output/boardtrail.db')).toMatch(/^entry_id,/m);

  const library = path.join(dist, 'src/index.js');
  const program = `import * as library from ${JSON.stringify(library)}; console.log(Object.keys(library).join(' '));`;
  expect(run('--input-type=module', '-e', program)).toMatch(/(?=.*\bingest\b)(?=.*\bopenStore\b)(?=.*\breadPaper\b)/);
  expect(existsSync(path.join(dist, 'src/index.d.ts'))).toBe(true);
});
