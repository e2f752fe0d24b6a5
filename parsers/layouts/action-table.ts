import type { Table } from '../../src/model/document.ts';
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
import type { ColumnRole } from '../recognise/columns.ts';
import { type Layout, type LayoutInput, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { valuesToProfile } from '../recognise/profile.ts';
import { type RowBlock, rowsToBlocks } from '../recognise/row-blocks.ts';
import { type PlanRow, tableToRows } from '../recognise/rows.ts';

/** A header row names the columns, a row is an action; titles over the whole width group the rows. */
export const actionTable: Layout = {
  name: 'action-table',
  read(input) {
    let above: Headed | null = null;
    const alike = tablesToBlocks(input);
    const readings = input.blocks.map((block, index): LayoutReading => {
      if (block.kind === 'heading' && above !== null) above = { ...above, parted: true };
      if (block.kind !== 'table' || !input.free(index)) return nothingRead;
      const read = readTable(block, index, input, { above, alike });
      above = read.headed;
      return read.reading;
    });
    return mergeReadings(readings);
  },
};

/**
 * The columns of the table above: a table without a header that follows it directly goes on with them; `parted` from it
 * by a heading, only where its dates, statuses and references stand in the same columns.
 */
interface Headed {
  readonly parted: boolean;
  readonly labels: readonly string[];
  readonly roles: readonly ColumnRole[];
}

function readTable(
  table: Table,
  index: number,
  { contexts }: LayoutInput,
  { above, alike }: { readonly above: Headed | null; readonly alike: readonly RowBlock[] },
): { readonly reading: LayoutReading; readonly headed: Headed | null } {
  const rows = tableToRows(table);
  const context = contexts[index] ?? {};
  if (rows.some(({ kind }) => kind === 'label')) return { reading: nothingRead, headed: null };
  const goesOn = !rows.some(({ kind }) => kind === 'header') && above !== null && goesOnWith(above, table, rows);
  const blocks = rowsToBlocks(goesOn ? [{ kind: 'header', row: -1, labels: above.labels, cells: [] }, ...rows] : rows);
  const read = blocks.map((block) => {
    const roles = goesOn ? above.roles : blockRoles(block, alike);
    return { block, roles, isPlan: arePlanColumns(roles, { ...context, ...blockContext(block, roles) }) };
  });
  const first = read.find(({ isPlan }) => isPlan);
  if (first === undefined) return { reading: nothingRead, headed: null };
  return {
    headed: { parted: false, labels: first.block.labels ?? [], roles: first.roles },
    reading: {
      entries: read.flatMap(({ block, roles, isPlan }) => (isPlan ? blockToEntries(block, roles, context) : [])),
      used: new Set([index]),
      statements: [],
      issues: [
        ...columnIssues(table, first.roles),
        ...read.flatMap(({ block, roles, isPlan }) => (isPlan ? unreadTexts(block, roles) : unreadRows(block, roles))),
      ],
    },
  };
}

function goesOnWith({ labels, roles, parted }: Headed, table: Table, rows: readonly PlanRow[]): boolean {
  if (labels.length !== table.columns) return false;
  if (!parted) return true;
  const cells = rows.flatMap((row) => (row.kind === 'data' ? [row.cells] : []));
  const told = roles.flatMap(({ field }, column): readonly boolean[] => {
    const profile = valuesToProfile(cells.flatMap((row) => row[column] ?? []));
    if (field === 'ref') return [Math.max(profile.refs, profile.numbered) > 0.5];
    if (field === 'timescale') return [Math.max(profile.dates, profile.statuses) > 0.5];
    if (field === 'status') return [profile.statuses > 0.5];
    return field === 'rag' ? [profile.ratings > 0.5] : [];
  });
  return told.length > 1 && told.every(Boolean);
}
