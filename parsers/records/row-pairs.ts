import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { couldBeLabel, knownLabel } from './kinds-of-text.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { filled, type RowShape } from './row-shape.ts';

/** A label and its value beside a cell that stands once for several such rows, which is their title. */
export function pairsBeside(distinct: readonly Cell[], own: readonly Cell[], labels: Labels): RowShape | null {
  const [over, label, value, ...rest] = distinct;
  if (over === undefined || label === undefined || rest.length > 0 || over.rowSpan < 2 || label.rowSpan > 1)
    return null;
  if (!isWholeLabel(labels, label.text) && !(label.bold && value?.bold === false)) return null;
  return { kind: 'pairs', pairs: [[label, value ?? null]], ...(own.includes(over) ? { over } : {}) };
}

/** Under a header a row of a returning label and one text alone says something of all rows above it (`Strategic lead | …`). */
export function trailingPair(
  own: readonly Cell[],
  texts: readonly Cell[],
  table: Table,
  labels: Labels,
): RowShape | null {
  const [first, second] = texts;
  if (first === undefined || second === undefined || texts.length !== 2 || first.column !== 0) return null;
  if (own.length === table.columns && table.columns > 4 && !first.bold) return null;
  return isWholeLabel(labels, first.text) ? { kind: 'pairs', pairs: [[first, second]] } : null;
}

export const isLabel = (cell: Cell, labels: Labels): boolean =>
  isWholeLabel(labels, cell.text) || (couldBeLabel(cell.text) && knownLabel(cell.text, 0.9));

/** Labels beside values: one pair in the row, or several; null where the first cells are no labels. */
export function rowPairs(
  cells: readonly Cell[],
  table: Table,
  labels: Labels,
  headed: boolean,
): readonly (readonly [Cell, Cell | null])[] | null {
  // Labels stand further in below a reference that has the first column to itself.
  const indent = headed ? 0 : cells.findIndex((cell) => cell.fill !== null || filled(cell));
  const own = cells.slice(Math.max(0, indent));
  const [first, second] = own;
  if (first === undefined || own.length > 6) return null;
  const isFirst =
    isLabel(first, labels) ||
    (!headed && (looksLabel(first, second, table) || standsAmongLabels(first, table, labels)));
  if (own.length === 1) return null;
  if (own.length === 2) return isFirst ? [[first, second ?? null]] : null;
  const shared = sharedPairs(own);
  if (shared !== null) return shared;
  if (own.length % 2 !== 0) {
    const rest = own.slice(1).filter(filled);
    return isFirst && rest.length <= 1 ? [[first, rest[0] ?? null]] : null;
  }
  const pairs = own.flatMap((cell, index): readonly (readonly [Cell, Cell | null])[] =>
    index % 2 === 0 && filled(cell) ? [[cell, own[index + 1] ?? null]] : [],
  );
  const named = pairs.filter(
    ([label, value]) => isLabel(label, labels) || looksLabel(label, value ?? undefined, table),
  );
  return named.length === pairs.length || (named.length > 1 && named.length >= pairs.length - 1) ? pairs : null;
}

/** `Status / % complete | On track | 80%`: one label for the two values behind it, set as those before it are. */
function sharedPairs(own: readonly Cell[]): readonly (readonly [Cell, Cell | null])[] | null {
  const [label, value, shared, first, second, more] = own;
  if (label === undefined || shared === undefined || first === undefined || second === undefined || more !== undefined)
    return null;
  const names = shared.text.split(/\s*\/\s*/);
  const isSet = (cell: Cell) => cell.bold || cell.header;
  if (
    names.length !== 2 ||
    !isSet(label) ||
    !isSet(shared) ||
    [value, first, second].some((cell) => cell !== undefined && isSet(cell))
  )
    return null;
  return [
    [label, value ?? null],
    ...[first, second].map((cell, index) => [{ ...shared, text: names[index] ?? '' }, cell] as const),
  ];
}

/** `Action 2` of a form is its action, and no reference of a finding. */
export const withoutCount = (label: string): string => (countsLabel(label) ? label.replace(counted, '') : label);

const counted = /\s+\d{1,2}$/;

const countsLabel = (text: string): boolean =>
  counted.test(text) && kindOf(text) === null && knownLabel(text.replace(counted, ''), 0.9);

/** In a table of labels and values a label is told by its looks, or by standing first in a table of two columns without a header. */
function looksLabel(label: Cell, value: Cell | undefined, table: Table): boolean {
  if (!couldBeLabel(label.text) && !countsLabel(label.text)) return false;
  if ((label.bold && value?.bold !== true) || (label.header && value?.header !== true)) return true;
  if (label.fill !== null && String(label.fill) !== String(value?.fill ?? null)) return true;
  return table.columns === 2;
}

/** In a table of two columns a status is a label too where labels stand above and below it (`Raised`, `Remedy`, `Done`, `Keeper`). */
function standsAmongLabels(cell: Cell, table: Table, labels: Labels): boolean {
  if (table.columns !== 2 || table.rows > longestForm || cell.column > 0 || !isStatusWords(cell.text)) return false;
  const others = firstColumn(table).filter((other) => other !== cell);
  return (
    others.length >= leastOthers && others.filter((other) => isLabel(other, labels)).length >= most * others.length
  );
}

/** Rows of a form; a longer table lists something. */
const longestForm = 40;
const leastOthers = 2;
const most = 0.7;
const firstColumn = rememberByObject(({ cells }: Table): readonly Cell[] =>
  cells.filter(({ column, header, text }) => column === 0 && !header && text.trim() !== ''),
);
