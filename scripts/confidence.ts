/**
 * npm run confidence -- [DIR …]: reads papers whose truth lies beside them, as `npm run batch` does, and prints how far the reader's
 * confidence can be believed: how often values of each confidence are right, the calibration error, and which share of the wrong
 * values the lowest tenth holds, by field, by format and by folder. Without folders all of `fixtures/batches`.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { papersIn, readAndScore } from './foundry/measure/batch.ts';
import { printBins, printReliability } from './foundry/measure/reliability.ts';
import type { Judged } from './foundry/measure/score.ts';

interface Value extends Judged {
  readonly format: string;
  readonly folder: string;
}

const batches = 'fixtures/batches';
const folders =
  process.argv.length > 2 ? process.argv.slice(2) : readdirSync(batches).map((batch) => path.join(batches, batch));

const values: Value[] = [];
for (const folder of folders)
  for (const paper of papersIn(folder)) {
    const { judged } = (await readAndScore(paper)).score;
    values.push(...judged.map((one) => ({ ...one, format: path.extname(paper.file), folder })));
  }
printBins(values);
printReliability(values, [
  ...Map.groupBy(values, ({ field }) => field),
  ...Map.groupBy(values, ({ format }) => format),
  ...(folders.length > 1 ? Map.groupBy(values, ({ folder }) => folder) : []),
]);
