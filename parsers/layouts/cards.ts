import { foldWords } from '../../src/lib/fold.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { LayoutReading, RawEntry, RawField } from '../../src/model/raw.ts';
import { distinctCells } from '../../src/tables/grid.ts';
import { withContext } from '../recognise/draft.ts';
import { type LabelledValueText, labelsToFields } from '../recognise/label-fields.ts';
import { type Layout, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { pairsToEntry, rowsToBlocks } from '../recognise/row-blocks.ts';
import { type LabelPair, type PlanRow, tableToRows } from '../recognise/rows.ts';

/** A small table per action: labels on the left, values on the right, no header row. */
export const cards: Layout = {
  name: 'cards',
  read({ blocks, contexts, free }) {
    const tables = blocks.map((block, index) => (block.kind === 'table' && free(index) ? cardRows(block) : []));
    const fields = labelsToFields(tables.flat().flatMap(rowTexts));
    const readings = tables.map((rows, index): LayoutReading => {
      const context = contexts[index] ?? {};
      const entries = rowsToCards(rows, fields).map((entry) => withContext(entry, context));
      if (entries.length === 0 || !entries.every(isCard)) return nothingRead;
      return { entries, used: new Set([index]), statements: [], issues: [] };
    });
    return mergeReadings(readings);
  },
};

/** The rows of a table of labels and values; none where it is no card. */
function cardRows(table: Table): readonly PlanRow[] {
  const rows = tableToRows(table);
  const labelled = rows.filter(({ kind }) => kind === 'label').length;
  if (labelled < 2 || labelled < 0.5 * rows.length || rows.some(({ kind }) => kind === 'header')) return [];
  return rows.map(unknownLabelRow);
}

function rowTexts(row: PlanRow): readonly LabelledValueText[] {
  if (row.kind !== 'label') return [];
  return row.pairs.map(({ label, value }) => ({
    label: label.text,
    text: value?.text ?? '',
    fill: value?.fill ?? null,
  }));
}

function rowsToCards(rows: readonly PlanRow[], fields: ReadonlyMap<string, RawField>): readonly RawEntry[] {
  const resolved = rows.map((row): PlanRow => {
    if (row.kind !== 'label') return row;
    return {
      ...row,
      pairs: row.pairs.map((pair) => ({ ...pair, field: fields.get(foldWords(pair.label.text)) ?? pair.field })),
    };
  });
  return rowsToBlocks(resolved).map((block) => withContext(pairsToEntry(block.above), block.context));
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
