import type { Statement } from '../../src/model/plan.ts';
import { notNow, restIsDone, restIsUnchanged } from '../../src/vocabulary/unlisted-entries.ts';

/**
 * What a sentence says of the entries of a plan that its paper does not show.
 * @param folded the sentence in plain lower case
 */
export function saidOfUnlisted(folded: string): Extract<Statement['kind'], `rest_${string}`> | null {
  if (restIsDone.some((pattern) => pattern.test(folded))) return 'rest_complete';
  return !notNow.test(folded) && restIsUnchanged.some((pattern) => pattern.test(folded)) ? 'rest_unchanged' : null;
}
