import { foldWords } from '../../src/lib/fold.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { LabelledValue, RawEntry, RawField } from '../../src/model/raw.ts';
import { kindOf, onlyKind } from '../../src/normalise/pillar.ts';
import { distinctCells } from '../../src/tables/grid.ts';
import { doubtfulHeaders, foreignHeaders } from '../../src/vocabulary/labels.ts';
import { type ColumnRole, columnsToRoles, tickColumns } from './columns.ts';
import { titleContext } from './context.ts';
import { type DataRow, rowsToEntries } from './data-rows.ts';
import { type Context, emptyEntry, isEntry, withContext, withValue } from './draft.ts';
import { labelWords, splitLabel } from './labels.ts';
import type { LayoutInput } from './layout.ts';
import { valuesToProfile } from './profile.ts';
import { type LabelPair, type PlanRow, tableToRows } from './rows.ts';
import { textNotPlaced, valueHidden } from './unplaced.ts';
import { cellValue } from './values.ts';

/** Rows that belong together: labels above, one header with its data, labels below. */
export interface RowBlock {
  readonly context: Context;
  readonly above: readonly LabelPair[];
  readonly labels: readonly string[] | null;
  /** The cells of the header, by column. */
  readonly heads: DataRow;
  readonly data: readonly DataRow[];
  readonly below: readonly LabelPair[];
}

const emptyBlock: RowBlock = { context: {}, above: [], labels: null, heads: [], data: [], below: [] };

/** Cuts a table's rows into blocks: at each section title, each new header, and each label that repeats or opens a finding. */
export function rowsToBlocks(rows: readonly PlanRow[]): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  let block = emptyBlock;
  let labels: readonly string[] | null = null;
  let heads: DataRow = [];
  const close = (next: RowBlock) => {
    if (block.above.length > 0 || block.data.length > 0) blocks.push(block);
    block = next;
  };
  for (const row of rows) {
    const told = row.kind === 'section' ? labelledTitle(row.cell) : null;
    if (told !== null) {
      if (block.data.length === 0) block = { ...block, above: [...block.above, told] };
      else block = { ...block, below: [...block.below, told] };
    } else if (row.kind === 'section') {
      const value = cellValue(row.cell);
      const gives = value === null ? {} : titleContext({ text: value.text.replace(/\s+/g, ' '), level: 2, value });
      const follows = block.data.length > 0 || block.above.length > 0;
      const outer = follows ? outerContext(block.context, gives) : block.context;
      close({ ...emptyBlock, labels, heads, context: { ...outer, ...gives } });
    } else if (row.kind === 'header') {
      if (block.data.length > 0) close({ ...emptyBlock, context: sameLabels(labels, row.labels) ? block.context : {} });
      labels = row.labels;
      heads = row.cells;
      block = { ...block, labels, heads };
    } else if (row.kind === 'data') {
      if (block.below.length > 0) close({ ...emptyBlock, labels, heads });
      block = { ...block, data: [...block.data, row.cells] };
    } else if (block.data.length === 0) {
      if (row.pairs.some((pair) => repeats(pair, block.above))) close(emptyBlock);
      block = { ...block, above: [...block.above, ...row.pairs] };
    } else if (row.pairs.some(({ field }) => opensBlock.has(field))) {
      close({ ...emptyBlock, above: row.pairs });
    } else {
      block = { ...block, below: [...block.below, ...row.pairs] };
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

/** A finding's title further down still stands under the pillar and theme whose titles stood above the last one's. */
function outerContext({ pillar, theme }: Context, { finding }: Context): Context {
  if (finding === undefined) return {};
  return { ...(pillar === undefined ? {} : { pillar }), ...(theme === undefined ? {} : { theme }) };
}

const opensBlock: ReadonlySet<RawField> = new Set(['finding', 'ref', 'theme', 'pillar']);

function repeats(pair: LabelPair, pairs: readonly LabelPair[]): boolean {
  return pairs.some((other) => labelWords(other.label.text) === labelWords(pair.label.text));
}

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
      last.context === block.context &&
      block.labels !== null &&
      sameLabels(last.labels, block.labels);
    if (joins) merged[merged.length - 1] = { ...last, data: [...last.data, ...block.data], below: block.below };
    else merged.push(block);
  }
  return merged;
}

/** The blocks of every table that no layout has read yet: tables of one paper under the same header speak for each other. */
export function tablesToBlocks({ blocks, free }: LayoutInput): readonly RowBlock[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table' && free(index) ? rowsToBlocks(tableToRows(block)) : [],
  );
}

/** What one block's columns stand for, from its header and the data of every block under the same header. */
export function blockRoles(block: RowBlock, blocks: readonly RowBlock[]): readonly ColumnRole[] {
  const { labels } = block;
  if (labels === null) return [];
  const data = blocks
    .filter((other) => other.labels !== null && sameLabels(labels, other.labels))
    .flatMap((other) => other.data);
  const profiles = labels.map((_, column) => {
    const cells = data.flatMap((row, index) => {
      const cell = row[column];
      return cell === null || cell === undefined || data[index - 1]?.[column] === cell ? [] : [cell];
    });
    return valuesToProfile(cells);
  });
  const ticks = tickColumns(labels, profiles);
  return columnsToRoles(labels, profiles).map((role, column) => {
    const ticked = ticks.has(column) ? cellValue(block.heads[column]) : null;
    return ticked === null ? role : { ...role, ticked };
  });
}

/** True where the columns are those of a plan: what is asked or done, and how it goes, by when or by whom. */
export function arePlanColumns(roles: readonly ColumnRole[], context: Context): boolean {
  const has = (...fields: readonly RawField[]) => roles.some(({ field }) => fields.includes(field));
  const heads = (patterns: readonly RegExp[]) =>
    roles.some(({ label }) => patterns.some((pattern) => pattern.test(foldWords(label))));
  if (heads(foreignHeaders)) return false;
  if (heads(doubtfulHeaders) && !has('finding') && context.finding === undefined) return false;
  const about = has('finding', 'action') || (context.finding !== undefined && has('progress', 'update', 'future'));
  return (
    about &&
    has(
      'progress',
      'update',
      'future',
      'timescale',
      'status',
      'rag',
      'lead',
      'percent',
      ...(has('finding') ? (['action'] as const) : []),
    )
  );
}

/** The entries of one block: its data rows, or its labels alone, with what stands above and below. */
export function blockToEntries(block: RowBlock, roles: readonly ColumnRole[], context: Context): readonly RawEntry[] {
  const labelled = pairsToEntry([...block.above, ...block.below]);
  const outer = { ...context, ...block.context };
  if (block.data.length === 0) return isEntry(labelled) ? [withContext(labelled, outer)] : [];
  const column = roles.findIndex(({ field }) => field === 'finding');
  const shared: Context = { ...outer, ...kindOfLabel(block.heads[column]), ...labelled.fields };
  return rowsToEntries(block.data, roles)
    .filter((entry) => isEntry(entry) || entry.extra.length > 0)
    .map((entry) => {
      const extra = [...entry.extra, ...labelled.extra, ...outdone(block, entry)];
      return withContext({ ...entry, extra, updates: [...entry.updates, ...labelled.updates] }, shared);
    });
}

/** What a label says of all rows of a block, where a row says otherwise for itself: kept under the label's words. */
function outdone({ above, below }: RowBlock, entry: RawEntry): readonly LabelledValue[] {
  return [...above, ...below].flatMap(({ label, field, value: cell }) => {
    const value = cellValue(cell);
    if (value === null || field === 'update' || field === 'extra') return [];
    const own = entry.fields[field];
    return own === undefined || own.text === value.text ? [] : [{ label: label.text.trim(), value }];
  });
}

/** One issue for each text of a block that stands in a plan's table but under no columns that we know. */
export function unreadRows(block: RowBlock): readonly Issue[] {
  return block.data.flatMap((row) =>
    distinctCells(row).flatMap((cell) => {
      const value = cellValue(cell);
      return value === null ? [] : [textNotPlaced(value)];
    }),
  );
}

/** A card: each label's value as one entry. */
export function pairsToEntry(pairs: readonly LabelPair[]): RawEntry {
  const told = oneFinding(pairs);
  const entry = told.reduce(
    (before, { field, label, value }) => withValue(before, field, label.text, cellValue(value)),
    emptyEntry,
  );
  return withContext(entry, kindOfLabel(told.find(({ field }) => field === 'finding')?.label));
}

/** `Area for improvement` over or beside a finding says what kind it is. */
function kindOfLabel(label: Cell | null | undefined): Context {
  const kind = onlyKind(label?.text ?? '') === null ? null : cellValue(label);
  return kind === null ? {} : { kind };
}

/**
 * Where one block has what inspectors found and what they ask for under a label each, what they ask for is its finding
 * and the other the summary.
 */
function oneFinding(pairs: readonly LabelPair[]): readonly LabelPair[] {
  const findings = pairs.filter(({ field }) => field === 'finding');
  const main = findings.find(({ label }) => kindOf(label.text) !== null) ?? findings[0];
  if (main === undefined) return pairs;
  const isOther = (pair: LabelPair) =>
    pair.field === 'finding' && labelWords(pair.label.text) !== labelWords(main.label.text);
  return pairs.map((pair) => (isOther(pair) ? { ...pair, field: 'summary' } : pair));
}

/** One issue for each column of a plan that no field stands for, and for each cell too narrow for its value. */
export function columnIssues(table: Table, roles: readonly ColumnRole[]): readonly Issue[] {
  const hidden = table.cells.filter(({ text }) => /^#{3,}$/.test(text.trim())).map(valueHidden);
  return [...unknownColumns(table, roles), ...hidden];
}

function unknownColumns(table: Table, roles: readonly ColumnRole[]): readonly Issue[] {
  return roles.flatMap(({ field, label }, column): readonly Issue[] => {
    if (field !== 'extra' || label === '' || roles[column - 1]?.label === label) return [];
    const place = table.cells.find((cell) => cell.column === column && cell.text.trim() !== '')?.places[0] ?? null;
    const message = `The column "${label}" stands for no field; its words are kept under that name in "extra".`;
    return [{ code: 'layout/unknown-column', severity: 'info', message, place }];
  });
}
