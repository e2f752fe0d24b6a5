import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '../../../shared/robust/pdf');
const files = existsSync(folder) ? globSync('*.pdf', { cwd: folder }).sort() : [];

/** What a reader thread says of one file. */
interface Outcome {
  readonly file: string;
  readonly end: 'read' | 'refused' | 'crashed' | 'hung';
  readonly why: string;
}

const secondsPerFile = 20;
const megabytes = 1000;

const reader = `
const { parentPort } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
parentPort.on('message', async ({ root, folder, file }) => {
  const { pdf } = await import('file://' + root + '/parsers/formats/pdf.ts');
  const { defaultParseOptions } = await import('file://' + root + '/src/model/parsing.ts');
  try {
    const bytes = readFileSync(folder + '/' + file);
    const document = await pdf.parse({ name: file, path: file, bytes, sha256: '' }, defaultParseOptions);
    const claimed = pdf.claims(bytes);
    parentPort.postMessage(claimed ? { file, end: 'read', why: document.blocks.length + ' blocks' } : { file, end: 'crashed', why: 'not claimed' });
  } catch (error) {
    const refused = error.name === 'ParseError' && error.code.startsWith('pdf/') && error.message.length > 20;
    parentPort.postMessage({ file, end: refused ? 'refused' : 'crashed', why: error.code + ' ' + (error.stack ?? error.message) });
  }
});`;

/** Reads files one after the other in one thread; a thread that hangs or dies is replaced. */
async function readAll(queue: string[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let worker: Worker | null = null;
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    worker ??= new Worker(reader, { eval: true, resourceLimits: { maxOldGenerationSizeMb: megabytes }, stderr: true });
    const outcome = await readOne(worker, file);
    if (outcome.end === 'hung' || outcome.end === 'crashed') {
      await worker.terminate();
      worker = null;
    }
    outcomes.push(outcome);
  }
  await worker?.terminate();
  return outcomes;
}

function readOne(worker: Worker, file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      worker.off('message', end);
      worker.off('error', fail);
      resolve(outcome);
    };
    const fail = (error: unknown) => end({ file, end: 'crashed', why: String(error) });
    const timer = setTimeout(() => end({ file, end: 'hung', why: `${secondsPerFile} s` }), secondsPerFile * 1000);
    worker.on('message', end);
    worker.on('error', fail);
    worker.postMessage({ root: path.join(import.meta.dirname, '../..'), folder, file });
  });
}

test.skipIf(files.length === 0)(
  "every PDF of pdf.js's bug reports ends in blocks or a named reason (../shared/robust)",
  { timeout: 300_000 },
  async () => {
    const queue = [...files];
    const outcomes = (await Promise.all([readAll(queue), readAll(queue)])).flat();
    expect(outcomes.filter(({ end }) => end === 'crashed' || end === 'hung')).toEqual([]);
    expect(outcomes).toHaveLength(files.length);
    expect(outcomes.filter(({ end }) => end === 'read').length).toBeGreaterThan(0.55 * files.length);
  },
);
