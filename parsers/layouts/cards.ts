import type { Cell, Table } from '../../src/model/document.ts';
import type { LayoutReading, RawEntry } from '../../src/model/raw.ts';
import { distinctCells } from '../../src/tables/grid.ts';
import { withContext } from '../recognise/draft.ts';
import { type Layout, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { pairsToEntry, rowsToBlocks } from '../recognise/row-blocks.ts';
import { type LabelPair, type PlanRow, tableToRows } from '../recognise/rows.ts';

/** A small table per action: labels on the left, values on the right, no header row. */
export const cards: Layout = {
  name: 'cards',
  read({ blocks, contexts, free }) {
    const readings = blocks.map((block, index): LayoutReading => {
      if (block.kind !== 'table' || !free(index)) return nothingRead;
      const context = contexts[index] ?? {};
      const entries = tableToCards(block).map((entry) => withContext(entry, context));
      if (entries.length === 0 || !entries.every(isCard)) return nothingRead;
      return { entries, used: new Set([index]), statements: [], issues: [] };
    });
    return mergeReadings(readings);
  },
};

function tableToCards(table: Table): readonly RawEntry[] {
  const rows = tableToRows(table);
  const labelled = rows.filter(({ kind }) => kind === 'label').length;
  if (labelled < 2 || labelled < 0.5 * rows.length || rows.some(({ kind }) => kind === 'header')) return [];
  return rowsToBlocks(rows.map(unknownLabelRow)).map((block) => withContext(pairsToEntry(block.above), block.context));
}

/** On a card a row whose label the vocabulary does not know is a label all the same, kept under its own words. */
function unknownLabelRow(row: PlanRow): PlanRow {
  if (row.kind !== 'data') return row;
  const [label, value, more] = distinctCells(row.cells);
  if (label === undefined || value === undefined || more !== undefined) return row;
  const pair: LabelPair = { label, field: 'extra', value: value satisfies Cell };
  return { kind: 'label', row: row.row, pairs: [pair] };
}

/** A card is about a finding or an action, and says how it goes, by when or by whom. */
function isCard({ fields, updates }: RawEntry): boolean {
  const about = fields.finding !== undefined || fields.action !== undefined;
  const says = fields.progress ?? fields.status ?? fields.timescale ?? fields.lead ?? fields.future ?? fields.rag;
  return about && (says !== undefined || updates.length > 0);
}
