import { leastOf, mostOf } from '../../../src/lib/extremes.ts';
import {
  childrenOf,
  descendantsOf,
  type Element,
  isBlockElement,
  isElement,
  type Node,
  parentOf,
  textOf,
} from '../dom.ts';
import { headingLevel } from './heading-level.ts';
import { lineOf, shownText } from './inline.ts';
import type { Styles } from './styles.ts';

/** How much larger than the prose a line must be set to stand out as a heading. */
const largerThanProse = 1.2;
const mostWords = 25;
/** Fewer letters than this outside tables are no measure of what prose is set in. */
const fewLetters = 200;

interface Sized {
  readonly element: Element;
  readonly size: number;
}

/**
 * Gives short paragraphs that are set larger than the prose the role of a heading: Word and its like make titles by
 * size alone. Their level follows from the sizes of the headings that are marked, else from one another's.
 */
export function markLargeParagraphs(nodes: readonly Node[], styles: Styles): void {
  const all = nodes.filter(isElement).flatMap((node) => [node, ...descendantsOf(node)]);
  const body = proseSize(nodes, styles);
  const headings = all.filter((element) => headingLevel(element) !== null);
  const marked = headings.map((element): Sized => ({ element, size: sizeOf(element, styles) }));
  const large = all
    .filter((element) => isPlainParagraph(element, styles))
    .map((element): Sized => ({ element, size: sizeOf(element, styles) }))
    .filter(({ size }) => size >= largerThanProse * body);
  const sizes = [...new Set(large.map(({ size }) => size))].sort((a, b) => b - a);
  const levels = new Map(
    sizes.map((size, rank) => [size, marked.length > 0 ? levelAmong(marked, size) : Math.min(6, rank + 1)]),
  );
  for (const { element, size } of large) {
    element.attribs.role = 'heading';
    element.attribs['aria-level'] = String(levels.get(size));
  }
}

/** The level of the marked headings that are set no larger; one above them all, or one below, where none is as large. */
function levelAmong(marked: readonly Sized[], size: number): number {
  const levels = marked.map((heading) => ({ level: headingLevel(heading.element) ?? 1, size: heading.size }));
  const highest = leastOf(levels, ({ level }) => level);
  if (levels.every((heading) => size > 1.1 * heading.size)) return Math.max(1, highest - 1);
  const reached = levels.filter((heading) => heading.size <= size + 0.25);
  return reached.length > 0
    ? leastOf(reached, ({ level }) => level)
    : Math.min(6, mostOf(levels, ({ level }) => level) + 1);
}

/** A paragraph of one short line outside lists, tables and headings. */
function isPlainParagraph(element: Element, styles: Styles): boolean {
  if (element.name !== 'p' && element.name !== 'div') return false;
  if (
    'data-list-level' in element.attribs ||
    headingLevel(element) !== null ||
    isInside(element, (at) => notPlain.test(at.name))
  )
    return false;
  if ([...descendantsOf(element)].some((inner) => isBlockElement(inner) || headingLevel(inner) !== null)) return false;
  const text = lineOf(childrenOf(element), styles);
  return /\p{L}{2}/u.test(text) && text.split(' ').length <= mostWords && !/[.;,:]$/.test(text);
}

const notPlain = /^(?:td|th|li|dd|dt|h[1-6]|figcaption|caption|summary)$/;

function isInside(node: Node, isWanted: (element: Element) => boolean): boolean {
  for (let at = parentOf(node); at !== null; at = parentOf(at)) if (isWanted(at)) return true;
  return false;
}

/** Points most letters of an element are set in. */
const sizeOf = (element: Element, styles: Styles): number => commonSize(lettersBySize([element], styles))?.size ?? 0;

/** Points most of the prose is set in; where there is next to none outside tables, of what stands in them too. */
function proseSize(nodes: readonly Node[], styles: Styles): number {
  const inTable = (node: Node) => isInside(node, (at) => at.name === 'td' || at.name === 'th');
  const inHeading = (node: Node) => isInside(node, (at) => headingLevel(at) !== null);
  const outside = commonSize(lettersBySize(nodes, styles, (text) => !inHeading(text) && !inTable(text)));
  const within = commonSize(lettersBySize(nodes, styles, inTable));
  if (outside === null) return within?.size ?? Number.POSITIVE_INFINITY;
  return outside.letters < fewLetters && within !== null ? Math.min(outside.size, within.size) : outside.size;
}

function lettersBySize(
  nodes: readonly Node[],
  styles: Styles,
  counts: (text: Node) => boolean = () => true,
): ReadonlyMap<number, number> {
  const letters = new Map<number, number>();
  for (const text of shownText(nodes, styles)) {
    const parent = parentOf(text);
    if (parent === null || !counts(text)) continue;
    const size = styles.size(parent);
    letters.set(size, (letters.get(size) ?? 0) + textOf(text).trim().length);
  }
  return letters;
}

function commonSize(letters: ReadonlyMap<number, number>): { readonly size: number; readonly letters: number } | null {
  let common: { size: number; letters: number } | null = null;
  for (const [size, count] of letters) if (common === null || count > common.letters) common = { size, letters: count };
  return common;
}
