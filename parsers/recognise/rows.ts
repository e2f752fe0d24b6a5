import { foldWords } from '../../src/lib/fold.ts';
import { rememberByObject } from '../../src/lib/remember.ts';
import type { Cell, Table } from '../../src/model/document.ts';
import type { RawField } from '../../src/model/raw.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { distinctCells, type Grid, tableToGrid } from '../../src/tables/grid.ts';
import { isPeriod, labelField, labelScores } from './labels.ts';

/** A label and the value beside it. */
export interface LabelPair {
  readonly label: Cell;
  readonly field: RawField;
  readonly value: Cell | null;
}

/** One row of a table by what it does in a plan. `cells` are by column, spanned cells at each column they cover. */
export type PlanRow =
  | {
      readonly kind: 'header';
      readonly row: number;
      readonly labels: readonly string[];
      readonly cells: readonly (Cell | null)[];
    }
  | { readonly kind: 'label'; readonly row: number; readonly pairs: readonly LabelPair[] }
  | { readonly kind: 'section'; readonly row: number; readonly cell: Cell }
  | { readonly kind: 'data'; readonly row: number; readonly cells: readonly (Cell | null)[] };

const longestHeader = 12;
const filled = (cell: Cell) => /[\p{L}\p{N}]/u.test(cell.text);

/** Tells what each row of a table is: column headers, a label with its value, a section title, or data. Empty rows go. */
export const tableToRows: (table: Table) => readonly PlanRow[] = rememberByObject((table) => {
  const grid = tableToGrid(table);
  const rows: PlanRow[] = [];
  let headed = false;
  for (let row = 0; row < table.rows; row++) {
    const cells = grid[row] ?? [];
    const distinct = distinctCells(cells);
    if (!distinct.some(filled)) continue;
    const last = rows.at(-1);
    const groups = last?.kind === 'header' && last.row === row - 1 ? last.labels : null;
    if (isHeaderRow(table, distinct, row, groups === null ? null : (grid[row - 1] ?? null))) {
      if (groups !== null) rows.pop();
      rows.push({ kind: 'header', row, labels: headerLabels(cells, groups, row, grid), cells });
      headed = true;
      continue;
    }
    const pairs = labelPairs(distinct, row, headed, table.columns);
    if (pairs.length > 0) rows.push({ kind: 'label', row, pairs });
    else if (isSectionRow(distinct, row, table.columns))
      rows.push({ kind: 'section', row, cell: distinct.find(filled) ?? emptyCell });
    else rows.push({ kind: 'data', row, cells });
  }
  return rows;
});

const emptyCell: Cell = {
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  header: false,
  text: '',
  bold: false,
  fill: null,
  ink: null,
  places: [],
};

/** Boxes to tick stand in values: `☐ Not started ☒ In progress`. */
const isLabel = (cell: Cell) =>
  !/[☐☒☑]/u.test(cell.text) &&
  !(isStatusWords(cell.text) && !cell.header) &&
  foldWords(cell.text).split(' ').length <= longestHeader &&
  (labelField(cell.text, 0.5) !== null || isPeriod(cell.text));

function isHeaderRow(
  table: Table,
  distinct: readonly Cell[],
  row: number,
  above: readonly (Cell | null)[] | null,
): boolean {
  const own = distinct.filter((cell) => cell.row === row && filled(cell));
  const labels = own.filter(isLabel);
  if (row < table.headerRows && own.length > 0 && own.every((cell) => cell.header)) {
    if (labels.length >= 1 && (own.length >= 2 || spansFromAbove(distinct, row))) return !alternates(own);
  }
  if (own.length >= 2 && own.every((cell) => isPeriod(cell.text)) && spansFromAbove(distinct, row)) return true;
  if (own.length >= 2 && headsGroups(own, distinct, above)) return true;
  const named = own.filter((cell) => isLabel(cell) || isStatusWords(cell.text));
  if (labels.length < 2 || named.length < 0.6 * own.length || own.length < 0.5 * distinct.length) return false;
  const fields = new Set(labels.flatMap((cell) => [...labelScores(cell.text).keys()].slice(0, 1)));
  return (fields.size >= 2 || labels.length === own.length) && !alternates(own);
}

/** A row whose labels alternate with values (`Owner | Head of Estates | Due date | May 2024`) is no header. */
function alternates(own: readonly Cell[]): boolean {
  if (own.length < 2 || own.length % 2 !== 0) return false;
  return own.every((cell, index) => (index % 2 === 0 ? isLabel(cell) : isValueOf(own[index - 1], cell)));
}

/** A month beside `Target date` and `Training Lead` beside `Owner` are their values, though they could head columns elsewhere. */
function isValueOf(label: Cell | undefined, cell: Cell): boolean {
  if (!isLabel(cell)) return true;
  if (label === undefined) return false;
  const field = labelField(label.text);
  if (isPeriod(cell.text)) return field === 'timescale';
  return labelField(cell.text, surely) === null && labelField(cell.text, 0.5) === field;
}

/** A label that names its field in words that stand for nothing else. */
const surely = 0.9;

/** Names under the groups of the header row above (`RAG` over `Previous` and `Current`), beside headers that span both rows. */
function headsGroups(own: readonly Cell[], distinct: readonly Cell[], above: readonly (Cell | null)[] | null): boolean {
  if (above === null) return false;
  return (
    own.every((cell) => (above[cell.column]?.columnSpan ?? 1) > 1) &&
    distinct.every((cell) => own.includes(cell) || above.includes(cell) || !filled(cell)) &&
    distinct.some((cell) => above.includes(cell))
  );
}

const spansFromAbove = (distinct: readonly Cell[], row: number) => distinct.some((cell) => cell.row < row);

/** The label of each column; a second header row names the columns under a group (`Progress` over two periods). */
function headerLabels(
  cells: readonly (Cell | null)[],
  groups: readonly string[] | null,
  row: number,
  grid: Grid,
): readonly string[] {
  return cells.map((cell, column) => {
    const text = (cell?.text ?? '').replace(/\s+/g, ' ').trim();
    const group = groups?.[column] ?? '';
    if (cell !== null && cell.row < row) return group === '' ? text : group;
    if (text === '') return group;
    if (group === '' || isLabel(cell ?? emptyCell) || grid[row - 1]?.[column] === cell) return text;
    return `${group}: ${text}`;
  });
}

/** Pairs of label and value in one row: one pair, or several side by side; none where the row is data. */
function labelPairs(distinct: readonly Cell[], row: number, headed: boolean, columns: number): readonly LabelPair[] {
  const own = distinct.filter((cell) => cell.row === row);
  const [first, second] = own;
  if (first === undefined || own.length < distinct.length) return [];
  const field = labelField(first.text, headed ? 0.9 : 0.6);
  if (field === null) return [];
  const values = own.slice(1).filter(filled);
  if (values.length <= 1 && (!headed || columns > 2 || looksLikeLabel(first, second))) {
    if (values.length === 0 && own.length < 2) return [];
    return [{ label: first, field, value: values[0] ?? second ?? null }];
  }
  if (headed || own.length % 2 !== 0 || !own.every((cell, index) => index % 2 === 0 || isValueOf(own[index - 1], cell)))
    return [];
  return own.flatMap((label, index) => {
    if (index % 2 !== 0 || !filled(label)) return [];
    return [{ label, field: labelField(label.text, 0.5) ?? 'extra', value: own[index + 1] ?? null }];
  });
}

/** In a two-column table under a header, a label row is told from data by its looks. */
function looksLikeLabel(label: Cell, value: Cell | undefined): boolean {
  return (
    (label.bold && value?.bold !== true) ||
    (label.header && value?.header !== true) ||
    (label.fill !== null && value?.fill === null)
  );
}

/** A row of one text over the whole width, or of one short text that looks like a title. */
function isSectionRow(distinct: readonly Cell[], row: number, columns: number): boolean {
  const texts = distinct.filter((cell) => cell.row === row && filled(cell));
  const [only] = texts;
  if (only === undefined || texts.length > 1 || distinct.some((cell) => cell.row < row) || columns < 2) return false;
  if (only.columnSpan >= columns) return true;
  return only.column === 0 && (only.bold || only.header) && foldWords(only.text).split(' ').length <= longestHeader;
}

/** On a card a row whose label the vocabulary does not know is a label all the same, kept under its own words. */
export function unknownLabelRow(row: PlanRow): PlanRow {
  if (row.kind !== 'data') return row;
  const cells = distinctCells(row.cells);
  const fields = cells.map(({ text }, index) => (index % 2 === 0 ? labelField(text) : null));
  const paired = cells.length === 2 || (cells.length === 4 && fields.some((field) => field !== null));
  if (!paired) return row;
  const pairs = cells.flatMap((label, index): readonly LabelPair[] => {
    const value = cells[index + 1];
    return index % 2 === 0 && value !== undefined ? [{ label, field: fields[index] ?? 'extra', value }] : [];
  });
  return { kind: 'label', row: row.row, pairs };
}
