import type { RawValue } from '../../src/model/raw.ts';
import type { Legend } from '../../src/normalise/status.ts';
import type { Region } from '../records/model.ts';
import { labelToFeatures } from './label-features.ts';
import { relationsOf } from './relation-features.ts';
import { type Features, valuesToFeatures } from './value-features.ts';

/** What is known of the paper that a region stands in. */
export interface PaperAround {
  readonly legend: Legend;
  /** ISO 8601; null where the paper gives none. */
  readonly date: string | null;
  /** What the paper is called, wherever that stands; null where it is called nothing. */
  readonly title: RawValue | null;
  /** True for a paper that names the inspectorate, its reports or what they ask for. */
  readonly ofInspection: boolean;
}

/** All evidence of what each slot of a region stands for: its label's words, its values, the slots around it. */
export function regionToEvidence({ slots }: Region, { legend, date, ofInspection }: PaperAround): readonly Features[] {
  const values = slots.map((slot) => valuesToFeatures(slot, legend));
  const relations = relationsOf(slots, values, date);
  const ofPaper: readonly (readonly [string, number])[] = ofInspection ? [['paper: of inspection', 1]] : [];
  return slots.map(
    ({ label }, index): Features =>
      new Map([
        ...labelToFeatures(label),
        ...(values[index] ?? []),
        ...(relations[index] ?? []),
        ...ofPaper,
        ['always', 1],
      ]),
  );
}
