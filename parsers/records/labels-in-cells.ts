import type { Block, Cell } from '../../src/model/document.ts';
import { couldBeLabel, labelKey } from './kinds-of-text.ts';
import { filled } from './row-shape.ts';

/** The number of a box of a form, which is no part of its label: `4a Action to be taken`. */
const boxNumber = /^\d{1,2}[a-z]?[.)]?\s+(?=\p{Lu})/u;

const mostWords = 9;

/** The first line of a cell, and the lines below it; null where it stands alone or could be no label. */
function headOf(cell: Cell): { readonly label: string; readonly value: string } | null {
  const end = cell.text.indexOf('\n');
  if (end < 0) return null;
  const label = cell.text.slice(0, end).replace(boxNumber, '');
  if (!/^\p{L}/u.test(label) || label.split(' ').length > mostWords || /[.;,]$/.test(label)) return null;
  return { label, value: cell.text.slice(end + 1) };
}

/** Words that could be a value as well are a label where they return so often, against the label that returns most. */
const leastOfValue = 0.5;

/** The first lines of cells, by `labelKey`, that stand in several cells over other text: what the boxes of a form ask for. */
export function labelsInCells(blocks: readonly Block[]): ReadonlySet<string> {
  const heads = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.flatMap((cell) => headOf(cell) ?? []) : [],
  );
  const counts = [...Map.groupBy(heads, ({ label }) => labelKey(label))].map(([key, all]) => ({
    key,
    count: all.length,
    isLabel: couldBeLabel(key) && new Set(all.map(({ value }) => value)).size > 1,
  }));
  const labels = counts.filter(({ isLabel }) => isLabel);
  const most = Math.max(...labels.map(({ count }) => count));
  const found = counts.filter(({ count, isLabel }) => isLabel || count >= leastOfValue * most);
  return new Set(labels.length > 1 ? found.map(({ key }) => key) : []);
}

/** The cells of a row each of which is a label over its value, or alone, as pairs of both; null where one of them is something else. */
export function pairsInCells(
  own: readonly Cell[],
  heads: ReadonlySet<string>,
): readonly (readonly [Cell, Cell | null])[] | null {
  const pairs = own.filter(filled).map((cell): readonly [Cell, Cell | null] | null => {
    const { label, value } = headOf(cell) ?? { label: cell.text.replace(boxNumber, ''), value: null };
    if (!heads.has(labelKey(label))) return null;
    return [{ ...cell, text: label }, value === null ? null : { ...cell, text: value }];
  });
  const found = pairs.filter((pair) => pair !== null);
  return found.length > 0 && found.length === pairs.length ? found : null;
}
