/** A reader process that does what the file's name says, to see what becomes of the others. */
import { ParseError } from '../../src/model/errors.ts';
import { serve } from '../../src/pipeline/serve.ts';
import { sampleExtraction } from './sample-extraction.ts';

const kept: unknown[] = [];

serve(async () => async ({ file }) => {
  console.log('noise on stdout');
  console.error('noise on stderr');
  const [woe] = file.name.split('.');
  if (woe === 'hang') for (;;);
  if (woe === 'sleep') await new Promise(() => setInterval(() => undefined, 1000));
  if (woe === 'array') for (;;) kept.push(kept.length * 1.5);
  if (woe === 'strings') for (;;) kept.push('x'.repeat(1_000_000) + Math.random());
  if (woe === 'buffers') for (;;) kept.push(Buffer.alloc(10_000_000, 1));
  if (woe === 'length') kept.push(new Array(-1));
  if (woe === 'abort') process.abort();
  if (woe === 'exit') process.exit(7);
  if (woe === 'reject') Promise.reject(new Error('nobody waits for me'));
  if (woe === 'throw') throw new TypeError('cannot read this');
  if (woe === 'parse') throw new ParseError('pdf/encrypted', 'The paper is locked. Ask for one that is not.');
  if (woe === 'odd') return { ...sampleExtraction(file.sha256), entries: [{}] } as never;
  if (woe === 'leak') {
    // Two such papers are too many for one process, and each by itself is not.
    for (let index = 0; index < 90; index += 1) kept.push(Buffer.alloc(1_000_000, 1));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (woe === 'reject') await new Promise((resolve) => setTimeout(resolve, 1000));
  return sampleExtraction(file.sha256, [{}], { file: file.name });
});
