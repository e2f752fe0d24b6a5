import type { Features } from './features.ts';
import { type Bag, isEmpty, likeness, without } from './likeness.ts';

/** From so much alike on two actions of one paper are siblings: one for each watch, station or quarter. */
const siblingLikeness = 0.6;

/**
 * For each entry of a paper the words of its action that the entry most like it there has not: what tells it from its
 * siblings. Null where it has none, or says just the same.
 */
export function ownWords(entries: readonly Features[]): readonly (Bag | null)[] {
  return entries.map(({ bags: { action } }, at) => {
    let nearest: Bag | null = null;
    let most = siblingLikeness;
    for (const [other, { bags }] of entries.entries()) {
      const alike = other === at || isEmpty(action) ? 0 : likeness(action, bags.action);
      if (alike < most) continue;
      [nearest, most] = [bags.action, alike];
    }
    const own = nearest === null ? null : without(action, nearest);
    return own === null || isEmpty(own) ? null : own;
  });
}
