import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { projectRoot, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';

test('no file to hand on names a folder of the computer it was made on, and two computers make the same', async () => {
  const made: ReadonlyMap<string, Buffer>[] = [];
  for (const name of ['one', 'another']) {
    const folder = path.join(temporaryFolder(), name);
    cpSync(path.join(projectRoot, 'fixtures/series'), path.join(folder, 'papers'), { recursive: true });
    const run = async (...args: readonly string[]) => {
      expect((await runCli([...args, '--db', path.join(folder, 'a.db')])).status).toBe(0);
    };
    await run('ingest', path.join(folder, 'papers'), '--quiet');
    await run('fix', 'thornbeck-2024-06.md', '--title', 'A plan', '--by', 'Ann');
    for (const [format, out] of [
      ['csv', 'out/'],
      ['json', 'out/a.json'],
      ['xlsx', 'out/a.xlsx'],
      ['gold', 'out/gold.jsonl'],
    ] as const) {
      await run('export', '--format', format, '--out', path.join(folder, out));
    }
    await run('report', '--out', path.join(folder, 'out/report.html'));
    const files = readdirSync(path.join(folder, 'out')).map(
      (file) => [file, readFileSync(path.join(folder, 'out', file))] as const,
    );
    for (const [file, bytes] of files) {
      const parts = file.endsWith('.xlsx') ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [bytes];
      for (const part of parts) expect(part.includes(path.dirname(folder)), file).toBe(false);
    }
    made.push(new Map(files.map(([file, bytes]) => [file, withoutTimes(bytes)])));
  }
  expect(made[0]).toEqual(made[1]);
});

/** When a person said something is the only time in these files. */
const withoutTimes = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'), 'latin1');
