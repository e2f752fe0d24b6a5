import type { CheerioAPI } from 'cheerio';
import { foldPlain } from '../../../src/lib/fold.ts';
import { childrenOf, descendantsOf, type Element, isElement, isText, type Node, parentOf, textOf } from '../dom.ts';
import { placeCells, tableParts } from './placed-cells.ts';
import type { Styles } from './styles.ts';

/** More positions than any table has that is read so. */
const mostPositions = 250_000;

/**
 * Takes out of a table's cells what only repeats their column's header for narrow screens: words at a cell's beginning, in
 * an element of their own, that are the header's and have the cell's value after them. Changes the tree.
 */
export function dropCellLabels($: CheerioAPI, styles: Styles): void {
  for (const table of $('table:has(th)').toArray() as Element[]) {
    const placed = placeCells(tableParts(table, styles).rows, mostPositions) ?? [];
    const heads = new Map(
      placed
        .filter(({ element, inHead }) => inHead || element.name === 'th')
        .map((cell) => [cell.column, words(cell.element)]),
    );
    for (const { element, column } of placed) {
      const head = heads.get(column);
      const label = element.name === 'td' && head !== undefined && head !== '' ? labelIn(element, head) : null;
      if (label !== null) $(label).remove();
    }
  }
}

const words = (node: Node): string => foldPlain(textOf(node)).replace(/\s*:$/, '').trim();

/** The outermost element inside a cell that begins it and says the header's words and no more; null where none does. */
function labelIn(cell: Element, head: string): Element | null {
  let label: Element | null = null;
  for (let at = firstText(cell); at !== null && at !== cell; at = parentOf(at)) {
    if (isElement(at) && words(at) === head) label = at;
  }
  return label === null || (words(cell) === head && !holdsPicture(cell)) ? null : label;
}

const holdsPicture = (cell: Element): boolean =>
  [...descendantsOf(cell)].some(({ name, attribs }) => name === 'img' || name === 'svg' || 'aria-label' in attribs);

function firstText(node: Node): Node | null {
  if (isText(node)) return node.data.trim() === '' ? null : node;
  for (const child of childrenOf(node)) {
    const found = firstText(child);
    if (found !== null) return found;
  }
  return null;
}
