import type { PaperWords } from '../../src/lib/hyphens.ts';
import type { Block } from '../../src/model/document.ts';
import { stitchTables } from '../../src/tables/stitch.ts';
import { toBlocks, type WholeItem } from './blocks.ts';
import type { FlowItem } from './flow.ts';
import { joinTreeTables, treeToTable } from './tree-table.ts';

/** The pages' lines and tables, in reading order, to the paper's blocks; tables over pages joined where asked for. */
export function assemble(items: readonly FlowItem[], stitch: boolean, paper: PaperWords): readonly Block[] {
  const whole = (stitch ? joinTrees(items) : items).map(
    (item): WholeItem =>
      item.kind === 'tree-table' ? { kind: 'table', table: treeToTable(item.tree, paper, null) } : item,
  );
  const blocks = toBlocks(whole, paper);
  return stitch ? stitchTables(blocks, paper) : blocks;
}

/** Neighbouring parts of one table of the structure tree as one. */
function joinTrees(items: readonly FlowItem[]): readonly FlowItem[] {
  const joined: FlowItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const tree =
      item.kind === 'tree-table' && last?.kind === 'tree-table' ? joinTreeTables(last.tree, item.tree) : null;
    if (tree === null) joined.push(item);
    else joined[joined.length - 1] = { kind: 'tree-table', tree };
  }
  return joined;
}
