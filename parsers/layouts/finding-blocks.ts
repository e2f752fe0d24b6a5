import type { LayoutReading } from '../../src/model/raw.ts';
import {
  arePlanColumns,
  blockContext,
  blockRoles,
  blockToEntries,
  columnIssues,
  tablesToBlocks,
  unreadRows,
  unreadTexts,
} from '../recognise/block-entries.ts';
import { type Layout, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { rowsToBlocks } from '../recognise/row-blocks.ts';
import { tableToRows } from '../recognise/rows.ts';

/** Per finding: label rows above, a small table of actions, and often a lead row under it that holds for all of them. */
export const findingBlocks: Layout = {
  name: 'finding-blocks',
  read(input) {
    const { blocks, contexts, free } = input;
    const alike = tablesToBlocks(input);
    const readings = blocks.map((block, index): LayoutReading => {
      if (block.kind !== 'table' || !free(index)) return nothingRead;
      const rows = tableToRows(block);
      if (!rows.some(({ kind }) => kind === 'label') || !rows.some(({ kind }) => kind === 'header')) return nothingRead;
      const rowBlocks = rowsToBlocks(rows);
      const context = contexts[index] ?? {};
      const read = rowBlocks.map((rowBlock) => {
        const roles = blockRoles(rowBlock, alike);
        const labelled = Object.fromEntries(rowBlock.above.map(({ field, value }) => [field, value]));
        const isPlan =
          rowBlock.data.length === 0 ||
          arePlanColumns(roles, { ...context, ...blockContext(rowBlock, roles), ...labelled });
        return isPlan
          ? { roles, entries: blockToEntries(rowBlock, roles, context), issues: unreadTexts(rowBlock, roles) }
          : { roles, entries: [], issues: unreadRows(rowBlock, roles) };
      });
      const entries = read.flatMap((one) => one.entries);
      if (entries.length === 0) return nothingRead;
      return {
        entries,
        used: new Set([index]),
        statements: [],
        issues: [...columnIssues(block, read[0]?.roles ?? []), ...read.flatMap(({ issues }) => issues)],
      };
    });
    return mergeReadings(readings);
  },
};
