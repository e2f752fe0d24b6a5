import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { callCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a date that was put back and taken forward again has not slipped; one that stays late has', async () => {
  const folder = temporaryFolder();
  const db = path.join(folder, 'a.db');
  const dues = { '2024-01': ['March 2024', 'March 2024'], '2024-04': ['June 2024', 'June 2024'] };
  const papers = { ...dues, '2024-07': ['March 2024', 'September 2024'] };
  const files = Object.entries(papers).map(([date, [registers, drivers]]) => {
    const file = path.join(folder, `plan-${date}-05.md`);
    const rows = `| AFI 1 | Buy a register of hydrants for all stations | On track | ${registers} |\n| AFI 2 | Train the drivers of every watch | On track | ${drivers} |`;
    const head = '# HMICFRS improvement plan\n\nLarkwater Fire and Rescue Service\n\n| Ref | Action | Status | Due |';
    writeFileSync(file, `${head}\n| --- | --- | --- | --- |\n${rows}\n`);
    return file;
  });
  await callCli(['ingest', ...files, '--quiet', '--db', db]);
  const { stdout } = await callCli(['progress', '--db', db]);
  expect(stdout).toMatch(
    /Slipped\n {2}AFI 2 “Train the drivers of every watch” from March 2024 to September 2024: 183 days, 2 times\n\n/,
  );
});
