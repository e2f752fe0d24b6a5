import { type Bag, bagOf, likeness, rarity, type Weight } from './likeness.ts';
import { letters, stems } from './wording.ts';

/** A finding as one service was given it. */
export interface ServiceFinding {
  readonly service: string;
  readonly finding: string;
}

/** Two findings at least so alike are one and the same told to two services. */
const sameLikeness = 0.6;
/** And no two of a group may be less alike than this. */
const leastLikeness = 0.45;

interface Member<F> {
  readonly finding: F;
  readonly bag: Bag;
}

/**
 * Groups findings that say nearly the same, turns of phrase folded ("ensure", "make sure"; "the brigade", "the force")
 * and words weighed by how rare they are among all the findings. Numbers and references have no say.
 * @returns the groups that hold more than one service, the largest first; each finding is in at most one
 */
export function alikeFindings<F extends ServiceFinding>(findings: readonly F[]): readonly (readonly F[])[] {
  const ordered = findings.toSorted((a, b) => order(a, b));
  const told = ordered.map(({ finding }) => stems(finding));
  const weight = rarity(told);
  const members = ordered.map((finding, index): Member<F> => ({ finding, bag: bagOf(told[index] ?? [], weight) }));
  const groupOf = new Map(members.map((member) => [member, [member]]));
  for (const { a, b } of closePairs(members, weight)) {
    const [left, right] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    if (left === right) continue;
    if (left.some((x) => right.some((y) => likeness(x.bag, y.bag, weight) < leastLikeness))) continue;
    left.push(...right);
    for (const member of right) groupOf.set(member, left);
  }
  return [...new Set(groupOf.values())]
    .map((group) => group.map(({ finding }) => finding).toSorted(order))
    .filter((group) => new Set(group.map(({ service }) => service)).size > 1)
    .toSorted((a, b) => b.length - a.length || order(a[0], b[0]));
}

const order = (a: ServiceFinding | undefined, b: ServiceFinding | undefined): number => {
  const [x, y] = [a, b].map((one) => `${one?.service} ${letters(one?.finding ?? null)}`);
  return (x ?? '') < (y ?? '') ? -1 : 1;
};

interface Pair<F> {
  readonly a: Member<F>;
  readonly b: Member<F>;
  readonly alike: number;
}

/** All pairs that are alike enough, the most alike first; only findings that share a rare word are compared. */
function closePairs<F>(members: readonly Member<F>[], weight: Weight): readonly Pair<F>[] {
  const having = new Map<string, number[]>();
  const pairs: Pair<F>[] = [];
  for (const [index, b] of members.entries()) {
    const rare = [...b.bag.stems].toSorted((x, y) => weight(y) - weight(x)).slice(0, rareWords(b.bag));
    const near = new Set(rare.flatMap((stem) => having.get(stem) ?? []));
    for (const other of near) {
      const a = members[other];
      if (a === undefined) continue;
      const alike = likeness(a.bag, b.bag, weight);
      if (alike >= sameLikeness) pairs.push({ a, b, alike });
    }
    for (const stem of b.bag.stems) having.set(stem, [...(having.get(stem) ?? []), index]);
  }
  return pairs.toSorted((x, y) => y.alike - x.alike);
}

/** Texts that share `sameLikeness` of their weight share one of the weightiest words: half of them are enough to look at. */
const rareWords = ({ stems: { size } }: Bag): number => Math.ceil(size / 2) + 1;
