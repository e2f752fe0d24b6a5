import type { RawField } from '../../src/model/raw.ts';
import type { Features } from './value-features.ts';
import learned from './weights.json' with { type: 'json' };

/** What a slot can stand for: a field of an entry, a column kept under its own words, or nothing of the plan's. */
export type SlotField = RawField | 'none';

/** Learned weights: for each piece of evidence one number a field, in the order of `fields`. */
export interface Weights<Field = SlotField> {
  readonly fields: readonly Field[];
  /** Divides the scores so that a probability is as often right as it says (Guo and others 2017). */
  readonly temperature: number;
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** How probable each field is for a slot; the probabilities of all fields are 1 together. */
export type Distribution = ReadonlyMap<SlotField, number>;

/** The weights that `scripts/learn` made. */
export const learnedWeights = learned as unknown as Weights;

/** Multinomial logistic regression: the probability of each field by the sum of its evidence. */
export function evidenceToDistribution(evidence: Features, { fields, temperature, weights }: Weights): Distribution {
  const scores = fields.map(() => 0);
  for (const [name, amount] of evidence) {
    const row = weights[name];
    if (row === undefined) continue;
    for (let field = 0; field < scores.length; field++)
      scores[field] = (scores[field] ?? 0) + amount * (row[field] ?? 0);
  }
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - most) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return new Map(fields.map((field, index) => [field, (powers[index] ?? 0) / sum]));
}

/** A distribution in which a field is out of the question: what spoke for it speaks for nothing. */
export const without = (field: SlotField, distribution: Distribution): Distribution =>
  new Map([
    ...distribution,
    [field, 0] as const,
    ['none', (distribution.get('none') ?? 0) + (distribution.get(field) ?? 0)] as const,
  ]);
