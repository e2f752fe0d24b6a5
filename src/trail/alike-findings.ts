import { askingSentence } from '../vocabulary/phrases.ts';
import { type Bag, likeness, rarity } from './likeness.ts';
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
 * and words weighed by how rare they are among all the findings. Who is asked, and by when, has no say.
 * @returns the groups that hold more than one service, the largest first; each finding is in at most one
 */
export function alikeFindings<F extends ServiceFinding>(findings: readonly F[]): readonly (readonly F[])[] {
  const ordered = findings.toSorted((a, b) => order(a, b));
  const told = ordered.map(({ finding }) => stems(finding.replace(askingSentence, '')));
  const bag = rarity(told);
  const members = ordered.map((finding, index): Member<F> => ({ finding, bag: bag(told[index] ?? []) }));
  const groupOf = new Map(members.map((member) => [member, [member]]));
  for (const { a, b } of closePairs(members)) {
    const [left, right] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    if (left === right) continue;
    if (left.some((x) => right.some((y) => likeness(x.bag, y.bag) < leastLikeness))) continue;
    left.push(...right);
    for (const member of right) groupOf.set(member, left);
  }
  return [...new Set(groupOf.values())]
    .map((group) => group.map(({ finding }) => finding).toSorted(order))
    .filter((group) => new Set(group.map(({ service }) => service)).size > 1)
    .toSorted((a, b) => b.length - a.length || order(a[0], b[0]));
}

/** True where one of some findings has all of these words, in any form. @param about null or empty where none are asked for */
export function isAbout(group: readonly ServiceFinding[], about: string | null): boolean {
  const wanted = stems(about === '' ? null : about);
  return group.some(({ finding }) => wanted.every((stem) => stems(finding).includes(stem)));
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

/** All pairs that are alike enough, the most alike first; only findings with a telling word in common are compared. */
function closePairs<F>(members: readonly Member<F>[]): readonly Pair<F>[] {
  const having = new Map<number, number[]>();
  const pairs: Pair<F>[] = [];
  for (const [index, b] of members.entries()) {
    const words = telling(b.bag);
    const near = new Set(words.flatMap((word) => having.get(word) ?? []));
    for (const other of near) {
      const a = members[other];
      if (a === undefined) continue;
      const alike = likeness(a.bag, b.bag);
      if (alike >= sameLikeness) pairs.push({ a, b, alike });
    }
    for (const word of words) {
      const known = having.get(word);
      if (known === undefined) having.set(word, [index]);
      else known.push(index);
    }
  }
  return pairs.toSorted((x, y) => y.alike - x.alike);
}

/**
 * The heaviest words, until those left are too light to be all that is shared: of two texts alike enough, the heaviest
 * word that both have is among these of either. Half of `sameLikeness` of both weights is shared at least, and no more
 * than the other text weighs (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006).
 */
function telling({ words, weights, weight }: Bag): readonly number[] {
  const ordered = [...words.keys()].toSorted((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0) || x - y);
  const least = (weight * sameLikeness) / (2 - sameLikeness) - 1e-9;
  let left = weight;
  return ordered.flatMap((at) => {
    const isTelling = left >= least;
    left -= weights[at] ?? 0;
    return isTelling ? [words[at] ?? -1] : [];
  });
}
