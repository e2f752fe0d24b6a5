/** A reader process that does what a file's first word says, for workers know papers by their bytes alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../src/pipeline/serve.ts';
import { sampleExtraction } from './sample-extraction.ts';

serve(async () => async ({ file }) => {
  const [word] = Buffer.from(file.bytes).toString('latin1', 0, 40).split(' ');
  if (word === 'nap') await sleep(200);
  if (word === 'slow') await sleep(2000);
  if (word === 'long') await sleep(60_000);
  if (word === 'exit') process.exit(7);
  const finding = word === 'strange' ? 'half a pair \ud83d and a \u0000 in it' : 'The service should do so.';
  return sampleExtraction(file.sha256, [{ finding }], { file: file.name });
});
