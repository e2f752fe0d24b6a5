import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { paperHtml } from '../support/papers.ts';

test('a paper read only in part is named in every run until a person says that it will do', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'cut.html');
  const whole = paperHtml(1);
  writeFileSync(file, whole.slice(0, whole.lastIndexOf('<td>')));
  const db = ['--db', path.join(folder, 'plans.db')];
  const ingest = () => callCli(['ingest', file, ...db]);
  for (const run of [await ingest(), await ingest()]) {
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('cut.html: read only in part');
  }
  const said = await callCli(['fix', 'cut.html', '--ok', '--why', 'the rest is in the next paper', ...db, '--json']);
  expect(said.status).toBe(0);
  const accepted = await ingest();
  expect([accepted.status, accepted.stderr]).toEqual([0, '']);
  expect(accepted.stdout).toContain('1 read only in part (1 accepted so)');
  const named = async () =>
    [await callCli(['status', ...db]), await callCli(['progress', ...db])].map(({ stdout, stderr }) =>
      /read only in part/i.test(stdout + stderr),
    );
  expect(await named()).toEqual([false, false]);
  const [{ id }] = JSON.parse(said.stdout);
  expect((await callCli(['fix', '--undo', String(id), ...db])).status).toBe(0);
  expect(await named()).toEqual([true, true]);
  expect((await ingest()).status).toBe(3);
});

test('a paper that was cut is no trouble any more once it is there whole', async () => {
  const folder = temporaryFolder();
  const whole = paperHtml(1);
  writeFileSync(path.join(folder, 'cut.html'), whole.slice(0, whole.lastIndexOf('<td>')));
  const db = ['--db', path.join(folder, 'plans.db')];
  const ingest = () => callCli(['ingest', folder, ...db]);
  expect((await ingest()).status).toBe(3);
  writeFileSync(path.join(folder, 'again.html'), whole);
  for (const run of [await ingest(), await ingest()]) {
    expect(run.status).toBe(0);
    expect(run.stderr).not.toContain('read only in part');
    expect(run.stdout).toContain('1 read only in part (1 there whole too)');
  }
  expect((await callCli(['status', ...db])).stdout).not.toContain('To look at');
});
