/**
 * The script of a reader process: answers one paper at a time, until its parent goes. Nothing that happens to it, be it
 * an endless loop, exhausted memory or a crash, touches the parent.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { readPaper } from '../../parsers/index.ts';
import { ParseError } from '../model/errors.ts';
import type { ReadingAnswer, ReadingTask } from './reading.ts';

const guard = new Worker(new URL(`./guard${path.extname(import.meta.filename)}`, import.meta.url), {
  workerData: { parent: process.ppid, maxResident: Number(process.argv[2]) },
});
guard.unref();

process.on('message', (task: ReadingTask) => {
  answer(task).then((reply) => process.send?.(reply));
});

async function answer({ file, options }: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { ok: true, extraction: await readPaper(file, options) };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, code: error.code, message: error.message };
    if (error instanceof RangeError && /allocation failed|invalid (array|string) length/i.test(error.message)) {
      return {
        ok: false,
        code: 'ingest/out-of-memory',
        message: `Reading needs too much memory (${error.message}). It is tried again in the next run.`,
      };
    }
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, code: 'ingest/crash', message: `The program that reads papers broke down: ${message}.`, stack };
  }
}
