import type { Entry } from '../model/plan.ts';

/** What the meaning of a field's words says of their being that field's: a reference is short, and so is a date. */
export function meaningToEvidence(
  field: string,
  { ref, timescale }: Pick<Entry, 'ref' | 'timescale'>,
): ReadonlyMap<string, number> {
  if (field === 'ref' && ref !== null) return new Map([['reference in words', Math.max(0, words(ref) - shortRef)]]);
  if (field === 'timescale' && timescale !== null)
    return new Map([['length of the date', Math.log(words(timescale.raw))]]);
  return new Map();
}

/** `AFI 3`. */
const shortRef = 2;
const words = (text: string): number => text.split(/\s+/).length;
