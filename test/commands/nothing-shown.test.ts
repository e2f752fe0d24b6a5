import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callCli, projectRoot } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';

test('an empty answer says why it is empty', async () => {
  const db = ['--db', path.join(temporaryFolder(), 'plans.db')];
  await callCli(['ingest', path.join(projectRoot, 'fixtures/series'), ...db]);
  const later = await callCli(['changes', '--since', '2030', ...db]);
  expect(later.stderr).toContain('No changes that are as asked: others are stored');
  const nowhere = await callCli(['changes', '--service', 'nowhere', ...db]);
  expect(nowhere.stderr).toContain('No paper is stored of a service with "nowhere"');
  expect(nowhere.stderr).toContain('others are stored');
  expect(nowhere.stderr).not.toContain('one paper of each plan');
  const gold = await callCli(['export', '--format', 'gold', ...db]);
  expect([gold.status, gold.stdout]).toEqual([0, '']);
  expect(gold.stderr).toContain('no value of these papers was corrected or accepted yet');
});

test('of one paper there is no change to show', async () => {
  const db = ['--db', path.join(temporaryFolder(), 'plans.db')];
  await callCli(['ingest', path.join(projectRoot, 'fixtures/series/thornbeck-2024-06.md'), ...db]);
  expect((await callCli(['changes', ...db])).stderr).toContain('no plan has a later paper that shows one');
});

test('the command that dates a paper leaves the date to the reader', async () => {
  const folder = temporaryFolder();
  const db = ['--db', path.join(folder, 'plans.db')];
  const table =
    '| Ref | Action | Status | Due |\n| --- | --- | --- | --- |\n| A1 | Buy a register | On track | 31 March 2025 |\n';
  writeFileSync(path.join(folder, 'plan.md'), `# Improvement plan\n\n${table}`);
  await callCli(['ingest', path.join(folder, 'plan.md'), ...db]);
  for (const name of ['progress', 'changes']) {
    const { stdout, stderr } = await callCli([name, ...db]);
    expect(stdout + stderr).toMatch(/"boardtrail fix [0-9a-f]{12} --date DATE" gives it one/);
  }
});
