import type { Weights } from '../../parsers/fields/model.ts';
import type { Features } from '../../parsers/fields/value-features.ts';

/** One slot or value of a paper whose truth is known. */
export interface Example<Field extends string> {
  readonly evidence: Features;
  readonly field: Field;
  /** Examples of one paper stay on one side when some are set aside. */
  readonly paper: string;
}

const epochs = 25;
const step = 0.05;
const penalty = 2e-4;

/**
 * Fits a multinomial logistic regression with an L2 penalty by Adam (Kingma and Ba 2015), full batches in fixed order: the
 * same examples give the same weights.
 * @param least pieces of evidence that fewer examples have are left out
 */
export function fitWeights<Field extends string>(
  examples: readonly Example<Field>[],
  fields: readonly Field[],
  least: number,
): Weights<Field> {
  const counts = new Map<string, number>();
  for (const { evidence } of examples)
    for (const name of evidence.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= least)
    .map(([name]) => name)
    .sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ evidence }) =>
    [...evidence].flatMap(([name, amount]): readonly (readonly [number, number])[] => {
      const index = indexes.get(name);
      return index === undefined ? [] : [[index, amount]];
    }),
  );
  const targets = examples.map(({ field }) => fields.indexOf(field));
  const size = names.length * fields.length;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const batch = 256;
  let turn = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < rows.length; from += batch) {
      const gradient = new Float64Array(size);
      const to = Math.min(rows.length, from + batch);
      for (let at = from; at < to; at++)
        addGradient(gradient, rows[at] ?? [], targets[at] ?? 0, weights, fields.length);
      turn += 1;
      const rate = step * (1 - epoch / epochs) + 0.002;
      for (let index = 0; index < size; index++) {
        const own = (gradient[index] ?? 0) / (to - from) + penalty * (weights[index] ?? 0);
        mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * own;
        square[index] = 0.999 * (square[index] ?? 0) + 0.001 * own * own;
        const m = (mean[index] ?? 0) / (1 - 0.9 ** turn);
        const s = (square[index] ?? 0) / (1 - 0.999 ** turn);
        weights[index] = (weights[index] ?? 0) - (rate * m) / (Math.sqrt(s) + 1e-8);
      }
    }
  }
  return {
    fields,
    temperature: 1,
    weights: Object.fromEntries(
      names.map((name, index) => [
        name,
        fields.map((_, field) => Math.round(100 * (weights[index * fields.length + field] ?? 0)) / 100),
      ]),
    ),
  };
}

function addGradient(
  gradient: Float64Array,
  row: readonly (readonly [number, number])[],
  target: number,
  weights: Float64Array,
  fields: number,
): void {
  const scores = new Array<number>(fields).fill(0);
  for (const [index, amount] of row)
    for (let field = 0; field < fields; field++)
      scores[field] = (scores[field] ?? 0) + amount * (weights[index * fields + field] ?? 0);
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  for (let field = 0; field < fields; field++) {
    const error = (powers[field] ?? 0) / sum - (field === target ? 1 : 0);
    for (const [index, amount] of row) {
      const at = index * fields + field;
      gradient[at] = (gradient[at] ?? 0) + error * amount;
    }
  }
}
