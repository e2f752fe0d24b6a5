import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { taughtLayoutSchema } from '../model/schemas.ts';
import type { Pool } from '../pipeline/pool.ts';
import type { ReadingAnswer } from '../pipeline/reading.ts';
import { answer, type BegunPaper, begin, giveBack, lostBytes, lostWorkers, mannerOf, type Queue } from './readings.ts';

export interface DeskOptions {
  readonly readers: Pool;
  readonly stop: AbortSignal;
  readonly grace: number;
  /** The name of the worker whose desk it is. */
  readonly worker: () => string;
  /** Told of each paper that is answered. */
  readonly onAnswer: () => void;
}

/** A paper is begun so often: that nobody lived to answer three times is no accident. */
const mostTries = 3;

const jobSchema = z.object({
  name: z.string(),
  options: z.object({
    evidence: z.enum(['auto', 'tagged', 'ruled', 'spaced']),
    stitch: z.boolean(),
    ocr: z.boolean(),
    find: z.boolean().default(false),
    taught: z.array(taughtLayoutSchema),
  }),
  papers: z.array(z.string()),
});

/** Where a worker's jobs are done: each paper is begun, read and answered for, one after another. */
export function openDesk(queue: Queue, options: DeskOptions): (payload: unknown) => Promise<void> {
  const { readers, stop, grace, worker, onAnswer } = options;

  /** @returns null where the worker is to stop before it is read */
  const read = async (id: string, { bytes, tries }: BegunPaper, parse: Parse): Promise<ReadingAnswer | null> => {
    if (tries > mostTries) return fatal;
    if (bytes === null) return bytesGone;
    const over = new AbortController();
    const task = { file: { name: id, path: id, bytes, sha256: id }, options: parse };
    try {
      return await Promise.race([readers.read(task), graceOver(over.signal)]);
    } finally {
      over.abort();
    }
  };
  const graceOver = async (isRead: AbortSignal): Promise<null> => {
    const either = AbortSignal.any([stop, isRead]);
    if (!either.aborted) await once(either, 'abort');
    await sleep(grace, undefined, { signal: isRead }).catch(() => undefined);
    return null;
  };

  return async (payload) => {
    const job = jobSchema.parse(payload);
    if (mannerOf(job.options).name !== job.name) throw new Error(`this version does not read as ${job.name}`);
    for (const [index, id] of job.papers.entries()) {
      const rest = { ...job, papers: job.papers.slice(index) };
      if (stop.aborted) return giveBack(queue, rest, []);
      const begun = await begin(queue, job, id, worker());
      if (begun === null) continue;
      const reading = await read(id, begun, job.options);
      if (reading === null) return giveBack(queue, rest, [id]);
      await answer(queue, job, id, reading);
      onAnswer();
    }
  };
}

type Parse = z.infer<typeof jobSchema>['options'];

const fatal: ReadingAnswer = {
  ok: false,
  code: lostWorkers,
  message: `${mostTries} workers ended while they read it, and none lived to say why. It is tried again in the next run.`,
};

const bytesGone: ReadingAnswer = {
  ok: false,
  code: lostBytes,
  message:
    'Its bytes did not reach the worker as they were sent. See that all machines have the same --blobs, and run again.',
};
