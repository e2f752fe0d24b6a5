/**
 * A process of its own: these files read as papers, one after another, by one guarded reader, and nothing else done with
 * them. Those named before "--" warm the reader. Prints the seconds that the others took.
 */
import { readFileSync } from 'node:fs';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { defaultLimits } from '../../src/pipeline/limits.ts';
import { openPool } from '../../src/pipeline/pool.ts';
import { sourceOf } from './source-of.ts';

const names = process.argv.slice(2);
const pool = openPool({ ...defaultLimits, size: 1 });
const readAll = async (files: readonly string[]) => {
  for (const file of files) {
    await pool.read({ file: sourceOf(file, readFileSync(file)), options: defaultParseOptions });
  }
};
await readAll(names.slice(0, names.indexOf('--')));
const began = performance.now();
await readAll(names.slice(names.indexOf('--') + 1));
process.stdout.write(String((performance.now() - began) / 1000));
pool.close();
