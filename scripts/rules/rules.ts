/**
 * Switches off in turn whatever the readers decide by (each `if`, part of `&&` or `||`, test of a `filter`) and says how papers
 * whose truth is known are then read: what changes nothing is held by nothing, what reads worse only for one paper was
 * made for it, what reads better without is wrong. Rules of many papers are left out: they are the reader.
 *   npm run rules                              the tables told by gaps, on the batches of the project
 *   npm run rules -- pdf/text,records          other folders of parsers
 *   npm run rules -- FOLDERS DIR…              papers of other folders, as `npm run batch` takes them
 *   --most N    rules that decide in at most N papers of each half (20)
 *   --json      a trial a line
 */
import { fork } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { papersIn } from '../foundry/measure/batch.ts';
import type { Told, Trial, Work } from './trials.ts';

/** Milliseconds after which a trial is taken for one that never ends. */
const patience = 20_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
});
const [folders = 'pdf/tables/spaced', ...given] = positionals;
const papers = (given.length > 0 ? given : globSync('fixtures/batches/*').toSorted()).flatMap(papersIn);

/** Runs trials from one on; gives the number of the next where one does not end, else null. */
function runTrials(work: Work, take: (trial: Trial) => void): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'trials.ts'), [JSON.stringify(work)]);
    let waiting: NodeJS.Timeout | undefined;
    child.on('message', (told: Told) => {
      clearTimeout(waiting);
      if ('trial' in told) take(told.trial);
      else if ('begins' in told)
        waiting = setTimeout(() => {
          child.kill('SIGKILL');
          resolve(told.begins + 1);
        }, patience);
      else if (work.from === 0)
        process.stderr.write(`${work.papers.length} papers, ${told.tried} of ${told.rules} rules\n`);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(waiting);
      if (code === 0) resolve(null);
      else if (code !== null) reject(new Error(`The trials ended with exit code ${code}.`));
    });
  });
}

/** What two halves of the papers say of one rule. */
const together = (one: Trial, other: Trial): Trial => ({
  rule: one.rule,
  decides: one.decides + other.decides,
  better: [...one.better, ...other.better],
  worse: [...one.worse, ...other.worse],
  raises: [...one.raises, ...other.raises],
});

const trials = new Map<string, Trial>();
const take = (trial: Trial): void => {
  const { place, kind, words } = trial.rule;
  const key = [place, kind, words].join(' ');
  const known = trials.get(key);
  trials.set(key, known === undefined ? trial : together(known, trial));
};
const halves = availableParallelism();
await Promise.all(
  Array.from({ length: halves }, async (_, half) => {
    const own = papers.filter((_paper, index) => index % halves === half);
    const work = { folders: folders.split(','), papers: own, most: Number(values.most) };
    let from: number | null = 0;
    while (from !== null) from = await runTrials({ ...work, from }, take);
  }),
);

/** Forms of one paper are one paper: `fixtures/batches/13/04`. */
const paperOf = (file: string): string => file.replace(/\.\w+$/u, '');
function verdict({ decides, better, worse, raises }: Trial): string {
  if (decides === 0) return 'never decides';
  if (raises.length > 0) return 'guards';
  if (better.length === 0 && worse.length === 0) return 'changes nothing';
  const without = `without it ${better.length} better, ${worse.length} worse`;
  return new Set(worse.map(paperOf)).size === 1 ? `${without} (${paperOf(worse[0] ?? '')} alone)` : without;
}

for (const trial of trials.values()) {
  const { rule, decides } = trial;
  process.stdout.write(
    values.json
      ? `${JSON.stringify(trial)}\n`
      : `${rule.place.padEnd(44)} ${rule.kind.padEnd(6)} ${String(decides).padStart(3)}  ${verdict(trial)}  ${rule.words}\n`,
  );
}
