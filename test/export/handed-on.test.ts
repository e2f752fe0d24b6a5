import { cpSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { notAPaper } from '../../src/model/issue.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { IngestReport } from '../../src/pipeline/ingest.ts';
import { projectRoot, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';

// Every command that writes a file, on two computers.
vi.setConfig({ testTimeout: 240_000 });

/** What differs from computer to computer, beside the folders. */
const computers = [
  ['one', { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' }],
  ['another', { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' }],
] as const;

test('no file to hand on names a folder of the computer it was made on, and two computers make the same', async () => {
  const made: ReadonlyMap<string, Buffer>[] = [];
  for (const [name, surroundings] of computers) {
    const folder = path.join(temporaryFolder(), name);
    cpSync(path.join(projectRoot, 'fixtures/series'), path.join(folder, 'papers'), { recursive: true });
    const run = async (...args: readonly string[]) => {
      const env = { ...surroundings, HOME: folder, XDG_CACHE_HOME: path.join(os.homedir(), '.cache') };
      const { status } = await runCli([...args, '--db', path.join(folder, 'a.db')], { cwd: folder, env });
      expect(status).toBe(0);
    };
    await run('ingest', path.join(folder, 'papers'), '--quiet');
    await run('fix', 'thornbeck-2024-06.md', '--title', 'A plan', '--by', 'Ann');
    for (const [format, out] of [
      ['csv', 'out/'],
      ['json', 'out/a.json'],
      ['jsonl', 'out/'],
      ['parquet', 'out/'],
      ['xlsx', 'out/a.xlsx'],
      ['gold', 'out/gold.jsonl'],
    ] as const) {
      await run('export', '--format', format, '--out', path.join(folder, out));
    }
    await run('report', '--out', path.join(folder, 'out/report.html'));
    await run('compare', '--csv', '--out', path.join(folder, 'out/compare.csv'));
    await run('feed', '--out', path.join(folder, 'out/feed.xml'));
    await run('layouts', '--export', path.join(folder, 'out/layouts.yaml'));
    const files = readdirSync(path.join(folder, 'out')).map(
      (file) => [file, readFileSync(path.join(folder, 'out', file))] as const,
    );
    for (const [file, bytes] of files) {
      const parts = file.endsWith('.xlsx') ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [bytes];
      for (const part of parts) expect(part.includes(path.dirname(folder)), file).toBe(false);
    }
    for (const [file, bytes] of files) {
      const read = await readPaper({ name: file, path: file, bytes, sha256: '0'.repeat(64) }, defaultParseOptions);
      expect(
        read.issues.map(({ code }) => code),
        file,
      ).toEqual([notAPaper]);
    }
    const json = await runCli(['ingest', path.join(folder, 'out'), '--json', '--db', path.join(folder, 'b.db')]);
    const { files: seen } = JSON.parse(json.stdout) as IngestReport;
    const isData = (address: string) => /\.jsonl?$/.test(address);
    expect(seen.filter(({ address, state }) => !isData(address) && state !== 'own')).toEqual([]);
    expect(seen.filter(({ noPaper, entries }) => noPaper === null || entries > 0)).toEqual([]);
    made.push(new Map(files.map(([file, bytes]) => [file, withoutTimes(bytes)])));
  }
  const [one, another] = made;
  expect([...(another?.keys() ?? [])]).toEqual([...(one?.keys() ?? [])]);
  expect([...(another ?? [])].flatMap(([file, bytes]) => (one?.get(file)?.equals(bytes) ? [] : [file]))).toEqual([]);
});

/** When a person said something, and the day that a report is of, are the only times in these files. */
function withoutTimes(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
  const [, day = null] = /Made on ([\w ]+) by/.exec(text) ?? [];
  return Buffer.from(day === null ? text : text.replaceAll(day, 'that day'), 'latin1');
}
