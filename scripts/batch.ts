/**
 * npm run batch -- DIR [DIR …]: reads papers that somebody wrote, whose truth lies beside them, and prints how well they were
 * read, a line each and all together. `NAME.json` is the truth (`paper`, `plans`, `entries` as in `test/truth`), any
 * other file `NAME.*` or `NAME-*` a form of the paper.
 *   --only TEXT  files whose name holds TEXT
 *   --verbose    what differs, what was lost, what the paper says of itself
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readPaper } from '../parsers/index.ts';
import { defaultParseOptions } from '../src/model/parsing.ts';
import type { Extraction } from '../src/model/plan.ts';
import { emptyEntry, type Gold, type GoldEntry, type GoldPaper } from './foundry/gold.ts';
import { figuresOf } from './foundry/measure/figures.ts';
import { type PaperScore, scorePaper } from './foundry/measure/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, verbose: { type: 'boolean', default: false } },
});
if (positionals.length === 0) throw new Error('npm run batch takes a folder of papers with their truths.');

const one = (number: number) => number.toFixed(1).padStart(5);

function truthOf(file: string): Gold {
  const { paper, plans, entries } = JSON.parse(readFileSync(file, 'utf8')) as Gold;
  const said = Object.entries(paper).filter(([, value]) => value !== null && typeof value === 'string');
  const whole = (entry: Partial<GoldEntry>): GoldEntry => ({ ...emptyEntry, ...entry, updates: entry.updates ?? [] });
  return { paper: Object.fromEntries(said), plans, entries: entries.map(whole) };
}

/** The files of a folder with the truth that each belongs to. */
function papersIn(folder: string): readonly { readonly file: string; readonly truth: string }[] {
  const files = readdirSync(folder).toSorted();
  const truths = files.filter((file) => file.endsWith('.json')).map((file) => file.replace(/json$/, ''));
  return files
    .filter((file) => !file.endsWith('.json') && file.includes(values.only))
    .flatMap((file) => {
      const stem = truths.find((name) => file.startsWith(name) || file.startsWith(name.replace('.', '-')));
      return stem === undefined ? [] : [{ file: path.join(folder, file), truth: path.join(folder, `${stem}json`) }];
    });
}

interface Scored {
  readonly gold: Gold;
  readonly read: Extraction;
  readonly score: PaperScore;
}

async function scoreOf(file: string, truth: string): Promise<Scored> {
  const bytes = readFileSync(file);
  const source = {
    name: path.basename(file),
    path: file,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const gold = truthOf(truth);
  const read = await readPaper(source, defaultParseOptions);
  return { gold, read, score: scorePaper(gold, read) };
}

function printDifferences({ gold, read, score: { differences, losses, paper } }: Scored): void {
  const print = (where: string, want: unknown, have: unknown) =>
    console.log(`        ${where}\n          want ${JSON.stringify(want)}\n          have ${JSON.stringify(have)}`);
  for (const [name, right] of Object.entries(paper))
    if (!right) print(`paper ${name}`, gold.paper[name as keyof GoldPaper], read.paper[name as keyof GoldPaper]);
  for (const { field, entry, want, have } of differences) print(`${field} #${entry ?? '?'}`, want, have);
  for (const { field, text } of losses) console.log(`        lost ${field} ${JSON.stringify(text)}`);
}

for (const folder of positionals) {
  const scores: PaperScore[] = [];
  for (const { file, truth } of papersIn(folder)) {
    const scored = await scoreOf(file, truth);
    const { gold, score } = scored;
    scores.push(score);
    const { f1, invented, losses, alarms } = score;
    const notes = [
      ...(invented > 0 ? [`invented ${invented}`] : []),
      ...(losses.length > 0 ? [`lost ${losses.length}`] : []),
      ...alarms.map((code) => `false warning ${code}`),
    ];
    console.log(
      `${one(100 * f1)}  ${path.basename(file)}  ${gold.entries.length} entries  ${notes.join(', ')}`.trimEnd(),
    );
    if (values.verbose) printDifferences(scored);
  }
  const { papers, mean, at98, invented, losses, values: of } = figuresOf(scores);
  const said = scores.flatMap(({ paper }) => Object.values(paper));
  console.log(
    `${one(mean)}  ${folder}: ${papers} files, ${Math.round((at98 * papers) / 100)} at 98 or more, invented ${invented}, lost ${losses} of ${of}, of the papers themselves ${said.filter(Boolean).length} of ${said.length}\n`,
  );
}
