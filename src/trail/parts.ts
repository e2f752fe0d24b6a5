import type { Features } from './features.ts';
import { type Bag, contained, isEmpty, union } from './likeness.ts';

/** The text that says what an entry is about: its action, else its finding, else its progress. */
const gist = ({ bags }: Features): Bag =>
  [bags.action, bags.finding, bags.progress].find((bag) => !isEmpty(bag)) ?? bags.progress;

/** A part must stand in the whole at least so far, and the whole not in the part. */
const partShare = 0.75;
/** How much more of the whole the parts together must cover than the first part alone. */
const partGain = 0.15;
/** A part of fewer words could stand anywhere. */
const partWords = 3;

/**
 * True where an entry was split, or two were merged: `first` and `part` both stand in `whole`, and together they cover
 * most of it and more than `first` does alone.
 */
export function isPart(whole: Features, first: Features, part: Features): boolean {
  const [w, f, p] = [gist(whole), gist(first), gist(part)];
  if (p.words.length < partWords || !sameFinding(whole, part)) return false;
  if (contained(p, w) < partShare || contained(w, p) >= partShare || contained(f, w) < partShare) return false;
  const covered = contained(w, union(f, p));
  return covered >= partShare && covered - contained(w, f) >= partGain;
}

/** Where it is the actions that are compared, the findings above them must not be two. */
function sameFinding(whole: Features, part: Features): boolean {
  const [w, p] = [whole.bags.finding, part.bags.finding];
  return isEmpty(w) || isEmpty(p) || isEmpty(part.bags.action) || contained(p, w) >= partShare;
}
