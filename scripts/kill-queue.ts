/**
 * Reads papers over a queue on a PostgreSQL of its own, by 1, 2 and 4 workers, while workers, coordinators and
 * PostgreSQL are killed at random moments, and holds each database against that of a local run.
 * Usage: node scripts/kill-queue.ts [--papers 500] [--workers 1,2,4] [--seed N] [--pace MS]
 *          [--worker-kills 50] [--coordinator-kills 10] [--crashes 3]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, runCli } from '../test/support/cli.ts';
import { runChaos } from '../test/support/queue/chaos.ts';
import { noPostgres, startPostgres } from '../test/support/queue/postgres.ts';
import { randomFrom } from '../test/support/random.ts';
import { drawPaper } from './foundry/draw.ts';
import { bytesOf, endingOf, type Format } from './foundry/print/index.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '500' },
    workers: { type: 'string', default: '1,2,4' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    pace: { type: 'string', default: '1000' },
    'worker-kills': { type: 'string', default: '50' },
    'coordinator-kills': { type: 'string', default: '10' },
    crashes: { type: 'string', default: '3' },
  },
});
if (noPostgres !== null) throw new Error(noPostgres);

const folder = mkdtempSync(path.join(tmpdir(), 'bt-queue-'));
const postgres = startPostgres();
try {
  const papers = await makePapers(path.join(folder, 'papers'), Number(values.papers));
  const local = path.join(folder, 'local.db');
  await runCli(['ingest', ...papers, '--db', local, '--quiet']);
  const random = randomFrom(Number(values.seed));
  process.stdout.write(`seed ${values.seed}, ${values.papers} papers\n`);
  for (const workers of values.workers.split(',').map(Number)) {
    const began = performance.now();
    const chaos = await runChaos(local, {
      postgres,
      folder,
      papers,
      workers,
      coordinators: 2,
      woes: {
        workerKills: Number(values['worker-kills']),
        coordinatorKills: Number(values['coordinator-kills']),
        crashes: Number(values.crashes),
      },
      pace: Number(values.pace),
      random,
    });
    const { done, runs, unlucky, differences, sameExport } = chaos;
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(
      `${workers} workers, 2 coordinators: ${runs} runs in ${seconds} s; killed ${done.workerKills} workers, ${done.coordinatorKills} coordinators, PostgreSQL ${done.crashes} times; ${unlucky} papers met three kills; ${differences.length} differences, export ${sameExport ? 'the same' : 'DIFFERS'}\n`,
    );
    for (const line of differences.slice(0, 20)) process.stdout.write(`  ${line.slice(0, 300)}\n`);
    if (differences.length > 0 || !sameExport) process.exitCode = 1;
  }
} finally {
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The project's own papers and as many drawn ones as are wanted beside them. */
async function makePapers(into: string, count: number): Promise<readonly string[]> {
  const own = ['fixtures/papers', 'fixtures/series'].map((name) => path.join(projectRoot, name));
  mkdirSync(into, { recursive: true });
  const inTurn: readonly Format[] = ['html', 'docx', 'text'];
  for (let seed = 1; seed <= count - 80; seed++) {
    const format = inTurn[seed % inTurn.length] ?? 'html';
    const bytes = await bytesOf({ drawn: drawPaper(seed), format });
    writeFileSync(path.join(into, `drawn-${seed}.${endingOf(format)}`), bytes);
  }
  return [...own, into];
}
