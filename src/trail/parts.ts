import type { Features } from './features.ts';
import { type Bag, contained, isEmpty, union } from './likeness.ts';

/** The text that says what an entry is about: its action, else its finding, else its progress. */
const gist = ({ bags }: Features): Bag =>
  [bags.action, bags.finding, bags.progress].find((bag) => !isEmpty(bag)) ?? bags.progress;

/** A part must stand in the whole at least so far, and the whole not in the part. */
const partShare = 0.75;
/** How much more of the whole each part must cover than the parts before it do together, where it is in other words. */
const partGain = 0.15;
/** A part of fewer words could stand anywhere, if they do not stand there as they are. */
const partWords = 3;
/** A single word could, even so. */
const leastWords = 2;

/**
 * The entries that `whole` was split into beside `first`, or that went into it: each stands in the whole and adds to
 * what the others cover of it, and together they cover most of it. Empty where that is not so.
 */
export function partsOf(whole: Features, first: Features, others: readonly Features[]): readonly Features[] {
  const [w, f] = [gist(whole), gist(first)];
  if (contained(f, w) < partShare) return [];
  const parts: Features[] = [];
  let covered = f;
  for (const other of others) {
    if (!isPart(whole, other)) continue;
    const more = union(covered, gist(other));
    const gain = contained(w, more) - contained(w, covered);
    if (gain === 0 || (gain < partGain && !isSaidIn(whole, other))) continue;
    parts.push(other);
    covered = more;
  }
  return contained(w, covered) >= partShare ? parts : [];
}

/** True where the text stands in the whole and is not most of it. */
function isPart(whole: Features, part: Features): boolean {
  const [w, p] = [gist(whole), gist(part)];
  return (
    p.words.length >= (isSaidIn(whole, part) ? leastWords : partWords) &&
    sameFinding(whole, part) &&
    contained(p, w) >= partShare &&
    contained(w, p) < partShare
  );
}

/** True where what a part is about stands in the whole word for word. */
function isSaidIn(whole: Features, part: Features): boolean {
  const [w, p] = [whole, part].map(({ action, finding }) => action || finding);
  return w !== undefined && p !== undefined && p !== '' && w.includes(p);
}

/** Where it is the actions that are compared, the findings above them must not be two. */
function sameFinding(whole: Features, part: Features): boolean {
  const [w, p] = [whole.bags.finding, part.bags.finding];
  return isEmpty(w) || isEmpty(p) || isEmpty(part.bags.action) || contained(p, w) >= partShare;
}
