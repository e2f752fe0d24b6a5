import { heightOf, type Nest, widthOf, withNested } from '../../../src/tables/nested.ts';
import { childrenOf, type Element, type Node, textOf } from '../dom.ts';
import { type PlacedCell, placeCells, tableParts } from './placed-cells.ts';
import type { Styles } from './styles.ts';

/** The cells of a table with those of the tables in its cells, a header that all of these have given once. */
export function withNestedRows(placed: readonly PlacedCell[], styles: Styles): readonly PlacedCell[] {
  const nests = placed.flatMap((cell) => nestOf(cell, styles) ?? []);
  const header = sharedHeader(nests).map((cell) => ({ ...cell, inHead: true }));
  const plain = nests.map(({ outer, inner }) => ({ outer, inner: inner.map((cell) => ({ ...cell, inHead: false })) }));
  return withNested(placed, plain, header, heightOf(placed.filter(({ inHead }) => inHead)));
}

/** The table that is all that a cell holds, where it has several columns. */
function nestOf(outer: PlacedCell, styles: Styles): Nest<PlacedCell> | null {
  const held = childrenOf(outer.element).filter(saysSomething);
  const [only] = held;
  if (held.length !== 1 || only === undefined || !('name' in only) || only.name !== 'table') return null;
  const inner = placeCells(tableParts(only as Element, styles).rows, mostInner);
  return inner === null || widthOf(inner) < 2 ? null : { outer, inner };
}

const mostInner = 10_000;
const saysSomething = (node: Node): boolean => textOf(node).trim() !== '';

/** The first row of every inner table, where it is the same words each time or is marked as a header. */
function sharedHeader(nests: readonly Nest<PlacedCell>[]): readonly PlacedCell[] {
  const heads = nests.map(({ inner }) => inner.filter(({ row, rowSpan }) => row === 0 && rowSpan === 1));
  const words = new Set(heads.map((cells) => cells.map(({ element }) => textOf(element).trim()).join('\n')));
  const [first = []] = heads;
  const isMarked = first.every(({ element, inHead }) => inHead || element.name === 'th');
  const isOver = nests.every(({ inner }) => heightOf(inner) > 1);
  return words.size === 1 && isOver && (isMarked || nests.length > 1) ? first : [];
}
