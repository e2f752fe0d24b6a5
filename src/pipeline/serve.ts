import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ParseError } from '../model/errors.ts';
import type { ReadingAnswer, ReadingTask } from './reading.ts';

/**
 * Makes this process a reader: it answers one task at a time from its parent until that is gone. Nothing that happens
 * to it, be it an endless loop, exhausted memory or a crash, touches the parent.
 * @param read what to do with a task; may throw anything
 */
export function serve<Read>(read: (task: ReadingTask) => Promise<Read>): void {
  const guard = new Worker(new URL(`./guard${path.extname(import.meta.filename)}`, import.meta.url), {
    workerData: { parent: process.ppid, maxResident: Number(process.argv[2]) },
  });
  guard.unref();
  process.on('message', (task: ReadingTask) => {
    answer(task, read).then((reply) => process.send?.(reply));
  });
}

async function answer<Read>(
  task: ReadingTask,
  read: (task: ReadingTask) => Promise<Read>,
): Promise<ReadingAnswer<Read>> {
  try {
    return { ok: true, extraction: await read(task) };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, code: error.code, message: error.message };
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    if (error instanceof RangeError && /allocation failed|invalid (array|string) length/i.test(message)) {
      return { ok: false, code: 'ingest/out-of-memory', message: `Reading needs too much memory (${message}).` };
    }
    return {
      ok: false,
      code: 'ingest/reader-fault',
      message: `The reader made a mistake with this paper (${message}). Please report it to the makers.`,
      stack,
    };
  }
}
