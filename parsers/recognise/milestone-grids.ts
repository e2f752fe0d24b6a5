import { foldWords } from '../../src/lib/fold.ts';
import type { Block, Cell, Table } from '../../src/model/document.ts';
import type { RawField } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import { months } from '../../src/vocabulary/months.ts';
import { labelField } from './labels.ts';
import { asksOfService } from './sections.ts';

const leastPeriods = 3;

/**
 * Which tables only mark in which months the actions of another table fall: columns headed by months, quarters or years
 * with nothing but signs and shades in them, beside texts that stand elsewhere in the paper too.
 */
export function milestoneGrids(blocks: readonly Block[]): ReadonlySet<number> {
  const found = blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return [];
    const beside = textsBesideMonths(block);
    return beside.length > 0 && areToldElsewhere(beside, blocks, block) ? [index] : [];
  });
  return new Set(found);
}

/**
 * Tables of the milestones of a plan whose findings and progress stand elsewhere: a first column headed so, days beside it, nobody who
 * leads, nothing told, and nothing asked of the service in it.
 */
export function milestoneTables(blocks: readonly Block[]): ReadonlySet<number> {
  const areAsked = blocks.some((block) => textsOf(block).some(asksOfService));
  return new Set(blocks.flatMap((block, index) => (areAsked && listsMilestones(block) ? [index] : [])));
}

function listsMilestones(block: Block): boolean {
  if (block.kind !== 'table' || block.columns < leastColumns || textsOf(block).some(asksOfService)) return false;
  const grid = tableToGrid(block);
  const heads = Math.max(1, block.headerRows);
  const [first, ...others] = (grid[heads - 1] ?? []).map((cell) => cell?.text ?? '');
  const areLabels = grid.slice(heads).some(([cell]) => labelField(cell?.text ?? '') !== null);
  const hasDays = block.cells.some(({ column, text }) => column > 0 && findDates(text).length > 0);
  const isPlan = others.some((label) => ofPlan.has(labelField(label) ?? 'extra'));
  return hasDays && !areLabels && !isPlan && /^(?:key )?milestones?$/.test(foldWords(first ?? ''));
}

const leastColumns = 3;
const ofPlan: ReadonlySet<RawField> = new Set(['lead', 'progress', 'future', 'finding']);

/** What a grid of months has in its other columns; nothing for any other table. */
function textsBesideMonths(table: Table): readonly Cell[] {
  const heads = Math.max(1, table.headerRows);
  const labels = tableToGrid(table)[heads - 1] ?? [];
  const periods = new Set(labels.flatMap((cell, column) => (cell !== null && isPeriod(cell.text) ? [column] : [])));
  const body = table.cells.filter(({ row }) => row >= heads);
  const marks = body.filter(({ column }) => periods.has(column));
  if (periods.size < leastPeriods || marks.some(({ text }) => /[\p{L}\p{N}]{2}/u.test(text))) return [];
  return body.filter(({ column, text }) => !periods.has(column) && foldWords(text).split(' ').length > 1);
}

function isPeriod(label: string): boolean {
  const words = foldWords(label);
  const [date] = findDates(label);
  return months.has(words) || /^q[1-4]$/.test(words) || (date !== undefined && words.length <= date.words.length + 2);
}

function areToldElsewhere(texts: readonly Cell[], blocks: readonly Block[], own: Table): boolean {
  const others = blocks.filter((block) => block !== own).flatMap(textsOf);
  const said = new Set(others.map((text) => foldWords(text)));
  return texts.filter(({ text }) => said.has(foldWords(text))).length >= 0.5 * texts.length;
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.cells.map(({ text }) => text);
  return block.kind === 'list' ? block.items.map(({ text }) => text) : [block.text];
}
