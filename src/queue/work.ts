import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../lib/reason.ts';
import type { Extraction } from '../model/plan.ts';
import { openPool, type Pool, type PoolOptions } from '../pipeline/pool.ts';
import { openDesk } from './desk.ts';
import { type Queue, sweep, taskName } from './readings.ts';
import { jobs } from './schema.ts';
import { wanted } from './wanted.ts';
import { beat, beatInterval, freeLostJobs, leave } from './workers.ts';

export interface WorkOptions extends PoolOptions {
  /** The wish to stop: nothing is begun after it. */
  readonly stop: AbortSignal;
  /** Milliseconds that papers being read have after it; then they are given back. */
  readonly grace: number;
  readonly onTrouble: (message: string) => void;
}

/** How graphile-worker runs, whatever it does. */
export const runnerSettings = {
  schema: jobs,
  noHandleSignals: true,
  // Without this a file "crontab" of the current folder counts.
  parsedCronItems: [],
  // By default the end of a job is sent and not waited for: a stop would leave it locked.
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
};

/** Milliseconds between removals of what is no longer wanted. */
const sweepInterval = 60_000;
/** Milliseconds before a runner that ended of itself is started again. */
const restartDelay = 1000;

/**
 * Reads what is asked for at a queue, in reader processes, until it is to stop; then it ends what it reads or gives it
 * back. May be killed at any moment: what it had is read by others.
 * @returns how many papers it answered for
 * @throws QueueTrouble where the queue cannot be used; UsageError where `graphile-worker` is not installed
 */
export async function work(queue: Queue, options: WorkOptions): Promise<number> {
  const { stop, onTrouble } = options;
  const readers = openPool<Extraction>(options);
  const answered = { papers: 0 };
  try {
    while (!stop.aborted) {
      await serve(queue, options, { readers, answered });
      if (stop.aborted) break;
      // Its promise resolves too where it gave up.
      onTrouble('the worker lost its hold on the queue and begins anew');
      await sleep(restartDelay, undefined, { signal: stop }).catch(() => undefined);
    }
  } finally {
    readers.close();
  }
  return answered.papers;
}

interface Staff {
  readonly readers: Pool;
  readonly answered: { papers: number };
}

/** One life of graphile-worker's runner, however it ends. */
async function serve(queue: Queue, options: WorkOptions, { readers, answered }: Staff): Promise<void> {
  const { Logger, run } = await wanted('graphile-worker', () => import('graphile-worker'));
  const { stop, onTrouble, size } = options;
  const events = new EventEmitter();
  let holder = '';
  events.once('pool:create', ({ workerPool }: { readonly workerPool: { readonly id: string } }) => {
    holder = workerPool.id;
  });
  const desk = openDesk(queue, {
    ...options,
    readers,
    worker: () => holder,
    onAnswer: () => {
      answered.papers += 1;
    },
  });
  const runner = await run({
    ...runnerSettings,
    pgPool: queue.database.connections,
    concurrency: size,
    taskList: { [taskName]: desk },
    events,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') onTrouble(message);
    }),
  });
  const end = new AbortController();
  const ending = () => void runner.stop().catch(() => undefined);
  stop.addEventListener('abort', ending, { once: true });
  if (stop.aborted) ending();
  const chores = [
    repeat(beatInterval, end.signal, async () => {
      await beat(queue, { holder, readers: size, papers: answered.papers });
      await freeLostJobs(queue);
    }),
    repeat(sweepInterval, end.signal, () => sweep(queue)),
  ];
  try {
    await runner.promise;
  } catch (error) {
    onTrouble(reasonOf(error));
  } finally {
    stop.removeEventListener('abort', ending);
    end.abort();
    await Promise.all(chores);
    await leave(queue, holder);
  }
}

/** Does something now, and again and again until the end. */
async function repeat(interval: number, end: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!end.aborted) {
    await act();
    await sleep(interval, undefined, { signal: end }).catch(() => undefined);
  }
}
