/**
 * npm run score: how well entries are followed, and changes told, on series made from seeds (`--series N`, `--from SEED`).
 * `--pages` prints every paper as a web page in one of several layouts and reads it back first, so that the readers
 * count too. `--verbose` names the series that went wrong.
 */
import { parseArgs } from 'node:util';
import { readPaper } from '../parsers/index.ts';
import { defaultParseOptions } from '../src/model/parsing.ts';
import type { RecordedPaper } from '../src/model/thread.ts';
import { editionsOf } from '../src/trail/editions.ts';
import { trailOf } from '../src/trail/trail.ts';
import { randomFrom } from '../test/support/random.ts';
import { render } from '../test/support/render.ts';
import { add, f1, newTally, scoreTrail, type Tally } from '../test/support/score.ts';
import { makeSeries, type Series } from '../test/support/series.ts';

const { values } = parseArgs({
  options: {
    series: { type: 'string', default: '60' },
    from: { type: 'string', default: '1' },
    pages: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const percent = (tally: Tally) => (100 * f1(tally)).toFixed(1).padStart(5);

/** The series as it is read from its pages; an entry keeps its id where the page gives as many entries as were printed. */
async function printAndRead(series: Series, seed: number): Promise<readonly RecordedPaper[]> {
  const random = randomFrom(seed);
  return Promise.all(
    series.papers.map(async (printed) => {
      const { id, file } = printed.paper;
      const bytes = Buffer.from(render(random, printed));
      const source = { name: file.replace(/\.\w+$/, '.html'), path: file, bytes, sha256: id };
      const { entries, ...read } = await readPaper(source, defaultParseOptions);
      const whole = entries.length === printed.entries.length;
      const idOf = (index: number) =>
        (whole ? printed.entries[order(printed, index)]?.id : undefined) ?? `${id}?${index}`;
      return {
        ...read,
        paper: { ...read.paper, file },
        entries: entries.map((entry, index) => ({ id: idOf(index), entry })),
      };
    }),
  );
}

/** Pages print plan after plan. */
function order({ plans, entries }: RecordedPaper, index: number): number {
  const rank = (at: number) => plans.findIndex(({ name }) => name === entries[at]?.entry.plan);
  return [...entries.keys()].toSorted((a, b) => rank(a) - rank(b) || a - b)[index] ?? -1;
}

const settings = [
  { name: 'light rewording', rewording: 0.1, rewordRate: 0.1 },
  { name: 'heavy rewording', rewording: 0.6, rewordRate: 0.3 },
  { name: 'all but new words', rewording: 1, rewordRate: 0.5 },
  { name: 'and new progress', rewording: 1, rewordRate: 0.5, replaced: 0.6 },
];
for (const { name, ...setting } of settings) {
  const [links, changes] = [newTally(), newTally()];
  const kinds = new Map<string, Tally>();
  for (let seed = Number(values.from); seed < Number(values.from) + Number(values.series); seed += 1) {
    const series = makeSeries({ seed, papers: 6, entries: 40, ...setting });
    const papers = values.pages ? await printAndRead(series, seed) : series.papers;
    const score = scoreTrail({ ...series, papers }, trailOf(editionsOf(papers)));
    add(links, score.links);
    add(changes, score.changes);
    for (const [kind, tally] of score.kinds) {
      const known = kinds.get(kind) ?? newTally();
      add(known, tally);
      kinds.set(kind, known);
    }
    if (values.verbose && (f1(score.links) < 0.99 || f1(score.changes) < 0.97)) {
      console.log(`  seed ${seed}: links F1 ${percent(score.links)}  changes F1 ${percent(score.changes)}`);
    }
  }
  console.log(`${name.padEnd(18)} links F1 ${percent(links)}  changes F1 ${percent(changes)}`);
  const told = [...kinds].map(([kind, { right, wrong, missed }]) => `${kind} ${right}/${wrong}/${missed}`);
  if (values.verbose) console.log(`  right/made up/missed: ${told.join('  ')}`);
}
