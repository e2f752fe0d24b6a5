/**
 * npm run batch -- DIR [DIR …]: reads papers that somebody wrote, whose truth lies beside them, and prints how well they were
 * read, a line each and all together. `NAME.json` is the truth (`paper`, `plans`, `entries` as in `test/truth`), any
 * other file `NAME.*` or `NAME-*` a form of the paper.
 *   --only TEXT  files whose name holds TEXT
 *   --verbose    what differs, what was lost, what the paper says of itself
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { GoldPaper } from './foundry/gold.ts';
import { papersIn, readAndScore, type ScoredPaper } from './foundry/measure/batch.ts';
import { figuresOf } from './foundry/measure/figures.ts';
import type { PaperScore } from './foundry/measure/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, verbose: { type: 'boolean', default: false } },
});
if (positionals.length === 0) throw new Error('npm run batch takes a folder of papers with their truths.');

const one = (number: number) => number.toFixed(1).padStart(5);

function printDifferences({ gold, read, score: { differences, losses, paper } }: ScoredPaper): void {
  const print = (where: string, want: unknown, have: unknown) =>
    console.log(`        ${where}\n          want ${JSON.stringify(want)}\n          have ${JSON.stringify(have)}`);
  for (const [name, right] of Object.entries(paper))
    if (!right) print(`paper ${name}`, gold.paper[name as keyof GoldPaper], read.paper[name as keyof GoldPaper]);
  for (const { field, entry, want, have } of differences) print(`${field} #${entry ?? '?'}`, want, have);
  for (const { field, text } of losses) console.log(`        lost ${field} ${JSON.stringify(text)}`);
}

for (const folder of positionals) {
  const scores: PaperScore[] = [];
  for (const paper of papersIn(folder).filter(({ file }) => path.basename(file).includes(values.only))) {
    const scored = await readAndScore(paper);
    const { gold, score } = scored;
    scores.push(score);
    const { f1, invented, losses, alarms } = score;
    const notes = [
      ...(invented > 0 ? [`invented ${invented}`] : []),
      ...(losses.length > 0 ? [`lost ${losses.length}`] : []),
      ...alarms.map((code) => `false warning ${code}`),
    ];
    console.log(
      `${one(100 * f1)}  ${path.basename(paper.file)}  ${gold.entries.length} entries  ${notes.join(', ')}`.trimEnd(),
    );
    if (values.verbose) printDifferences(scored);
  }
  const { papers, mean, at98, invented, losses, values: of } = figuresOf(scores);
  const said = scores.flatMap(({ paper }) => Object.values(paper));
  console.log(
    `${one(mean)}  ${folder}: ${papers} files, ${Math.round((at98 * papers) / 100)} at 98 or more, invented ${invented}, lost ${losses} of ${of}, of the papers themselves ${said.filter(Boolean).length} of ${said.length}\n`,
  );
}
