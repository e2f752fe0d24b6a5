/**
 * Kills runs of `collect` at random moments and holds the database against that of one clean run.
 * Usage: node scripts/kill-collect.ts [RUNS] [SEED]     (default 200 runs; some ten minutes)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomFrom } from '../test/support/random.ts';
import { openKilling } from '../test/support/web/killing.ts';

const runs = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
const runsInARow = 10;
const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-kill-'));
const killing = await openKilling(folder, 6);
process.stdout.write(`seed ${seed}; a clean run makes ${killing.cleanRequests} requests\n`);
const random = randomFrom(seed);
let kills = 0;
let wrong = 0;
try {
  for (let done = 0; done < runs; done += runsInARow) {
    const series = await killing.series(random, Math.min(runsInARow, runs - done));
    kills += series.kills;
    const troubles = [...series.differences, ...series.askedTooOften];
    wrong += troubles.length === 0 ? 0 : 1;
    process.stdout.write(`${done + runsInARow} runs, ${kills} killed, ${wrong} series with differences\n`);
    for (const trouble of troubles.slice(0, 20)) process.stdout.write(`  ${trouble.slice(0, 300)}\n`);
  }
} finally {
  await killing.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
