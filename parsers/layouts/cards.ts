import { foldWords } from '../../src/lib/fold.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { LayoutReading, RawEntry, RawField } from '../../src/model/raw.ts';
import { blockContext, pairsToEntry, unreadRows, unreadTexts } from '../recognise/block-entries.ts';
import { withContext } from '../recognise/draft.ts';
import { type LabelledValueText, labelsToFields } from '../recognise/label-fields.ts';
import { labelField } from '../recognise/labels.ts';
import { type Layout, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { type RowBlock, rowsToBlocks } from '../recognise/row-blocks.ts';
import { type PlanRow, tableToRows, unknownLabelRow } from '../recognise/rows.ts';

/** A small table per action: labels on the left, values on the right, no header row. */
export const cards: Layout = {
  name: 'cards',
  read({ blocks, contexts, free }) {
    const tables = blocks.map((block, index) => (block.kind === 'table' && free(index) ? cardRows(block) : []));
    const fields = labelsToFields(tables.flat().flatMap(rowTexts));
    const readings = tables.map((rows, index): LayoutReading => {
      const context = contexts[index] ?? {};
      const forms = rowsToBlocks(rows.map((row) => resolved(row, fields)));
      const entries = forms.filter(isFilled).map((form) => withContext(blockToCard(form), context));
      if (entries.length === 0 || !entries.every(isCard)) return nothingRead;
      const issues = forms.flatMap((form) => [...unreadTexts(form, []), ...unreadRows({ ...form, texts: [] }, [])]);
      return { entries, used: new Set([index]), statements: [], issues };
    });
    return mergeReadings(readings);
  },
};

/** The rows of a table of labels and values; none where it is no card. */
function cardRows(table: Table): readonly PlanRow[] {
  const rows = stackedRows(tableToRows(table)).map(unknownLabelRow);
  const labelled = rows.filter(({ kind }) => kind === 'label').length;
  if (labelled < 2 || labelled < 0.5 * rows.length || rows.some(({ kind }) => kind === 'header')) return [];
  return rows;
}

function rowTexts(row: PlanRow): readonly LabelledValueText[] {
  if (row.kind !== 'label') return [];
  return row.pairs.map(({ label, value }) => ({
    label: label.text,
    text: value?.text ?? '',
    fill: value?.fill ?? null,
  }));
}

/** A row with each label's field as the whole paper shows it to be. */
function resolved(row: PlanRow, fields: ReadonlyMap<string, RawField>): PlanRow {
  if (row.kind !== 'label') return row;
  const pairs = row.pairs.map((pair) => ({ ...pair, field: fields.get(foldWords(pair.label.text)) ?? pair.field }));
  return { ...row, pairs };
}

const isFilled = ({ above, data }: RowBlock) => above.length > 0 || data.length > 0;

const blockToCard = (block: RowBlock) => withContext(pairsToEntry(block.above), blockContext(block, []));

/**
 * A label over the whole width with its value in the row below (`Planned for next period`), as forms have them. Where
 * one such label is known, others that look the same are labels too, kept under their own words.
 */
function stackedRows(rows: readonly PlanRow[]): readonly PlanRow[] {
  const titleAt = (index: number) => {
    const row = rows[index];
    return row?.kind === 'section' ? row.cell : null;
  };
  const known = rows.flatMap((_, index) => {
    const [label, value] = [titleAt(index), titleAt(index + 1)];
    return label !== null && value !== null && labelField(label.text, 0.9) !== null ? [label] : [];
  });
  const isLabel = (cell: Cell) =>
    known.some((other) => cell === other || (!sameLooks(cell, plain) && sameLooks(cell, other)));
  const stacked: PlanRow[] = [];
  for (let index = 0; index < rows.length; index++) {
    const [row, label, value] = [rows[index], titleAt(index), titleAt(index + 1)];
    if (row === undefined) continue;
    if (label === null || value === null || !isLabel(label) || isLabel(value)) stacked.push(row);
    else {
      stacked.push({
        kind: 'label',
        row: row.row,
        pairs: [{ label, field: labelField(label.text) ?? 'extra', value }],
      });
      index++;
    }
  }
  return stacked;
}

type Looks = Pick<Cell, 'bold' | 'fill'>;
const plain: Looks = { bold: false, fill: null };
const sameLooks = (a: Looks, b: Looks) => a.bold === b.bold && `${a.fill}` === `${b.fill}`;

/** A card is about a finding or an action, and says how it goes, by when or by whom. */
function isCard({ fields, updates }: RawEntry): boolean {
  const about = fields.finding !== undefined || fields.action !== undefined;
  const says = fields.progress ?? fields.status ?? fields.timescale ?? fields.lead ?? fields.future ?? fields.rag;
  return about && (says !== undefined || updates.length > 0);
}
