/**
 * npm run score: how well entries are followed, and changes told, on series made from seeds (`--series N`, `--from SEED`).
 * `--verbose` names the series that went wrong.
 */
import { parseArgs } from 'node:util';
import { editionsOf } from '../src/trail/editions.ts';
import { trailOf } from '../src/trail/trail.ts';
import { add, f1, newTally, scoreTrail, type Tally } from '../test/support/score.ts';
import { makeSeries } from '../test/support/series.ts';

const { values } = parseArgs({
  options: {
    series: { type: 'string', default: '60' },
    from: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const percent = (tally: Tally) => (100 * f1(tally)).toFixed(1).padStart(5);
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
    const score = scoreTrail(series, trailOf(editionsOf(series.papers)));
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
