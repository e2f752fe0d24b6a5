import { heightOf, type Nest, widthOf, withNested } from '../../../../src/tables/nested.ts';
import type { StructureNode } from '../../page/page-content.ts';
import type { Word } from '../../text/words.ts';
import { type PlacedNode, placeCells, rowsOf } from './tree-grid.ts';

/** Rows kept for each row of the table: a page tells only the inner tables of which it shows something. */
const rowHeight = 1000;

/**
 * The cells of a table of the tree with those of the tables in its cells, at positions that are the same on every page of the
 * table; a header that all inner tables have is given once.
 */
export function withNestedNodes(
  placed: readonly PlacedNode[],
  runsOf: (node: StructureNode) => readonly Word[],
): readonly PlacedNode[] {
  const nests = placed.flatMap((cell) => nestOf(cell) ?? []);
  if (nests.length === 0) return placed;
  const heads = nests.map(({ inner }) => inner.filter(({ row }) => row === 0));
  const isHeaded = heads.every((cells, index) => cells.every(isHead) && heightOf(nests[index]?.inner ?? []) > 1);
  const words = new Set(
    heads.map((cells) => cells.flatMap(({ node }) => runsOf(node).map(({ text }) => text)).join(' ')).filter(Boolean),
  );
  if (isHeaded && words.size > 1) return placed;
  const body = placed.find((cell) => !cell.header)?.row ?? heightOf(placed);
  const header = isHeaded ? headerOf(heads, runsOf).map((cell) => ({ ...cell, key: `head/${cell.column}` })) : [];
  return withNested(placed, nests, header, body, rowHeight);
}

const isHead = ({ header, rowSpan }: PlacedNode): boolean => header && rowSpan === 1;

/** The first of some headers alike whose words stand on this page; the first of them where none do. */
const headerOf = (
  heads: readonly (readonly PlacedNode[])[],
  runsOf: (node: StructureNode) => readonly Word[],
): readonly PlacedNode[] => heads.find((cells) => cells.some(({ node }) => runsOf(node).length > 0)) ?? heads[0] ?? [];

/** The table that is all that a cell's node holds, where it has several columns. */
function nestOf(outer: PlacedNode): Nest<PlacedNode> | null {
  const held = outer.node.children.filter((child): child is StructureNode => 'role' in child);
  const [only] = held;
  if (held.length !== 1 || only?.role !== 'Table') return null;
  const inner = placeCells(rowsOf(only)).map((cell) => ({ ...cell, key: `${outer.key}/${cell.key}` }));
  return widthOf(inner) < 2 ? null : { outer, inner };
}
