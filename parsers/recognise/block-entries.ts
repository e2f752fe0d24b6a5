import { foldWords } from '../../src/lib/fold.ts';
import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import { answerFields, type LabelledValue, type RawEntry, type RawField } from '../../src/model/raw.ts';
import { kindOf, onlyKind } from '../../src/normalise/pillar.ts';
import { distinctCells } from '../../src/tables/grid.ts';
import { doubtfulHeaders, foreignHeaders } from '../../src/vocabulary/labels.ts';
import { textsToContext } from './block-texts.ts';
import { type ColumnRole, columnsToRoles } from './columns.ts';
import { rowsToEntries } from './data-rows.ts';
import { type Context, emptyEntry, isEntry, withContext, withValue } from './draft.ts';
import { labelWords } from './labels.ts';
import type { LayoutInput } from './layout.ts';
import { type ColumnProfile, valuesToProfile } from './profile.ts';
import { type RowBlock, rowsToBlocks } from './row-blocks.ts';
import { type LabelPair, tableToRows } from './rows.ts';
import { tableNotRead, textNotPlaced, unknownColumn, valueHidden } from './unplaced.ts';
import { cellValue } from './values.ts';

/** The blocks of every table that no layout has read yet: tables of one paper under the same header speak for each other. */
export function tablesToBlocks({ blocks, free }: LayoutInput): readonly RowBlock[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table' && free(index) ? rowsToBlocks(tableToRows(block)) : [],
  );
}

/** What one block's columns stand for, from its header and the data of every block under the same header. */
export function blockRoles({ labels }: RowBlock, blocks: readonly RowBlock[]): readonly ColumnRole[] {
  if (labels === null) return [];
  const profiles = profilesByHeader(blocks).get(headerKey(labels));
  return columnsToRoles(labels, profiles ?? labels.map(() => valuesToProfile([])));
}

/** Two headers with the same key name the same columns (see `sameLabels`). */
const headerKey = (labels: readonly string[]): string => JSON.stringify(labels.map(labelWords));

/** What stands in the columns under each header of a paper, looked at once for all of its blocks. */
const profilesByHeader = rememberByObject((blocks: readonly RowBlock[]) => {
  const groups = Map.groupBy(blocks, ({ labels }) => (labels === null ? null : headerKey(labels)));
  return new Map([...groups].map(([key, same]) => [key, profilesOf(same)]));
});

function profilesOf(same: readonly RowBlock[]): readonly ColumnProfile[] {
  const data = same.flatMap((block) => block.data);
  return (same[0]?.labels ?? []).map((_, column) => {
    const cells = data.flatMap((row, index) => {
      const cell = row[column];
      return cell === null || cell === undefined || data[index - 1]?.[column] === cell ? [] : [cell];
    });
    return valuesToProfile(cells);
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
  return about && has(...answerFields, ...(has('finding') ? (['action'] as const) : []));
}

/**
 * True where the columns say how something goes and by when, by whom or how far, but not what: half of a plan. A table
 * of measures has what it is about in its first column.
 */
export function areHalfOfPlan(roles: readonly ColumnRole[]): boolean {
  const has = (...fields: readonly RawField[]) => roles.some(({ field }) => fields.includes(field));
  const foreign = roles.some(({ label }) => foreignHeaders.some((pattern) => pattern.test(foldWords(label))));
  const named = roles.find(({ field }) => field !== 'ref')?.field === 'extra';
  return !foreign && !named && has('progress', 'update') && has('timescale', 'status', 'rag', 'lead', 'percent');
}

/** What stands over a block's rows: its titles, and its texts for what they are above such columns. */
export function blockContext(block: RowBlock, roles: readonly ColumnRole[]): Context {
  return { ...block.context, ...readTexts(block, roles).gives };
}

function readTexts(
  { texts, context, above }: RowBlock,
  roles: readonly ColumnRole[],
): ReturnType<typeof textsToContext> {
  const isFinding = ({ field }: { readonly field: RawField }) => field === 'finding';
  const ownFindings = context.finding !== undefined || roles.some(isFinding) || above.some(isFinding);
  return textsToContext(texts, context, ownFindings);
}

/** The entries of one block: its data rows, or its labels alone, with what stands above and below. */
export function blockToEntries(block: RowBlock, roles: readonly ColumnRole[], context: Context): readonly RawEntry[] {
  const labelled = pairsToEntry([...block.above, ...block.below]);
  const outer = { ...context, ...blockContext(block, roles) };
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

/** One issue for each text over the rows of a block that says nothing of their finding. */
export function unreadTexts(block: RowBlock, roles: readonly ColumnRole[]): readonly Issue[] {
  const isEmpty = block.data.length === 0 && block.above.length === 0;
  const unplaced = isEmpty ? block.texts.map(({ value }) => value) : readTexts(block, roles).unplaced;
  return unplaced.map(textNotPlaced);
}

/**
 * One issue for each text of a block that stands in a plan's table but under no columns that we know; one more for all of
 * them where the columns are half of a plan's, for then its other half lacks them.
 */
export function unreadRows(block: RowBlock, roles: readonly ColumnRole[]): readonly Issue[] {
  const cells = block.data.flatMap((row) => distinctCells(row).flatMap((cell) => cellValue(cell) ?? []));
  const [first] = cells;
  const half = first !== undefined && areHalfOfPlan(roles) ? [tableNotRead(first)] : [];
  return [...half, ...[...block.texts.map(({ value }) => value), ...cells].map(textNotPlaced)];
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
  return roles.flatMap(({ field, label, painted }, column): readonly Issue[] => {
    if (field !== 'extra' || label === '' || roles[column - 1]?.label === label) return [];
    const place = table.cells.find((cell) => cell.column === column && cell.text.trim() !== '')?.places[0] ?? null;
    const kept = painted === true ? 'colours' : 'words';
    return [unknownColumn(label, place, kept)];
  });
}
