import { attribute, type Element, isElement, type Node, parentOf } from '../dom.ts';

/** 1 to 6 for a heading element or role; null for anything else. */
export function headingLevel(element: Element): number | null {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined) return Number(level);
  if (attribute(element, 'role') !== 'heading') return null;
  return Number(/^\d$/.exec(attribute(element, 'aria-level'))?.[0] ?? 2);
}

/** Marks a button that was made a heading: what it opens stands beside what the next one opens. */
export const opensPart = 'data-opens-part';

/**
 * The level of a title that has none of its own, such as a `<summary>`: one below the heading that stands before it
 * beside it or beside what it stands in. Headings inside its neighbours are theirs.
 */
export function levelBelowHeading(element: Element): number {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    for (let before: Node | null = at.prev; before !== null; before = before.prev) {
      const level = isElement(before) && !(opensPart in before.attribs) ? headingLevel(before) : null;
      if (level !== null) return Math.min(6, level + 1);
    }
  }
  return 2;
}
