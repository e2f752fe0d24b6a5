import type { Table } from '../../../src/model/document.ts';
import type { TreeTable } from '../tables/tagged/tree-table.ts';
import type { FlowLine } from '../text/flow-line.ts';

/** A table in its place between the lines. */
export interface FlowTable {
  readonly kind: 'table';
  readonly table: Table;
}

/** A table of the structure tree, to be joined with its parts on other pages before it becomes a `Table`. */
export interface FlowTree {
  readonly kind: 'tree-table';
  readonly tree: TreeTable;
}

/** What stands on a page, in reading order. */
export type FlowItem = FlowLine | FlowTable | FlowTree;
