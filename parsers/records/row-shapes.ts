import type { Cell, Table } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { isPillar } from '../../src/normalise/pillar.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, type Grid } from '../../src/tables/grid.ts';
import { ownMarks, shareOf } from '../../src/taught/marks.ts';
import { bandOfTopic } from '../recognise/kind-and-topic.ts';
import type { CommentRows } from './comment-rows.ts';
import { headerRowsOf } from './header-rows.ts';
import { couldBeLabel, labelKey } from './kinds-of-text.ts';
import { boxOfCell } from './labels-in-cells.ts';
import { isWholeLabel, type Labels, rowKey } from './repeated-labels.ts';
import { isLabel, pairsBeside, rowPairs, trailingPair } from './row-pairs.ts';
import { filled, type Row, type RowShape } from './row-shape.ts';
import { labelsInLine } from './run-in-labels.ts';

/** What each row of a table is, told one after the other. */
export function rowShapes(table: Table, grid: Grid, labels: Labels, comments: CommentRows | null): readonly RowShape[] {
  const taught = namedHeaderRows(grid, labels);
  const headers = new Set(taught.length > 0 ? taught : headerRowsOf(table));
  const shapes: RowShape[] = [];
  const labelLooks = new Set<string>();
  let headed = 0;
  const areBoxes = (texts: readonly Cell[]) =>
    texts.length > 0 && texts.every((cell) => boxOfCell(cell, labels.inCells) !== null);
  /** Empty boxes of a form, above those of the next: what stands in each of them is its label. */
  const returns = (texts: readonly Cell[]) =>
    (labels.rows.get(rowKey(texts)) ?? 0) > 1 && texts.every(({ text }) => couldBeLabel(text));
  grid.forEach((printed, row) => {
    if (comments?.rows.has(row)) return;
    const cells = comments === null ? printed : withComment(printed, headers.has(row) ? 'header' : row, comments);
    const distinct = distinctCells(cells);
    const own = distinct.filter((cell) => cell.row === row);
    if (!own.some(filled) && !(headed > 0 && own.some(({ fill }) => fill !== null))) return;
    const texts = own.filter(filled);
    if (headed > 0 && goesOnWithForm(texts, labelLooks)) headed = 0;
    // Where a cell of the header reaches down, the row is a part of the header.
    const isHead = headers.has(row) || distinct.some((cell) => cell.row < row && headers.has(cell.row));
    if (isHead && texts.length === 0) return;
    if (headed === 0 && areBoxes(texts)) shapes.push({ kind: 'lines', cells: texts });
    else if (headed === 0 && returns(texts) && areBoxes(textsOf(grid[row + 1] ?? [], row + 1)))
      shapes.push({ kind: 'pairs', pairs: texts.map((cell) => [cell, null]) });
    else if (isHead) {
      headed = distinct.filter(filled).length;
      shapes.push({ kind: 'header', cells });
    } else {
      const isData = taught.length > 0 && headed > 0 && own.filter(filled).length > 1;
      const shape: RowShape = isData
        ? { kind: 'data', cells }
        : rowShape(cells, distinct, own, { table, labels, headed });
      if (shape.kind === 'header') headed = distinct.filter(filled).length;
      if (shape.kind === 'pairs') for (const [label] of shape.pairs) labelLooks.add(looks(label));
      shapes.push(shape);
    }
  });
  return shapes;
}

/**
 * True below a header within a form for labels beside values that are set as all labels of the form above it: its columns are at an end.
 * @param labelLooks in how many ways the form's labels are set
 */
function goesOnWithForm(texts: readonly Cell[], labelLooks: ReadonlySet<string>): boolean {
  const areAlike = labelLooks.size === 1 && texts.length > 1;
  return areAlike && texts.every((cell, index) => labelLooks.has(looks(cell)) === (index % 2 === 0));
}

const looks = ({ bold, header, fill }: Cell): string => `${bold} ${header} ${fill}`;

/** The cells with words that begin in a row. */
const textsOf = (cells: Row, row: number): readonly Cell[] =>
  distinctCells(cells).filter((cell) => cell.row === row && filled(cell));

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
  if (first !== undefined && !headed && isStrip(first, own)) return { kind: 'band', cells: [first] };
  if (!headed && texts.length > 1 && texts.every((cell) => isLabelled(cell, labels)))
    return { kind: 'lines', cells: texts };
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

/** The only text of a row, in bold, with one colour painted over it and all the blank cells behind it. */
const isStrip = (first: Cell, own: readonly Cell[]): boolean =>
  own.length > 1 &&
  first.bold &&
  first.fill !== null &&
  own.every((cell) => (cell === first || !filled(cell)) && String(cell.fill) === String(first.fill));

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
  const isNamed = isSet || (texts.length > 2 && texts.filter((cell) => isLabel(cell, labels)).length > 1);
  return known === texts.length || (returns > 2 && isNamed && !texts.every((cell) => isStatusWords(cell.text)));
}

function bandOrLines(cells: readonly Cell[], { labels }: Around): RowShape {
  const isLabelled = (line: string) =>
    labelsInLine(line, labels.runIn).length > 0 && !bandOfTopic(line) && !isPillar(line.replace(/^pillar\s*:/i, ''));
  return cells.some((cell) => cell.text.split('\n').some(isLabelled))
    ? { kind: 'lines', cells }
    : { kind: 'band', cells };
}

/** Two lines or more of one cell begin with labels that return. */
function hasLabelledLines(own: readonly Cell[], { runIn }: Labels): boolean {
  return own.some((cell) => {
    const found = cell.text.split('\n').flatMap((line) => labelsInLine(line, runIn));
    return (
      found.filter(({ label }) => (runIn.get(labelKey(label)) ?? 0) > 1 && findDates(label).length === 0).length > 1
    );
  });
}
