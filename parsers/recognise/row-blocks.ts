import type { Cell } from '../../src/model/document.ts';
import type { RawField } from '../../src/model/raw.ts';
import { type BlockText, rowToText } from './block-texts.ts';
import { titleContext } from './context.ts';
import type { DataRow } from './data-rows.ts';
import type { Context } from './draft.ts';
import { labelWords, splitLabel } from './labels.ts';
import type { LabelPair, PlanRow } from './rows.ts';
import { cellValue } from './values.ts';

/** Rows that belong together: titles and texts over the whole width, labels above, one header with its data, labels below. */
export interface RowBlock {
  readonly context: Context;
  readonly texts: readonly BlockText[];
  readonly above: readonly LabelPair[];
  readonly labels: readonly string[] | null;
  /** The cells of the header, by column. */
  readonly heads: DataRow;
  readonly data: readonly DataRow[];
  readonly below: readonly LabelPair[];
}

const emptyBlock: RowBlock = { context: {}, texts: [], above: [], labels: null, heads: [], data: [], below: [] };

/** Cuts a table's rows into blocks: at each section title, each new header, and each label that repeats or opens a finding. */
export function rowsToBlocks(rows: readonly PlanRow[]): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  let block = emptyBlock;
  let labels: readonly string[] | null = null;
  let heads: DataRow = [];
  // Lists that grow row by row.
  let [data, above, below]: [DataRow[], LabelPair[], LabelPair[]] = [[], [], []];
  let labelsAbove = new Set<string>();
  const close = (next: RowBlock) => {
    if (above.length > 0 || data.length > 0 || block.texts.length > 0) blocks.push({ ...block, data, above, below });
    block = next;
    [data, above, below] = [[], [], []];
    labelsAbove = new Set();
    addAbove(next.above);
  };
  const addAbove = (pairs: readonly LabelPair[]) => {
    for (const pair of pairs) {
      above.push(pair);
      labelsAbove.add(labelWords(pair.label.text));
    }
  };
  for (const row of rows) {
    const told = row.kind === 'section' ? labelledTitle(row.cell) : null;
    const text = row.kind === 'section' && told === null ? rowToText(row.cell) : null;
    const isBegun = data.length > 0 || above.length > 0;
    if (told !== null) {
      if (data.length === 0) addAbove([told]);
      else below.push(told);
    } else if (text !== null) {
      if (isBegun) close({ ...emptyBlock, labels, heads, context: outerContext(block.context) });
      block = { ...block, texts: [...block.texts, text] };
    } else if (row.kind === 'section') {
      const value = cellValue(row.cell);
      const gives = value === null ? {} : titleContext({ text: value.text.replace(/\s+/g, ' '), level: 2, value });
      const context = { ...(isBegun ? outerOf(block.context, gives) : block.context), ...gives };
      const texts = isBegun || namesFinding(gives) ? emptyBlock.texts : block.texts;
      if (texts.length > 0) block = { ...block, context };
      else close({ ...emptyBlock, labels, heads, context });
    } else if (row.kind === 'header') {
      const goesOn = sameLabels(labels, row.labels) ? { context: block.context, texts: block.texts } : {};
      if (data.length > 0) close({ ...emptyBlock, ...goesOn });
      labels = row.labels;
      heads = row.cells;
      block = { ...block, labels, heads };
    } else if (row.kind === 'data') {
      if (below.length > 0) close({ ...emptyBlock, labels, heads });
      data.push(row.cells);
    } else if (data.length === 0) {
      if (row.pairs.some(({ label }) => labelsAbove.has(labelWords(label.text)))) close(emptyBlock);
      addAbove(row.pairs);
    } else if (row.pairs.some(({ field }) => opensBlock.has(field))) {
      close({ ...emptyBlock, above: row.pairs });
    } else {
      below.push(...row.pairs);
    }
  }
  close(emptyBlock);
  return mergeSameHeader(blocks);
}

/** `Executive sponsor: Director of People` over the whole width: a label and its value in one cell. */
function labelledTitle(cell: Cell): LabelPair | null {
  const split = splitLabel(cell.text);
  if (split === null || split.rest === '' || opensBlock.has(split.field)) return null;
  return { label: { ...cell, text: split.label }, field: split.field, value: { ...cell, text: split.rest } };
}

const namesFinding = ({ ref, finding }: Context) => ref !== undefined || finding !== undefined;

const outerOf = (context: Context, gives: Context) => (namesFinding(gives) ? outerContext(context) : {});

/** A finding further down still stands under the pillar and theme whose titles stood above the last one. */
function outerContext({ pillar, theme }: Context): Context {
  return { ...(pillar === undefined ? {} : { pillar }), ...(theme === undefined ? {} : { theme }) };
}

const opensBlock: ReadonlySet<RawField> = new Set(['finding', 'ref', 'theme', 'pillar']);

/** True where two headers name the same columns. */
function sameLabels(a: readonly string[] | null, b: readonly string[]): boolean {
  return (
    a !== null && a.length === b.length && a.every((label, index) => labelWords(label) === labelWords(b[index] ?? ''))
  );
}

/** A header repeated at a page's top does not cut a block that has neither labels nor a title of its own. */
function mergeSameHeader(blocks: readonly RowBlock[]): readonly RowBlock[] {
  const merged: RowBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const joins =
      last !== undefined &&
      last.below.length === 0 &&
      block.above.length === 0 &&
      last.texts === block.texts &&
      last.context === block.context &&
      block.labels !== null &&
      sameLabels(last.labels, block.labels);
    if (joins) merged[merged.length - 1] = { ...last, data: [...last.data, ...block.data], below: block.below };
    else merged.push(block);
  }
  return merged;
}
