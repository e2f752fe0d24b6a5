import { mostOf } from '../../src/lib/extremes.ts';
import type { Block, Cell } from '../../src/model/document.ts';
import { boxNumber, couldBeLabel, labelKey } from './kinds-of-text.ts';

const mostWords = 9;

/** The first line of a cell, and the lines below it; null where it stands alone or could be no label. */
function headOf(text: string): { readonly label: string; readonly value: string } | null {
  const end = text.indexOf('\n');
  if (end < 0) return null;
  const label = text.slice(0, end).replace(boxNumber, '');
  if (!/^\p{L}/u.test(label) || label.split(' ').length > mostWords || /[;,]$|\p{L}{4,}\.$/u.test(label)) return null;
  return { label, value: text.slice(end + 1) };
}

/** Words that could be a value as well are a label where they return so often, against the label that returns most. */
const leastOfValue = 0.5;

/** The first lines of cells, by `labelKey`, that stand in several cells over other text: what the boxes of a form ask for. */
export function labelsInCells(blocks: readonly Block[]): ReadonlySet<string> {
  const heads = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.flatMap((cell) => headOf(cell.text) ?? []) : [],
  );
  const counts = [...Map.groupBy(heads, ({ label }) => labelKey(label))].map(([key, all]) => ({
    key,
    count: all.length,
    isLabel: couldBeLabel(key) && new Set(all.map(({ value }) => value)).size > 1,
  }));
  const labels = counts.filter(({ isLabel }) => isLabel);
  const most = mostOf(labels, ({ count }) => count);
  const found = counts.filter(({ count, isLabel }) => isLabel || count >= leastOfValue * most);
  return new Set(labels.length > 1 ? found.map(({ key }) => key) : []);
}

/** A cell as the label of its box and the lines below it; null where it begins with no such label. */
export function boxOfCell(
  { text }: Cell,
  heads: ReadonlySet<string>,
): { readonly label: string; readonly value: string } | null {
  const { label, value } = headOf(text) ?? { label: text.replace(boxNumber, ''), value: '' };
  return heads.has(labelKey(label)) ? { label, value } : null;
}
