import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseTrouble } from '../../src/commands/database-trouble.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { takeIn } from '../support/take-in.ts';

test('a disk that is full is told in a sentence', () => {
  const db = new Database(':memory:');
  db.pragma('max_page_count = 2');
  db.exec('CREATE TABLE papers (text TEXT)');
  const fill = () => db.prepare('INSERT INTO papers VALUES (?)').run('x'.repeat(100_000));
  expect(fill).toThrow();
  try {
    fill();
  } catch (error) {
    expect(databaseTrouble(error)).toMatch(/disk .* is full\. Make room/);
  }
  db.close();
});

test('our own failures are not passed off as the database’s', () => {
  expect([databaseTrouble(new TypeError('x is undefined')), databaseTrouble('text'), databaseTrouble(null)]).toEqual([
    null,
    null,
    null,
  ]);
});

test('a database that is a folder is named without a stack', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'plans.db'));
  writeFileSync(path.join(folder, 'a.txt'), 'A paper');
  const { status, stderr } = await runCli([
    'ingest',
    path.join(folder, 'a.txt'),
    '--db',
    path.join(folder, 'plans.db'),
  ]);
  expect(status).not.toBe(0);
  expect(stderr).not.toMatch(/\n {4}at /);
});

test('no file that is taken away is written over a database', async () => {
  const db = path.join(temporaryFolder(), 'plans.db');
  await takeIn(db, 'fixtures/series');
  for (const command of [['report'], ['export', '--format', 'json'], ['feed'], ['compare', '--html']]) {
    const { status, stderr } = await runCli([...command, '--db', db, '--out', db]);
    expect([command[0], status, stderr.trim().split('\n').length]).toEqual([command[0], 2, 1]);
    expect(stderr).toContain('is a database');
  }
  const kept = new Database(db, { readonly: true });
  expect(kept.prepare('SELECT count(*) FROM papers').pluck().get()).toBe(3);
  kept.close();
});

test('what was just read reads the same again', async () => {
  const db = path.join(temporaryFolder(), 'plans.db');
  await takeIn(db, 'fixtures/series');
  const { stdout } = await runCli(['reextract', '--dry-run', '--db', db]);
  expect(stdout).toContain('3 papers read again, 0 would change');
});

test.each([['status'], ['changes'], ['reextract']])(
  '%s names a file that is no database, and one that is not there',
  async (command) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'plans.html');
    writeFileSync(
      file,
      '<p>No database, and long enough to look like one to those who only look at its length.</p>'.repeat(9),
    );
    const wrong = await runCli([command, '--db', file]);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('plans.html is not an SQLite database')]);
    const missing = await runCli([command, '--db', path.join(folder, 'typo.db')]);
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('there is no database at')]);
    expect(existsSync(path.join(folder, 'typo.db'))).toBe(false);
  },
);
