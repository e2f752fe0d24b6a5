/**
 * node scripts/bench/queue-workers.ts [--drawn 300] [--seed 9001] [--turns 3] [--no-loops] [PATH…]: how much faster two workers are
 * than one, each as if on a machine of its own, on a PostgreSQL of its own.
 *   - papers: files and folders that are named (default: the fixtures), and so many drawn ones printed as PDF
 *   - each worker is a `boardtrail work --jobs 1` bound to one processor; PostgreSQL takes what it needs of either
 *   - workers run for days: each reads a sixth of the papers, in copies, before the clock starts
 *   - all papers are asked for while the workers stand still, and who asked is gone before they go on
 *   - in turns: one worker, two workers, one loop that only reads, two such loops; the loops show what the machine gives
 * Clock: from the beginning of the first paper to the last answer. Processor time: of the workers with their readers, of
 * PostgreSQL, and of all other programs, as a share of two processors (Linux; needs taskset).
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import type { SourceFile } from '../../src/model/document.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { walk } from '../../src/pipeline/walk.ts';
import { openQueue, openQueuePool, type Queue } from '../../src/queue/index.ts';
import { processorTime, startPostgres } from '../../test/support/queue/postgres.ts';
import { drawnPdfs } from './drawn-prints.ts';
import { sourceOf } from './source-of.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    loops: { type: 'boolean', default: true },
    drawn: { type: 'string', default: '300' },
    seed: { type: 'string', default: '9001' },
    turns: { type: 'string', default: '3' },
  },
});
const root = path.join(import.meta.dirname, '../..');
const fixtures = ['papers', 'forms'].map((name) => path.join(root, 'fixtures', name));
const run = promisify(execFile);
const postgres = startPostgres();
const folder = mkdtempSync(path.join(tmpdir(), 'bt-bench-workers-'));
const openOurs = () =>
  openQueue({ address: postgres.address, blobs: null, size: 4, patience: 10_000, onTrouble: () => undefined });

/** One of so many papers warms a reader. */
const oneInWarms = 6;
/** The same paper in other bytes, for these formats: nothing after a paper's end is read. */
const tails: Readonly<Record<string, string>> = { '.pdf': '%', '.html': '<!-- -->', '.txt': '' };

/** The papers, each a file; those that are named among the drawn ones, as chance has it. */
async function gatherPapers(): Promise<readonly SourceFile[]> {
  const { files } = walk(positionals.length > 0 ? positionals : fixtures);
  const papers = files.map(({ address }) => sourceOf(address, readFileSync(address)));
  for await (const { bytes, format, drawn } of drawnPdfs(Number(values.seed), Number(values.drawn))) {
    const file = path.join(folder, `${drawn.seed}.${format}.pdf`);
    writeFileSync(file, bytes);
    papers.push(sourceOf(file, bytes));
  }
  return papers.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** So many copies of some of the papers. */
function copies(papers: readonly SourceFile[], count: number): readonly SourceFile[] {
  const copied = papers.filter(({ name }, index) => index % oneInWarms === 0 && path.extname(name) in tails);
  return copied.flatMap((paper) => {
    const tail = `${tails[path.extname(paper.name)]}\n`;
    return Array.from({ length: count }, (_, index) =>
      sourceOf(paper.path, Buffer.concat([paper.bytes, Buffer.from(`\n${tail.repeat(index + 1)}`)])),
    );
  });
}

/** What reading the papers took, in seconds. */
interface Spent {
  readonly clock: number;
  /** From the last answer of the worker that was done first to that of the other. */
  readonly alone: number;
  readonly workers: number;
  readonly postgres: number;
  /** Share of two processors that other programs took. */
  readonly others: number;
}

async function withWorkers(count: number, papers: readonly SourceFile[]): Promise<Spent> {
  const queue = await openOurs();
  await queue.database.query('TRUNCATE boardtrail_queue_1.readings, boardtrail_queue_1.papers CASCADE');
  const workers = Array.from({ length: count }, (_, processor) => startWorker(processor));
  const used = () => ({
    workers: workers.reduce((sum, { pid }) => sum + processorTime(pid ?? 0), 0),
    postgres: postgres.processorTime(),
    own: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    all: allProcessorTime(),
  });
  await askAndGo(copies(papers, count));
  await allAnswered(queue);
  for (const worker of workers) worker.kill('SIGSTOP');
  await askAndGo(papers);
  const before = used();
  for (const worker of workers) worker.kill('SIGCONT');
  await allAnswered(queue);
  const after = used();
  const ends = await queue.database.query<{ clock: number }>(
    `SELECT extract(epoch FROM max(answered) - (SELECT min(started) FROM boardtrail_queue_1.readings WHERE sha256 = ANY($1)))::float AS clock
     FROM boardtrail_queue_1.readings WHERE sha256 = ANY($1) GROUP BY worker ORDER BY clock`,
    [papers.map(({ sha256 }) => sha256)],
  );
  const clock = ends.at(-1)?.clock ?? 0;
  const [spentByWorkers, spentByPostgres] = [after.workers - before.workers, after.postgres - before.postgres];
  const byOthers = after.all - before.all - spentByWorkers - spentByPostgres - (after.own - before.own);
  await Promise.all(workers.map(stopped));
  await queue.database.close();
  return {
    clock,
    alone: clock - (ends[0]?.clock ?? 0),
    workers: spentByWorkers,
    postgres: spentByPostgres,
    others: byOthers / (2 * clock),
  };
}

/** Asks as `ingest --queue` does, and is gone. */
async function askAndGo(papers: readonly SourceFile[]): Promise<void> {
  const queue = await openOurs();
  const pool = openQueuePool(queue, { window: papers.length, onTrouble: () => undefined });
  for (const file of papers) void pool.read({ file, options: defaultParseOptions });
  const ids = papers.map(({ sha256 }) => sha256);
  const asked = async () => {
    const [row] = await queue.database.query<{ count: number }>(
      'SELECT count(job)::int AS count FROM boardtrail_queue_1.readings WHERE sha256 = ANY($1)',
      [ids],
    );
    return row?.count ?? 0;
  };
  while ((await asked()) < papers.length) await sleep(50);
  pool.close();
}

async function allAnswered({ database }: Queue): Promise<void> {
  const open = () =>
    database
      .query('SELECT FROM boardtrail_queue_1.readings WHERE answered IS NULL LIMIT 1')
      .then((rows) => rows.length);
  while ((await open()) > 0) await sleep(200);
}

function startWorker(processor: number): ChildProcess {
  const command = [process.execPath, path.join(root, 'src/cli.ts'), 'work', '--queue', postgres.address];
  return spawn('taskset', ['-c', String(processor), ...command, '--jobs', '1', '--quiet'], { stdio: 'inherit' });
}

async function stopped(worker: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGTERM');
  await end;
}

/** Seconds that all processors together were not idle (proc(5): user, nice, system, idle, iowait, irq, softirq, steal). */
function allProcessorTime(): number {
  const ticks = (/^cpu +(.*)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '').split(' ').map(Number);
  return ticks.slice(0, 8).reduce((sum, one, index) => sum + (index === 3 || index === 4 ? 0 : one), 0) / 100;
}

/** Loops that read all papers each: seconds of the slowest. */
async function loops(count: number, papers: readonly SourceFile[]): Promise<number> {
  const files = papers.map((paper) => paper.path);
  const script = path.join(import.meta.dirname, 'reading-loop.ts');
  const args = [script, ...files.filter((_, index) => index % oneInWarms === 0), '--', ...files];
  const clocks = Array.from({ length: count }, async (_, processor) => {
    const { stdout } = await run('taskset', ['-c', String(processor), process.execPath, ...args]);
    return Number(stdout);
  });
  return Math.max(...(await Promise.all(clocks)));
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
};

const inWords = ({ clock, alone, workers, postgres, others }: Spent): string =>
  `${clock.toFixed(2)} s, the last ${alone.toFixed(2)} by one alone (processor: ${workers.toFixed(1)} s, PostgreSQL ${postgres.toFixed(1)}, other programs ${Math.round(100 * others)} %)`;

try {
  const papers = await gatherPapers();
  const bytes = papers.reduce((sum, paper) => sum + paper.bytes.length, 0);
  console.log(`${papers.length} papers of ${Math.round(bytes / papers.length / 1000)} kB`);
  const gains: number[] = [];
  for (let turn = 1; turn <= Number(values.turns); turn++) {
    const one = await withWorkers(1, papers);
    const two = await withWorkers(2, papers);
    console.log(`one worker: ${inWords(one)}`);
    console.log(`two workers: ${inWords(two)}: ${(one.clock / two.clock).toFixed(2)} times`);
    gains.push(one.clock / two.clock);
    if (!values.loops) continue;
    const [loop, pair] = [await loops(1, papers), await loops(2, papers)];
    console.log(`loops: ${loop.toFixed(2)} s and ${pair.toFixed(2)} s: ${((2 * loop) / pair).toFixed(2)} times`);
  }
  console.log(`median: two workers are ${median(gains).toFixed(2)} times as fast as one`);
} finally {
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
