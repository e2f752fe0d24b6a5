import type { Distribution, SlotField } from './model.ts';

/** What one slot stands for and how probable that is. */
export interface Assigned {
  readonly field: SlotField;
  /** 0 to 1. */
  readonly probability: number;
  /** How probable each field is by what the slot itself shows, whatever the slots say of each other. */
  readonly told?: Distribution;
}

/** Fields that several slots of a record can stand for. */
const repeatable: ReadonlySet<SlotField> = new Set(['extra', 'none']);
/** Fields that two labels can tell of, though they seldom do: what stands under the second is kept under its own where the first has a value. */
const shareable: ReadonlySet<SlotField> = new Set(['progress']);
const ofSecond = 0.3;
const beamWidth = 24;
const leastTried = 0.002;

interface Beam {
  readonly score: number;
  readonly taken: ReadonlySet<SlotField>;
  readonly fields: readonly SlotField[];
}

/**
 * Assigns a field to every slot of a record at once: the most probable assignment in which no field but those that can
 * repeat goes to two slots (beam search over the slots in order). Progress can be told for one period after the other; one period alone is
 * the progress.
 * @param periods for each slot whether its label names a period
 */
export function distributionsToFields(
  distributions: readonly Distribution[],
  periods: readonly boolean[],
): readonly Assigned[] {
  const areSeveral = periods.filter(Boolean).length > 1;
  let beams: readonly Beam[] = [{ score: 0, taken: new Set(), fields: [] }];
  distributions.forEach((distribution, slot) => {
    const ofPeriod = areSeveral && periods[slot] === true;
    const next: Beam[] = [];
    for (const beam of beams) {
      for (const [field, probability] of distribution) {
        if (probability < leastTried && field !== 'extra') continue;
        const repeats = repeatable.has(field) || (ofPeriod && field === 'progress');
        const second = beam.taken.has(field) && !repeats;
        if (second && !shareable.has(field)) continue;
        const taken = repeats ? beam.taken : new Set([...beam.taken, field]);
        next.push({
          score: beam.score + Math.log(Math.max(probability, 1e-6)) + (second ? Math.log(ofSecond) : 0),
          taken,
          fields: [...beam.fields, field],
        });
      }
    }
    beams = next.sort((a, b) => b.score - a.score).slice(0, beamWidth);
  });
  const fields = beams[0]?.fields ?? [];
  return distributions.map((distribution, index) => {
    const field = fields[index] ?? 'extra';
    return { field, probability: distribution.get(field) ?? 0 };
  });
}

/** The vocabulary knows a label so well where that alone decides what stands under it. */
export const leastNamed = 0.9;
/** How sure that is of what reads like something else. */
export const sureOfNamed = 0.6;
/** A text that asks in every record is hardly anything else than a finding. */
export const sureOfAsked = 0.9;
/** What the records of a plan are about is so likely at least. */
export const leastSubject = 0.05;
