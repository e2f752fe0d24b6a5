import type { Cell, Table } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, type Grid, tableToGrid } from '../../src/tables/grid.ts';
import { ownMarks, shareOf } from '../../src/taught/marks.ts';
import { isPeriod } from '../recognise/labels.ts';
import { type CommentRows, commentRows } from './comment-rows.ts';
import { headerRowsOf } from './header-rows.ts';
import { labelsInItems, rowToItemRows } from './items-in-cells.ts';
import { couldBeLabel, knownLabel, labelKey } from './kinds-of-text.ts';
import type { Columns, RecordEvent, TextValue } from './model.ts';
import { isWholeLabel, type Labels, rowKey } from './repeated-labels.ts';
import { labelsInLine } from './run-in-labels.ts';
import { textEvents } from './text-events.ts';

/** Titles within a table stand below those outside of it: lower levels stand higher. */
export const bandLevel = 40;

type Row = readonly (Cell | null)[];

/** What a row of a table is, told by its own cells, the labels of the paper and the header above it. */
type RowShape =
  | { readonly kind: 'header'; readonly cells: Row }
  | { readonly kind: 'band'; readonly cells: readonly Cell[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [Cell, Cell | null])[]; readonly over?: Cell }
  | { readonly kind: 'label'; readonly cell: Cell }
  | { readonly kind: 'lines'; readonly cells: readonly Cell[] }
  | { readonly kind: 'data'; readonly cells: Row };

const filled = (cell: Cell | null | undefined): cell is Cell => cell != null && /[\p{L}\p{N}%£✓✔☑✗☒]/u.test(cell.text);

/**
 * A table as events: each row by itself is a header, a row under one, a band over those that follow, labels with the values
 * beside or below them, or texts; one table may change on the way down.
 */
export function tableToEvents(table: Table, block: number, labels: Labels): readonly RecordEvent[] {
  const grid = tableToGrid(table);
  const comments = commentRows(table, grid, new Set(headerRowsOf(table)));
  const shapes = headsOfForms(labelsOverValues(rowShapes(table, grid, labels, comments)));
  const events: RecordEvent[] = [{ kind: 'edge', block }];
  let columns: Columns | null = null;
  let heads: Row | null = null;
  const counts = labelsInItems(table);
  for (const shape of shapes) {
    if (shape.kind === 'header') {
      columns = headerColumns(shape.cells, heads, columns);
      heads = shape.cells;
      continue;
    }
    heads = null;
    if (shape.kind === 'data') {
      columns ??= unnamedColumns(table.columns);
      for (const cells of rowToItemRows(shape.cells, counts)) events.push({ kind: 'row', columns, cells, block });
    } else events.push(...shapeEvents(shape, block, labels));
  }
  return [...events, { kind: 'edge', block }];
}

/** A first row that begins with a reference, above labels and a table of their own in one grid, heads both: `AFI 1`, and its topic. */
function headsOfForms(shapes: readonly RowShape[]): readonly RowShape[] {
  const [first, next] = shapes;
  if (first?.kind !== 'data' || (next?.kind !== 'pairs' && next?.kind !== 'label')) return shapes;
  const cells = distinctCells(first.cells).filter(filled);
  const hasGrid = shapes.some(({ kind }) => kind === 'header');
  return hasGrid && isRef(cells[0]?.text ?? '') ? [{ kind: 'band', cells }, ...shapes.slice(1)] : shapes;
}

const unnamedColumns = (count: number): Columns => ({
  key: `${count} columns`,
  labels: Array.from({ length: count }, () => ''),
});

function shapeEvents(
  shape: Exclude<RowShape, { kind: 'header' | 'data' }>,
  block: number,
  labels: Labels,
): readonly RecordEvent[] {
  if (shape.kind === 'band')
    return shape.cells.map((cell, index) => ({
      kind: 'title',
      level: bandLevel + index,
      value: cellText(cell),
      block,
    }));
  if (shape.kind === 'label') return [{ kind: 'label', label: shape.cell.text.trim(), value: null, block }];
  if (shape.kind === 'lines') return shape.cells.flatMap((cell) => cellLines(cell, block, labels));
  const over: readonly RecordEvent[] =
    shape.over === undefined ? [] : [{ kind: 'title', level: bandLevel, value: cellText(shape.over), block }];
  return [
    ...over,
    ...shape.pairs.map(
      ([label, value]): RecordEvent => ({
        kind: 'label',
        label: label.text.replace(/\s+/g, ' ').trim(),
        value: value === null ? emptyText : cellText(value),
        block,
      }),
    ),
  ];
}

const emptyText: TextValue = { text: '', places: [], fill: null };
const cellText = (cell: Cell): TextValue => ({ text: cell.text.trim(), places: cell.places, fill: cell.fill });

const cellLines = (cell: Cell, block: number, labels: Labels): readonly RecordEvent[] =>
  cell.text
    .split('\n')
    .flatMap((text) => textEvents({ text, places: cell.places, fill: cell.fill }, cell.bold, block, labels));

function headerColumns(cells: Row, groups: Row | null, above: Columns | null): Columns {
  const labels = cells.map((cell, column) => {
    const text = (cell?.text ?? '').replace(/\s+/g, ' ').trim();
    const group = groups === null ? '' : (above?.labels[column] ?? '');
    if (cell === null || text === '' || groups?.[column] === cell) return group;
    const spans = (groups?.[column]?.columnSpan ?? 1) > 1;
    return group === '' || !spans || knownLabel(text, 0.5) || isPeriod(text) ? text : `${group}: ${text}`;
  });
  return { key: labels.map(labelKey).join(' | '), labels };
}

function rowShapes(table: Table, grid: Grid, labels: Labels, comments: CommentRows | null): readonly RowShape[] {
  const taught = namedHeaderRows(grid, labels);
  const headers = new Set(taught.length > 0 ? taught : headerRowsOf(table));
  const shapes: RowShape[] = [];
  let headed = 0;
  grid.forEach((printed, row) => {
    if (comments?.rows.has(row)) return;
    const cells = comments === null ? printed : withComment(printed, headers.has(row) ? 'header' : row, comments);
    const distinct = distinctCells(cells);
    const own = distinct.filter((cell) => cell.row === row);
    if (!own.some(filled) && !(headed > 0 && own.some(({ fill }) => fill !== null))) return;
    if (headers.has(row)) {
      headed = distinct.filter(filled).length;
      shapes.push({ kind: 'header', cells });
    } else {
      const isData = taught.length > 0 && headed > 0 && own.filter(filled).length > 1;
      const shape: RowShape = isData
        ? { kind: 'data', cells }
        : rowShape(cells, distinct, own, { table, labels, headed });
      if (shape.kind === 'header') headed = distinct.filter(filled).length;
      shapes.push(shape);
    }
  });
  return shapes;
}

/** The rows of a table that a person has named as its header. */
function namedHeaderRows(grid: Grid, { named }: Labels): readonly number[] {
  if (named.headers.length === 0) return [];
  return grid.flatMap((cells, row) => {
    const own = ownMarks(
      distinctCells(cells)
        .filter(filled)
        .map(({ text }) => text),
    );
    return named.headers.some((header) => shareOf('columns', header, own) > 0) ? [row] : [];
  });
}

/** A row with what stands below it across the table as its last cell; the header with the name of that. */
function withComment(cells: Row, row: number | 'header', { label, below }: CommentRows): Row {
  if (row !== 'header') return [...cells, below.get(row) ?? null];
  const [first] = cells;
  const named = first == null || label === '' ? null : { ...first, text: label, column: cells.length, columnSpan: 1 };
  return [...cells, named];
}

interface Around {
  readonly table: Table;
  readonly labels: Labels;
  /** How many columns the header above names; 0 where there is none. */
  readonly headed: number;
}

function rowShape(cells: Row, distinct: readonly Cell[], own: readonly Cell[], around: Around): RowShape {
  const { table, labels } = around;
  const headed = around.headed > 0;
  const texts = own.filter(filled);
  const [first] = texts;
  const alone = own.length === distinct.length;
  const painted = own.some(({ text, fill }) => text.trim() === '' && fill !== null);
  if (
    first !== undefined &&
    texts.length === 1 &&
    alone &&
    !painted &&
    own.length < Math.max(2, headed ? around.headed : table.columns)
  ) {
    if (isLabel(first, labels)) return { kind: 'label', cell: first };
    if (first.columnSpan >= table.columns || headed) return bandOrLines([first], around);
    if (table.columns === 1 || own.length === 1) return bandOrLines([first], around);
  }
  if (texts.length > 1 && isReturningHeader(texts, labels)) return { kind: 'header', cells };
  if (
    headed &&
    alone &&
    texts.length > 0 &&
    own.length < around.headed &&
    texts.every((cell) => isLabelled(cell, labels))
  )
    return { kind: 'lines', cells: texts };
  if (
    headed &&
    first !== undefined &&
    texts.length === 1 &&
    alone &&
    !painted &&
    first.column === 0 &&
    first.bold &&
    table.columns > 2
  )
    return { kind: 'band', cells: [first] };
  const [head, wide] = own;
  if (
    around.headed > 2 &&
    alone &&
    !painted &&
    own.length === 2 &&
    head !== undefined &&
    wide !== undefined &&
    wide.columnSpan > 1 &&
    wide.columnSpan >= table.columns - 2
  )
    return isLabel(head, labels) ? { kind: 'pairs', pairs: [[head, wide]] } : { kind: 'band', cells: [head, wide] };
  if (headed && table.columns > 2) return trailingPair(own, texts, table, labels) ?? { kind: 'data', cells };
  const beside = pairsBeside(distinct, own, labels);
  if (!headed && beside !== null) return beside;
  if (hasLabelledLines(own, labels)) return { kind: 'lines', cells: own.filter(filled) };
  if (alone && !headed && own.length === 2 && texts.length === 1 && texts[0] === own[1])
    return { kind: 'lines', cells: texts };
  const pairs = alone ? rowPairs(own, table, labels, headed) : null;
  return pairs === null ? { kind: 'data', cells } : { kind: 'pairs', pairs };
}

/** A label and its value beside a cell that stands once for several such rows, which is their title. */
function pairsBeside(distinct: readonly Cell[], own: readonly Cell[], labels: Labels): RowShape | null {
  const [over, label, value, ...rest] = distinct;
  if (over === undefined || label === undefined || rest.length > 0 || over.rowSpan < 2 || label.rowSpan > 1)
    return null;
  if (!isWholeLabel(labels, label.text) && !(label.bold && value?.bold === false)) return null;
  return { kind: 'pairs', pairs: [[label, value ?? null]], ...(own.includes(over) ? { over } : {}) };
}

/** A cell that begins with a label of its own, which returns or is known. */
const isLabelled = ({ text }: Cell, { runIn }: Labels): boolean =>
  text.split('\n').every((line) => labelsInLine(line, runIn)[0]?.from === 0);

/** A row of labels alone, set alike, that returns as a whole. */
function isReturningHeader(texts: readonly Cell[], labels: Labels): boolean {
  const [first] = texts;
  const alike = ({ bold, header, fill }: Cell) =>
    bold === first?.bold && header === first.header && String(fill) === String(first.fill);
  const returns = labels.rows.get(rowKey(texts)) ?? 0;
  if (!texts.every(alike) || returns < 2) return false;
  const known = texts.filter((cell) => isWholeLabel(labels, cell.text)).length;
  const isSet = first !== undefined && (first.bold || first.fill !== null);
  return known === texts.length || (returns > 2 && isSet && !texts.every((cell) => isStatusWords(cell.text)));
}

/** Under a header a row of a returning label and one text alone says something of all rows above it (`Strategic lead | …`). */
function trailingPair(own: readonly Cell[], texts: readonly Cell[], table: Table, labels: Labels): RowShape | null {
  const [first, second] = texts;
  if (first === undefined || second === undefined || texts.length !== 2 || first.column !== 0) return null;
  if (own.length === table.columns && table.columns > 4 && !first.bold) return null;
  return isWholeLabel(labels, first.text) ? { kind: 'pairs', pairs: [[first, second]] } : null;
}

function bandOrLines(cells: readonly Cell[], { labels }: Around): RowShape {
  return cells.some((cell) => cell.text.split('\n').some((line) => labelsInLine(line, labels.runIn).length > 0))
    ? { kind: 'lines', cells }
    : { kind: 'band', cells };
}

const isLabel = (cell: Cell, labels: Labels): boolean =>
  isWholeLabel(labels, cell.text) || (couldBeLabel(cell.text) && knownLabel(cell.text, 0.9));

/** Two lines or more of one cell begin with labels that return. */
function hasLabelledLines(own: readonly Cell[], { runIn }: Labels): boolean {
  return own.some((cell) => {
    const found = cell.text.split('\n').flatMap((line) => labelsInLine(line, runIn));
    return (
      found.filter(({ label }) => (runIn.get(labelKey(label)) ?? 0) > 1 && findDates(label).length === 0).length > 1
    );
  });
}

/** Labels beside values: one pair in the row, or several; null where the first cells are no labels. */
function rowPairs(
  own: readonly Cell[],
  table: Table,
  labels: Labels,
  headed: boolean,
): readonly (readonly [Cell, Cell | null])[] | null {
  const [first, second] = own;
  if (first === undefined || own.length > 6) return null;
  const isFirst = isLabel(first, labels) || (!headed && looksLabel(first, second, table));
  if (own.length === 1) return null;
  if (own.length === 2) return isFirst ? [[first, second ?? null]] : null;
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

/** In a table of labels and values a label is told by its looks, or by standing first in a table of two columns without a header. */
function looksLabel(label: Cell, value: Cell | undefined, table: Table): boolean {
  if (!couldBeLabel(label.text)) return false;
  if ((label.bold && value?.bold !== true) || (label.header && value?.header !== true)) return true;
  if (label.fill !== null && String(label.fill) !== String(value?.fill ?? null)) return true;
  return table.columns === 2;
}

/**
 * Rows of labels that each stand over one row of values, other labels each time, are forms and no columns:
 * `Lead | Target date` over `Head of Fleet | March 2025`, then `Action required` over its text.
 */
function labelsOverValues(shapes: readonly RowShape[]): readonly RowShape[] {
  const isHead = (shape: RowShape | undefined) => shape?.kind === 'header' || shape?.kind === 'label';
  const heads = shapes.flatMap((shape, index) => {
    const next = shapes[index + 1];
    if (!isHead(shape) || next === undefined || isHead(next) || next.kind === 'pairs') return [];
    const after = shapes[index + 2];
    return shape.kind === 'label' || after === undefined || isHead(after) ? [shapeKey(shape)] : [];
  });
  if (new Set(heads).size < 2) return shapes;
  const result: RowShape[] = [];
  for (let index = 0; index < shapes.length; index++) {
    const shape = shapes[index];
    const next = shapes[index + 1];
    const after = shapes[index + 2];
    if (shape === undefined) break;
    const single = after === undefined || isHead(after) || after.kind === 'pairs' || after.kind === 'band';
    if (shape.kind === 'header' && next !== undefined && (next.kind === 'data' || next.kind === 'pairs') && single) {
      result.push({
        kind: 'pairs',
        pairs: pairsOver(shape.cells, next.kind === 'data' ? next.cells : next.pairs.flat()),
      });
      index += 1;
    } else if (shape.kind === 'label' && next?.kind === 'band') {
      const [value] = next.cells;
      result.push({ kind: 'pairs', pairs: [[shape.cell, value ?? null]] });
      index += 1;
    } else result.push(shape);
  }
  return result;
}

const shapeKey = (shape: RowShape): string =>
  shape.kind === 'header'
    ? distinctCells(shape.cells)
        .map(({ text }) => labelKey(text))
        .join(' | ')
    : shape.kind === 'label'
      ? labelKey(shape.cell.text)
      : '';

function pairsOver(heads: Row, values: Row): readonly (readonly [Cell, Cell | null])[] {
  const below = distinctCells(values);
  return distinctCells(heads)
    .filter(filled)
    .map((head) => {
      const value = below.find(
        ({ column, columnSpan }) => column < head.column + head.columnSpan && head.column < column + columnSpan,
      );
      return [head, value ?? null];
    });
}
