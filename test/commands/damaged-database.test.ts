import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot, runCli } from '../support/cli.ts';
import { makeTemporaryFolder, temporaryFolder } from '../support/database.ts';
import { takeIn } from '../support/take-in.ts';

const stock = path.join(makeTemporaryFolder(), 'plans.db');
beforeAll(async () => {
  await takeIn(stock, 'fixtures/series');
});

function copyOfStock(): string {
  const copy = path.join(temporaryFolder(), 'plans.db');
  copyFileSync(stock, copy);
  return copy;
}

describe('one damaged page', () => {
  /** Writes over the page at which a table or index begins. */
  function damage(file: string, name: string): void {
    const db = new Sqlite(file);
    const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number;
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
    writeFileSync(file, bytes);
  }

  const commands = [
    'status',
    'ingest fixtures/series',
    'collect --status',
    'changes',
    'export --format json',
    'fix --list',
  ];
  test.each(commands.map((command) => [command.split(' ')]))(
    'is told by %j, although what the command reads is whole',
    async (command) => {
      const db = copyOfStock();
      damage(db, 'hosts');
      const { status, stderr } = await runCli([...command, '--db', db]);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^boardtrail: the database is damaged\. .*\n$/)]);
    },
  );

  test('ends reading papers again with a sentence', async () => {
    const db = copyOfStock();
    damage(db, 'actions');
    const { status, stderr } = await runCli(['reextract', '--db', db]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^boardtrail: the database is damaged\. .*\n$/)]);
  });
});

test('a paper whose stored bytes are damaged is named, the others are read again, and taking it in again mends it', async () => {
  const file = copyOfStock();
  const db = new Sqlite(file);
  db.prepare(
    "UPDATE paper_bytes SET deflated = x'789c0000' WHERE paper_id = (SELECT id FROM papers WHERE file LIKE '%-06%')",
  ).run();
  db.close();
  const first = await runCli(['reextract', '--db', file]);
  expect([first.status, first.stdout]).toEqual([3, '3 papers read again, 0 changed.\n']);
  expect(first.stderr).toMatch(
    /^thornbeck-2024-06\.md: keeps its reading\n {2}reextract\/damaged-bytes: .*--retry.*\n$/,
  );
  expect((await runCli(['ingest', 'fixtures/series', '--retry', '--db', file])).status).toBe(0);
  expect((await runCli(['reextract', '--db', file])).status).toBe(0);
});

test.skipIf(process.getuid?.() !== 0)('a database that may only be read is read, and writing is refused', async () => {
  const folder = path.join(makeTemporaryFolder(), 'shared');
  mkdirSync(folder);
  const db = path.join(folder, 'plans.db');
  copyFileSync(stock, db);
  for (const [place, mode] of [
    [path.dirname(folder), 0o755],
    [db, 0o444],
    [folder, 0o555],
  ] as const) {
    chmodSync(place, mode);
  }
  const nobody = { uid: 65534, env: { HOME: '/nonexistent' } };
  const read = await runCli(['changes', '--json', '--db', db], nobody);
  expect([read.status, read.stderr]).toEqual([0, '']);
  expect(read.stdout).toBe((await runCli(['changes', '--json', '--db', stock])).stdout);
  const written = await runCli(['ingest', 'fixtures/series', '--db', db], nobody);
  expect([written.status, written.stderr]).toEqual([2, expect.stringMatching(/cannot be opened .*readonly.*--db\n$/)]);
});

test.each(['changes', 'status', 'export --format json'])('%s says so where its output does not fit', (command) => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(projectRoot, 'src/cli.ts'), ...command.split(' '), '--db', stock],
    { stdio: ['ignore', full, 'pipe'], encoding: 'utf8', cwd: projectRoot },
  );
  closeSync(full);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^boardtrail: what is printed cannot be written .*\n$/)]);
});
