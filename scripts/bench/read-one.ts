/** A process of its own: one file read as a paper; prints the processor seconds. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPaper } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';

const [, , file = '', find] = process.argv;
const bytes = readFileSync(file);
const sha256 = createHash('sha256').update(bytes).digest('hex');
await readPaper(
  { name: path.basename(file), path: file, bytes, sha256 },
  { ...defaultParseOptions, find: find === 'true' },
);
const { user, system } = process.cpuUsage();
process.stdout.write(((user + system) / 1e6).toFixed(3));
