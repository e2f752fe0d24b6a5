import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { callCli, projectRoot, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';

vi.setConfig({ testTimeout: 120_000 });

const papers = path.join(projectRoot, 'fixtures/series');
const stopped = /papers? (is|are) read but not followed yet/;

/** Takes papers in and ends the run by a signal as soon as the first is read. */
async function stopAtFirstPaper(db: string, signal: 'SIGKILL' | 'SIGINT' | 'SIGTERM') {
  return runCli(['ingest', papers, '--jobs', '1', '--db', db], {
    watch: (child) => {
      child.stderr?.once('data', () => child.kill(signal));
    },
  });
}

test('after a killed run every question says on one line of stderr that papers are not followed', async () => {
  const db = path.join(temporaryFolder(), 'killed.db');
  await stopAtFirstPaper(db, 'SIGKILL');
  for (const question of [
    'changes',
    'progress',
    'search fire',
    'compare',
    'status',
    'report',
    'export --format csv',
    'threads',
  ]) {
    const { stderr } = await callCli([...question.split(' '), '--db', db]);
    const told = stderr.split('\n').filter((line) => stopped.test(line));
    expect(told, question).toEqual([
      expect.stringMatching(/a run is going, or was stopped.*run "boardtrail ingest" again/),
    ]);
  }
});

test('a run says when it is stopped what is left to do, and the next one mends it', async () => {
  const db = path.join(temporaryFolder(), 'stopped.db');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const run = await stopAtFirstPaper(db, signal);
    expect(run.signal).toBe(signal);
    expect(run.stderr).toMatch(/\nStopped: .*\. Run the same command again; it reads nothing twice\.\n$/);
  }
  await callCli(['ingest', papers, '--quiet', '--db', db]);
  const { stderr, stdout } = await callCli(['changes', '--db', db]);
  expect(stderr).not.toMatch(stopped);
  expect(stdout).not.toBe('');
});

test('what was followed and is read anew, or taken out beside, is not followed either', async () => {
  const db = path.join(temporaryFolder(), 'partly.db');
  await callCli(['ingest', papers, '--quiet', '--db', db]);
  const raw = new Sqlite(db);
  raw.exec("UPDATE papers SET service = 'Another' WHERE id = (SELECT min(id) FROM papers)");
  raw.close();
  expect((await callCli(['changes', '--db', db])).stderr).toMatch(/^1 paper is read but not followed yet/);
});

test('status says of a paper that is not followed yet that it is not, and counts no entries of it', async () => {
  const db = path.join(temporaryFolder(), 'status.db');
  await callCli(['ingest', path.join(papers, 'thornbeck-2024-06.md'), '--quiet', '--db', db]);
  expect((await callCli(['status', '--db', db])).stdout).toMatch(/^Thornbeck.* 1 +2024-05 +6/m);
  const raw = new Sqlite(db);
  raw.exec('DELETE FROM editions');
  raw.close();
  expect((await callCli(['status', '--db', db])).stdout).toMatch(
    /^Thornbeck.* 1 +\(not followed yet\) +\(too few papers\)/m,
  );
});
