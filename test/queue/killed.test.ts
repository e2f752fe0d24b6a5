import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { runChaos } from '../support/queue/chaos.ts';
import { noPostgres, startPostgres } from '../support/queue/postgres.ts';
import { randomFrom } from '../support/random.ts';

if (noPostgres !== null) console.log(`Skipped: ${noPostgres}.`);

/* The same over 500 papers, 1, 2 and 4 workers and 63 kills: node scripts/kill-queue.ts */
test.skipIf(noPostgres !== null)(
  'workers, a coordinator and PostgreSQL killed: the database is that of a local run',
  async () => {
    const folder = temporaryFolder();
    const papers = ['fixtures/series', 'fixtures/papers/tamsey-web.html', 'fixtures/papers/sandholme-text.txt'].map(
      (name) => path.join(projectRoot, name),
    );
    const local = path.join(folder, 'local.db');
    await runCli(['ingest', ...papers, '--db', local, '--quiet']);
    const postgres = startPostgres();
    try {
      const woes = { workerKills: 2, coordinatorKills: 1, crashes: 1 };
      const random = randomFrom(3);
      const chaos = await runChaos(local, {
        ...{ postgres, folder, papers, woes, random },
        workers: 1,
        coordinators: 2,
        pace: 700,
      });
      expect(chaos).toMatchObject({ done: woes, differences: [], sameExport: true });
    } finally {
      postgres.stop();
    }
  },
  300_000,
);
