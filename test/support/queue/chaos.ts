import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot, runCli } from '../cli.ts';
import { differences, dumpContent } from '../database.ts';
import type { Random } from '../random.ts';
import type { Postgres } from './postgres.ts';

/** What is done to a run over a queue while it goes on. */
export interface Woes {
  readonly workerKills: number;
  readonly coordinatorKills: number;
  readonly crashes: number;
}

export interface ChaosOptions {
  readonly postgres: Postgres;
  /** For databases. */
  readonly folder: string;
  /** The papers: files or folders. */
  readonly papers: readonly string[];
  readonly workers: number;
  /** Runs of `ingest` at once, on one database. */
  readonly coordinators: number;
  readonly woes: Woes;
  /** Milliseconds between two woes: at random, so many in the mean. */
  readonly pace: number;
  readonly random: Random;
}

export interface Chaos {
  /** Woes that came to pass: where a run ends before all have, others follow on new databases. */
  readonly done: Woes;
  readonly runs: number;
  /** Papers that ended as failed because three workers were killed over them, and were read in the run after. */
  readonly unlucky: number;
  /** Lines that only the local database, or only one made over the queue, has. */
  readonly differences: readonly string[];
  /** True where each export as JSON is the local one, byte for byte. */
  readonly sameExport: boolean;
}

type Woe = keyof Woes;

/** Reads papers over a queue while workers, coordinators and PostgreSQL are killed, and holds the outcome against a local run. */
export async function runChaos(local: string, options: ChaosOptions): Promise<Chaos> {
  const { postgres, folder, random, woes } = options;
  const left = random.shuffle(
    (Object.keys(woes) as Woe[]).flatMap((woe) => Array.from({ length: woes[woe] }, () => woe)),
  ) as Woe[];
  const done: Record<Woe, number> = { workerKills: 0, coordinatorKills: 0, crashes: 0 };
  const expected = { dump: dumpContent(local), json: await exported(local) };
  const found: string[] = [];
  let [runs, unlucky, sameExport] = [0, 0, true];
  do {
    runs += 1;
    const database = path.join(folder, `queue-${runs}.db`);
    const run = await runOnce(database, options, left, done);
    unlucky += run.unlucky;
    found.push(...differences(expected.dump, dumpContent(database)));
    sameExport &&= (await exported(database)) === expected.json;
    for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    // The next run is to read anew, not to fetch answers.
    postgres.sql('TRUNCATE boardtrail_queue_1.readings');
  } while (left.length > 0);
  return { done, runs, unlucky, differences: found, sameExport };
}

const exported = async (database: string): Promise<string> =>
  (await runCli(['export', '--format', 'json', '--db', database])).stdout;

async function runOnce(
  database: string,
  { postgres, papers, workers, coordinators, pace, random }: ChaosOptions,
  left: Woe[],
  done: Record<Woe, number>,
): Promise<{ readonly unlucky: number }> {
  const queue = ['--queue', postgres.address];
  const ingest = ['ingest', ...papers, '--db', database, '--quiet', ...queue];
  const staff = Array.from({ length: workers }, () => keepRunning(['work', '--jobs', '1', '--quiet', ...queue]));
  const runs = Array.from({ length: coordinators }, () => keepRunning(ingest));
  const ended = Promise.all(runs.map((run) => run.ended)).then(() => true as const);
  try {
    while (!(await Promise.race([ended, sleep(pace * 2 * random.next(), false as const)]))) {
      const woe = left.pop();
      if (woe === undefined) break;
      if (woe === 'crashes') postgres.crash();
      else random.pick(woe === 'workerKills' ? staff : runs).kill();
      done[woe] += 1;
    }
    await ended;
    // Papers that failed because three workers were killed over them are read now.
    const again = await runCli(['ingest', ...papers, '--db', database, '--json', ...queue]);
    if (again.status !== 0 && again.status !== 3) throw new Error(`ingest ended with ${again.status}: ${again.stderr}`);
    const { files } = JSON.parse(again.stdout) as { files: readonly { state: string }[] };
    return { unlucky: files.filter(({ state }) => state === 'read').length };
  } finally {
    for (const one of [...staff, ...runs]) one.stop();
  }
}

interface Kept {
  /** Settled when it ended by itself. */
  readonly ended: Promise<number>;
  kill(): void;
  stop(): void;
}

/** A command that is started again whenever it was killed, as a service manager does. */
function keepRunning(args: readonly string[]): Kept {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let child: ChildProcess;
  let stopped = false;
  let words = '';
  const start = () => {
    child = spawn(process.execPath, [path.join(projectRoot, 'src/cli.ts'), ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-5000);
    });
    child.on('exit', (code, signal) => {
      if (stopped) resolve(0);
      else if (signal === 'SIGKILL') start();
      else if (code === 0 || code === 3) resolve(code);
      else reject(new Error(`${args[0]} ended with ${signal ?? code}: ${words}`));
    });
  };
  start();
  return {
    ended: promise,
    kill: () => void child.kill('SIGKILL'),
    stop: () => {
      stopped = true;
      child.kill('SIGTERM');
    },
  };
}
