/** A process of its own: these files read as papers by so many readers side by side, as `boardtrail ingest` has them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { defaultLimits } from '../../src/pipeline/limits.ts';
import { eachInPool, openPool } from '../../src/pipeline/pool.ts';

const [size, ...files] = process.argv.slice(2);
const pool = openPool({ ...defaultLimits, size: Number(size) });
await eachInPool(pool, files, async (file) => {
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = await pool.read({
    file: { name: path.basename(file), path: file, bytes, sha256 },
    options: defaultParseOptions,
  });
  if (!answer.ok && answer.stack !== undefined) throw new Error(`${file}: ${answer.message} ${answer.stack}`);
});
pool.close();
process.stdout.write('{}');
