/**
 * Learns how much each piece of evidence says of a value's being right, from papers whose truth lies beside them, and writes it to
 * `parsers/fields/how-sure.json`: `node scripts/learn/sure.ts DIR …`. Papers that are to measure it (`npm run confidence`) stay out.
 */
import { writeFileSync } from 'node:fs';
import { readDocument } from '../../parsers/index.ts';
import { documentToExtraction } from '../../parsers/paper.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { Evidence } from '../../src/model/raw.ts';
import { type BatchPaper, papersIn, sourceOf, truthOf } from '../foundry/measure/batch.ts';
import { scorePaper } from '../foundry/measure/score.ts';
import { type Example, fitWeights } from './regression.ts';

type Outcome = 'right' | 'wrong';
const outcomes: readonly Outcome[] = ['right', 'wrong'];
/** Evidence that fewer values show says nothing that could be relied on. */
const leastValues = 60;

/** The values of a paper, each with all that was known of it and whether it is right. */
async function paperToExamples(paper: BatchPaper): Promise<readonly Example<Outcome>[]> {
  const source = sourceOf(paper);
  const known: Evidence[] = [];
  // In place of each confidence stands the place of its evidence, so that what is scored can be told what was known of it.
  const placeOf = (evidence: Evidence) => known.push(evidence) - 1;
  const read = documentToExtraction(source, await readDocument(source, defaultParseOptions), [], placeOf);
  return scorePaper(truthOf(paper.truth), read).judged.map(({ confidence: place, right }) => ({
    evidence: new Map([...(known[place] ?? []).flatMap((part) => [...part]), ['always', 1]]),
    field: right ? 'right' : 'wrong',
    paper: source.name,
  }));
}

const examples: Example<Outcome>[] = [];
for (const paper of process.argv.slice(2).flatMap(papersIn)) examples.push(...(await paperToExamples(paper)));
if (examples.length === 0) throw new Error('node scripts/learn/sure.ts takes folders of papers with their truths.');
const { weights } = fitWeights(examples, outcomes, leastValues);
const sure = Object.entries(weights).map(([name, [right = 0, wrong = 0]]) => [
  name,
  Math.round(100 * (right - wrong)) / 100,
]);
writeFileSync('parsers/fields/how-sure.json', `${JSON.stringify(Object.fromEntries(sure), null, 2)}\n`);
const wrong = examples.filter(({ field }) => field === 'wrong').length;
console.log(`${examples.length} values, ${wrong} of them wrong, gave ${sure.length} pieces of evidence their weight.`);
