/**
 * Learns what tells the fields of a plan apart, from papers that the foundry draws for training: `node scripts/learn/index.ts
 * [--papers N] [--out FILE]` writes the weights of `parsers/fields` and says how well they do on papers set aside.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evidenceToDistribution, type SlotField, type Weights } from '../../parsers/fields/model.ts';
import { rawFields } from '../../src/model/raw.ts';
import { randomFrom } from '../../test/support/random.ts';
import { drawPaper } from '../foundry/draw.ts';
import { paperToExamples, withOtherLabels } from './examples.ts';
import { fixturePapers, fixturesWithoutPlans } from './fixtures.ts';
import { type Example, fitWeights } from './regression.ts';

/** An update is learned as the progress that it tells of: periods tell them apart. */
const fields: readonly SlotField[] = [...rawFields.filter((field) => field !== 'update'), 'none'];
/** Fields that papers seldom have count as often as others. */
const seldom: ReadonlySet<SlotField> = new Set(['percent', 'kind', 'theme', 'pillar', 'summary']);
/** Evidence that fewer examples show says nothing that could be relied on. */
const leastExamples = 4;

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '400' },
    from: { type: 'string', default: '1' },
    out: { type: 'string', default: 'parsers/fields/weights.json' },
  },
});
const count = Number(values.papers);
const random = randomFrom(2026);
const all: Example<SlotField>[] = [];
for (let seed = Number(values.from); seed < Number(values.from) + count; seed++) {
  const { html, gold } = drawPaper(seed, { split: 'train' });
  all.push(
    ...(await paperToExamples(
      { name: `${seed}.html`, bytes: Buffer.from(html), entries: gold.entries as never },
      random,
    )),
  );
}
for (const paper of [...fixturePapers(), ...fixturesWithoutPlans()])
  all.push(...(await paperToExamples(paper, random)));
const papers = [...new Set(all.map(({ paper }) => paper))];
const aside = new Set(papers.filter((name, index) => /^\d+\.html$/.test(name) && index % 5 === 4));
const training = withOtherLabels(
  all
    .filter(({ paper }) => !aside.has(paper))
    .flatMap((example) => (seldom.has(example.field) ? [example, example, example] : [example])),
  random,
);
const measured = all.filter(({ paper }) => aside.has(paper));
const fitted = fitWeights(training, fields, leastExamples);
const weights: Weights = { ...fitted, temperature: bestTemperature(fitted, withOtherLabels(measured, random)) };
writeFileSync(values.out, `${JSON.stringify(weights).replace(/("weights":\{)|(\],)(?=")/g, '$1$2\n')}\n`);
const right = measured.filter((example) => best(example, weights) === example.field).length;
const confusions = new Map<string, number>();
for (const example of measured) {
  const told = best(example, weights);
  if (told !== example.field)
    confusions.set(`${example.field} as ${told}`, (confusions.get(`${example.field} as ${told}`) ?? 0) + 1);
}
console.log(
  `${training.length} examples of ${papers.length - aside.size} papers; right on papers set aside: ${((100 * right) / measured.length).toFixed(1)} % of ${measured.length}; temperature ${weights.temperature}`,
);
console.log(
  [...confusions]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([what, often]) => `${what}: ${often}`)
    .join('; '),
);

function best({ evidence }: Example<SlotField>, own: Weights): SlotField {
  const [first] = [...evidenceToDistribution(evidence, own)].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? 'none';
}

/** The temperature at which the truth is least surprising on papers not trained on. */
function bestTemperature(own: Weights, examples: readonly Example<SlotField>[]): number {
  const loss = (temperature: number) =>
    examples.reduce(
      (sum, { evidence, field }) =>
        sum - Math.log(Math.max(1e-9, evidenceToDistribution(evidence, { ...own, temperature }).get(field) ?? 0)),
      0,
    );
  const tried = Array.from({ length: 26 }, (_, index) => 0.5 + index * 0.1);
  return Math.round(10 * (tried.toSorted((a, b) => loss(a) - loss(b))[0] ?? 1)) / 10;
}
