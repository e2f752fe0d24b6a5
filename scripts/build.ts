/**
 * Compiles src and parsers into `dist`, or a new folder that is named, for plain Node to run, with types beside it.
 * Usage: node scripts/build.ts [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const [, , named] = process.argv;
const folder = path.resolve(named ?? path.join(root, 'dist'));
if (named === undefined) rmSync(folder, { recursive: true, force: true });
else if (existsSync(folder)) throw new Error(`${folder} is there already; name a new folder`);

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
const options = ['-p', path.join(root, 'tsconfig.build.json'), '--outDir', folder];
const { status } = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
if (status === 0) {
  copyFileSync(path.join(root, 'src/launch.cjs'), path.join(folder, 'src/launch.cjs'));
  for (const name of ['cli.js', 'launch.cjs']) chmodSync(path.join(folder, 'src', name), 0o755);
}
process.exitCode = status ?? 1;
