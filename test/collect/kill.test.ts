import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore, takeRunLock } from '../../src/store/index.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { randomFrom } from '../support/random.ts';
import { newDatabase, sourcesText } from '../support/web/collecting.ts';
import { openKilling } from '../support/web/killing.ts';

/* The same over 200 runs: node scripts/kill-collect.ts */
test('killed at random moments: nothing is lost, and nothing fetched twice', async () => {
  const killing = await openKilling(temporaryFolder(), 2);
  try {
    const { differences, askedTooOften } = await killing.series(randomFrom(11), 3);
    expect(differences).toEqual([]);
    expect(askedTooOften).toEqual([]);
  } finally {
    await killing.close();
  }
}, 240_000);

test('a second run at the same time says so and ends with 0; after a kill the lock is free', async () => {
  const database = newDatabase();
  openStore(database).close();
  const sources = path.join(temporaryFolder(), 'sources.yaml');
  writeFileSync(sources, sourcesText([{ name: 'site', kind: 'page', address: 'http://127.0.0.1:9/' }]));
  const lock = takeRunLock(database, 'collect');
  const second = await runCli(['collect', '--sources', sources, '--db', database]);
  expect(second).toMatchObject({
    status: 0,
    stdout: '',
    stderr: 'Another run of collect is going; this one leaves it to that.\n',
  });
  lock?.release();
  expect(await runCli(['collect', '--sources', sources, '--db', database])).toMatchObject({ status: 3 });
});
