import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Change } from '../../src/model/thread.ts';
import { badge } from '../../src/report/item.ts';
import { statusText } from '../../src/report/words.ts';
import { answerListedAs, describe as described } from '../../src/trail/describe.ts';
import { callCli, projectRoot, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { sampleEntry } from '../support/sample-extraction.ts';

vi.setConfig({ testTimeout: 60_000 });

const paper = (folder: string, name: string) => {
  const file = path.join(folder, name);
  copyFileSync(path.join(projectRoot, 'fixtures/series/thornbeck-2024-06.md'), file);
  return file;
};
const undated = (folder: string, name: string) => {
  const file = path.join(folder, name);
  const text = `# Improvement plan\n\n| Ref | Action | Status | Due |\n| --- | --- | --- | --- |\n| AFI 1 | Buy a register of hydrants | On track | 31 March 2025 |\n| AFI 2 | Train drivers | On track | 30 April 2025 |\n`;
  writeFileSync(file, text);
  return file;
};

test('what is said of a known paper as it is taken in again is told', async () => {
  const folder = temporaryFolder();
  const db = path.join(folder, 'a.db');
  const file = undated(folder, 'plan.md');
  await callCli(['ingest', file, '--db', db]);
  const again = await callCli(['ingest', file, '--date', '2025-01', '--db', db]);
  expect(again.stdout).toMatch(/Kept as what you said .*:\n {2}1 {2}plan\.md {2}As at is “2025-01”/);
  expect((await callCli(['ingest', file, '--date', '2025-01', '--db', db])).stdout).not.toContain('Kept');
});

test('a date that a file’s name gives is the paper’s in the answer of ingest, as everywhere', async () => {
  const folder = temporaryFolder();
  const { stdout } = await callCli([
    'ingest',
    undated(folder, 'board-2025-05-02.md'),
    '--db',
    path.join(folder, 'a.db'),
  ]);
  expect(stdout).toMatch(/board-2025-05-02\.md +2025-05-02/);
});

test('a paper that is not there has no changes to be asked for', async () => {
  const folder = temporaryFolder();
  const db = path.join(folder, 'a.db');
  await callCli(['ingest', paper(folder, 'plan.md'), '--quiet', '--db', db]);
  expect(await callCli(['changes', '--paper', 'zzz', '--db', db])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no paper is called "zzz"') as string,
  });
  expect(await callCli(['changes', '--paper', 'plan.md', '--db', db])).toMatchObject({ status: 0 });
});

test('a database without a paper says so, whatever is asked', async () => {
  const db = path.join(temporaryFolder(), 'empty.db');
  writeFileSync(db, '');
  for (const question of ['changes', 'progress', 'search fire', 'report', 'export --format csv']) {
    const { stderr } = await callCli([...question.split(' '), '--db', db]);
    expect(stderr, question).toContain('holds no paper yet; "boardtrail ingest PATH" takes papers in');
  }
});

test('lateness on a past day is asked of the latest papers, which is said', async () => {
  const folder = temporaryFolder();
  const db = path.join(folder, 'a.db');
  await callCli(['ingest', paper(folder, 'plan.md'), '--quiet', '--db', db]);
  const ask = (...args: readonly string[]) =>
    callCli(['export', '--format', 'csv', '--overdue-on', '2024-07-01', ...args, '--db', db]);
  expect((await ask()).stderr).toContain('--as-of 2024-07-01 beside it');
  expect((await ask('--as-of', '2024-07-01')).stderr).not.toContain('beside it');
});

test('a forgotten paper is left out, a feed is written, and a missing command is wrong usage, each in words', async () => {
  const folder = temporaryFolder();
  const db = path.join(folder, 'a.db');
  const file = paper(folder, 'plan.md');
  await callCli(['ingest', file, '--quiet', '--db', db]);
  const feed = path.join(folder, 'feed.xml');
  expect((await callCli(['feed', '--out', feed, '--db', db])).stderr).toBe(`Written: ${feed}\n`);
  await callCli(['forget', 'plan.md', '--db', db]);
  expect((await callCli(['ingest', file, '--db', db])).stderr).toMatch(
    /^1\/1 left out .*plan\.md \(forgotten before\)\n/,
  );
  const bare = await runCli([]);
  expect(bare.status).toBe(2);
  expect(bare.stderr).toMatch(/^boardtrail: a command is missing.*\n$/);
});

test('a number below 0 is told as one', async () => {
  const { status, stderr } = await callCli(['search', 'fire', '--limit', '-1']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^boardtrail: --limit takes no number below 0, as -1 is;/);
});

test('what a paper does not say is not quoted as its word', () => {
  const change = (kind: Change['kind'], before: string | null, after: string | null) =>
    described({ kind, field: 'status', before, after, inferred: false } as Change, sampleEntry, sampleEntry);
  expect(change('status_changed', 'Not started', null)).toMatch(/has no status any more; it was “Not started”\.$/);
  expect(change('status_changed', null, 'On track')).toMatch(/has a status now: “On track”\.$/);
  expect(change('reopened', 'Complete', null)).toMatch(/it said “Complete” and now says nothing\.$/);
});

test('a code or colour that is a status is told with what it means, and no progress as if it were the action', () => {
  expect(statusText({ status: 'in_progress', statusWords: 'AMBER' })).toBe('“AMBER” (in progress)');
  expect(statusText({ status: 'complete', statusWords: 'T' })).toBe('“T” (complete)');
  expect(statusText({ status: 'in_progress', statusWords: 'On track' })).toBe('“On track”');
  expect(badge('in_progress', 'AMBER').text).toMatch(/In progress<\/span> <span class="small">“AMBER”<\/span>$/);
  expect(badge('in_progress', 'On track').text).toMatch(/On track<\/span>$/);
  expect(answerListedAs({ ref: 'AFI 5', action: null, progress: 'Nothing to report' })).toBe(
    'AFI 5 progress only: “Nothing to report”',
  );
  expect(answerListedAs({ ref: 'AFI 5', action: 'Buy a register' })).toBe('AFI 5 “Buy a register”');
});
