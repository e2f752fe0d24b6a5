/**
 * node scripts/bench/queue.ts [--papers 2000] [--empty 10000]: what a queue costs, on a PostgreSQL of its own.
 *   - processor time a paper beside the local pool, with readers that do nothing: of who asks, a worker and PostgreSQL
 *   - empty jobs a second, with the settings in use
 *   - two workers against one, by the clock, with readers that only wait (with real ones: queue-workers.ts)
 */
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Logger, run } from 'graphile-worker';
import type { SourceFile } from '../../src/model/document.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { defaultLimits } from '../../src/pipeline/limits.ts';
import { eachInPool, openPool, type Pool } from '../../src/pipeline/pool.ts';
import { openQueue, openQueuePool, work } from '../../src/queue/index.ts';
import { jobs } from '../../src/queue/schema.ts';
import { runnerSettings } from '../../src/queue/work.ts';
import { startPostgres } from '../../test/support/queue/postgres.ts';

const { values } = parseArgs({
  options: { papers: { type: 'string', default: '2000' }, empty: { type: 'string', default: '10000' } },
});
const postgres = startPostgres();
const quiet = () => undefined;
const queueOf = (size: number) =>
  openQueue({ address: postgres.address, blobs: null, size, patience: 10_000, onTrouble: quiet });

/** Seconds of processor time that this process and PostgreSQL have used; readers are children of their own. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + postgres.processorTime();
}

/** Papers of 20 kB whose readers do as the word says (see `reader-of-words`). */
const madeOf = (word: string, count: number): readonly SourceFile[] =>
  Array.from({ length: count }, (_, index) => {
    const bytes = Buffer.alloc(20_000, `${word} ${index} of these words. `);
    return { name: 'a.txt', path: 'a.txt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
const script = new URL('../../test/support/reader-of-words.ts', import.meta.url);

async function readAll(pool: Pool, files: readonly SourceFile[]): Promise<{ cpu: number; clock: number }> {
  const [cpu, clock] = [used(), performance.now()];
  await eachInPool(pool, files, async (file) => {
    const answer = await pool.read({ file, options: defaultParseOptions });
    if (!answer.ok && answer.stack !== undefined) throw new Error(answer.stack);
  });
  return { cpu: used() - cpu, clock: (performance.now() - clock) / 1000 };
}

/** Does something while so many workers of one reader each are at the queue. */
async function withWorkers<T>(count: number, act: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const workers = Array.from({ length: count }, async () => {
    const queue = await queueOf(4);
    const limits = { ...defaultLimits, size: 1, grace: 1000, script };
    await work(queue, { ...limits, stop: stop.signal, onTrouble: quiet });
    await queue.database.close();
  });
  try {
    return await act();
  } finally {
    stop.abort();
    await Promise.all(workers);
  }
}

async function overhead(): Promise<void> {
  const made = madeOf('plain', Number(values.papers));
  const local = openPool({ ...defaultLimits, size: 1, script });
  const alone = await readAll(local, made);
  local.close();
  const over = await withWorkers(1, async () => {
    const pool = openQueuePool(await queueOf(4), { window: 400, onTrouble: quiet });
    const found = await readAll(pool, made);
    pool.close();
    return found;
  });
  const more = ((over.cpu - alone.cpu) * 1000) / made.length;
  console.log(
    `${made.length} papers that nobody reads: ${more.toFixed(2)} ms of processor time a paper more over the queue`,
  );
}

async function emptyJobs(): Promise<void> {
  const count = Number(values.empty);
  const queue = await queueOf(6);
  await queue.database.query(
    `SELECT ${jobs}.add_job('nothing', json_build_object('n', n)) FROM generate_series(1, ${count}) AS n`,
  );
  const began = performance.now();
  const events = new EventEmitter();
  const runner = await run({
    ...runnerSettings,
    pgPool: queue.database.connections,
    concurrency: 2,
    taskList: { nothing: quiet },
    events,
    logger: new Logger(() => quiet),
  });
  let done = 0;
  await new Promise<void>((resolve) => events.on('job:complete', () => ++done === count && resolve()));
  const seconds = (performance.now() - began) / 1000;
  await runner.stop();
  await queue.database.close();
  console.log(`${count} empty jobs: ${Math.round(count / seconds)} a second`);
}

/** By the clock, in turns, with readers that only wait: what the queue itself allows. Real ones: queue-workers.ts. */
async function moreWorkers(papers: readonly SourceFile[]): Promise<void> {
  const clocks: number[] = [];
  for (const count of [1, 2, 1, 2]) {
    postgres.sql('TRUNCATE boardtrail_queue_1.readings');
    const { clock } = await withWorkers(count, async () => {
      const pool = openQueuePool(await queueOf(4), { window: 400, onTrouble: quiet });
      const found = await readAll(pool, papers);
      pool.close();
      return found;
    });
    clocks.push(clock);
  }
  const [a = 0, b = 1, c = 0, d = 1] = clocks;
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${papers.length} papers whose readers wait 0.2 s and need no processor: two workers are ${((a + c) / (b + d)).toFixed(2)} times as fast as one (load ${load})`,
  );
}

try {
  await overhead();
  await emptyJobs();
  await moreWorkers(madeOf('nap', 200));
} finally {
  postgres.stop();
}
