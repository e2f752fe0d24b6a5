import type { Entry, EntryField } from '../../src/model/plan.ts';
import type { Evidence, LayoutReading } from '../../src/model/raw.ts';
import learned from './how-sure.json' with { type: 'json' };

/** Learned weights by the name of each piece of evidence: how much it adds to the log-odds that a value is right. */
export type SureWeights = Readonly<Record<string, number>>;

/** Tells how sure a value is, 0 to 1, by all that is known of it. */
export type HowSure = (evidence: Evidence) => number;

/** How sure a value is by additive evidence (logistic regression): of those with 0.9 nine in ten are right. What a person said is certain. */
export const howSureBy =
  (weights: SureWeights): HowSure =>
  (evidence) => {
    const pieces = evidence.flatMap((part) => [...part]);
    if (pieces.some(([name]) => name === 'said by a person')) return 1;
    const odds = pieces.reduce((sum, [name, amount]) => sum + amount * (weights[name] ?? 0), weights.always ?? 0);
    return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
  };

/** By the weights that `scripts/learn/sure.ts` made. */
export const howSure: HowSure = howSureBy(learned);

/** An entry, and what the reader knew of each field of it. */
interface Known {
  readonly entry: Entry;
  readonly evidence: Readonly<Partial<Record<EntryField, Evidence>>>;
}

/** The entries of a paper, each field with how sure it is: by its own evidence, by the entry beside the others, by what else the plan left. */
export function withConfidence(
  known: readonly Known[],
  { issues }: Pick<LayoutReading, 'issues'>,
  sure: HowSure,
): readonly Entry[] {
  const unplaced = issues.filter(({ code }) => code === 'layout/text-not-placed').length;
  const ofPaper = new Map([['texts of no entry', Math.log(1 + unplaced / Math.max(1, known.length))]]);
  const ofEntries = besideOthers(known.map(({ entry }) => entry));
  return known.map(({ entry, evidence }, index) => ({
    ...entry,
    confidence: Object.fromEntries(
      Object.entries(evidence).map(([field, own]) => [
        field,
        sure([...own, new Map([[`field ${field}`, 1]]), ofEntries[index] ?? new Map(), ofPaper]),
      ]),
    ),
  }));
}

/** How each entry differs from the others: rows that were cut, joined or read twice do. */
function besideOthers(entries: readonly Entry[]): readonly ReadonlyMap<string, number>[] {
  const said = entries.map(({ places }) => Object.keys(places).length);
  const usual = said.toSorted((a, b) => a - b)[Math.floor(said.length / 2)] ?? 0;
  const findings = Map.groupBy(entries, ({ finding }) => finding);
  const subjects = Map.groupBy(entries, subjectOf);
  return entries.map((entry, index) => {
    const more = ((said[index] ?? 0) - usual) / Math.max(1, usual);
    const ofFinding = entry.finding === null ? 1 : (findings.get(entry.finding)?.length ?? 1);
    return new Map([
      ['entry of fewer fields', Math.max(0, -more)],
      ['entry of more fields', Math.max(0, more)],
      ['entry like another', Number((subjects.get(subjectOf(entry))?.length ?? 1) > 1)],
      ['entries of the finding', Math.log(ofFinding)],
    ]);
  });
}

const subjectOf = ({ finding, action, progress }: Entry): string => JSON.stringify([finding, action, progress]);
