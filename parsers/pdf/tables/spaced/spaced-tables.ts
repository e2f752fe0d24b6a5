import { overlap } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import { isNumericText, isYear } from '../../text/numbers.ts';
import { hasLeaders, type TextRow } from '../../text/rows.ts';
import { textOf, type Word } from '../../text/words.ts';
import { type BodyRow, toBodyRows } from './body-rows.ts';
import { type Column, findColumns } from './columns.ts';
import { fillGrid, type SpacedCell } from './fill-grid.ts';
import { centredAlone, type Header, headerCells } from './header-cells.ts';
import { type Piece, type PlacedRow, placeRow } from './placing.ts';
import type { Region } from './regions.ts';
import { isWide } from './row-groups.ts';

/** A table read from the gaps between words, with the rules among them as far as there are any. */
export interface SpacedTable {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly headerRows: number;
  readonly cells: readonly SpacedCell[];
  /** What speaks for and against a table, for `judge`. */
  readonly signs: Signs;
}

/** Figures by which a region of text is judged to be a table or not; shares are 0 to 1. */
export interface Signs {
  readonly bodyRows: number;
  readonly columns: number;
  /** Rows with text in more than one column. */
  readonly fullRows: number;
  /** Share of the cells beyond the first column that are numbers. */
  readonly numeric: number;
  /** Share of all positions that hold text. */
  readonly filled: number;
  /** Mean number of words in a cell. */
  readonly words: number;
  readonly headerRows: number;
  /** True where the first row is bold and not all others are. */
  readonly boldHead: boolean;
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
  readonly named: boolean;
  readonly rulesInside: number;
  /** Share of first cells that are bullets, numbers of a list or end in a colon. */
  readonly listLike: number;
  /** Share of the rows joined by leader dots, and whether the last column counts upwards: a contents page. */
  readonly leaders: number;
}

/** Lays a region of text out as a table; null where its words stand in no two columns. */
export function readSpacedTable(region: Region): SpacedTable | null {
  const columns = findColumns(region.rows, region.posts);
  return columns.length < 2 ? null : layOut(region, columns);
}

/** Lays a region of text out in known columns. */
export function layOut(region: Region, columns: readonly Column[], allHeading = false): SpacedTable {
  const placed = region.rows.map((row) => placeRow(row, columns));
  const headed = allHeading ? placed.length : headerDepth(placed, columns, region);
  const header = headed === 0 ? { levels: 0, cells: [] } : readHeading(region, headed, columns);
  const body = toBodyRows(placed.slice(headed).map(stubInPlace), columns, region.rules, (row) =>
    spanAsMeant(row, columns),
  );
  const rows = header.levels + body.length;
  const xs = columnBounds(columns, region);
  const ys = rowBounds(placed, headed, header.levels, body);
  const cell = (row: number, rowSpan: number, from: number, to: number, runs: readonly Word[]): SpacedCell => ({
    row,
    column: from,
    rowSpan,
    columnSpan: to - from + 1,
    box: [xs[from] ?? 0, ys[row] ?? 0, xs[to + 1] ?? 0, ys[row + rowSpan] ?? 0],
    runs,
  });
  const cells = [
    ...header.cells.map((head) => cell(head.level, head.levels, head.from, head.to, head.runs)),
    ...body.flatMap((row, index) =>
      row.cells.map(({ from, to, runs }) => cell(header.levels + index, 1, from, to, runs)),
    ),
  ];
  return {
    box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0],
    rows,
    columns: columns.length,
    headerRows: header.levels,
    cells: fillGrid(cells, rows, columns.length, xs, ys),
    signs: readSigns(region, body, columns, header.levels),
  };
}

/** The cells of a table of wrapped text and the box around them. */
export function wrappedCells(table: {
  readonly columns: readonly Column[];
  readonly body: readonly BodyRow[];
}): Pick<SpacedTable, 'box' | 'cells'> {
  const { columns, body } = table;
  const xs = columnBounds(columns, { left: columns[0]?.x0 ?? 0, right: columns.at(-1)?.x1 ?? 0 });
  const ys = rowBounds([], 0, 0, body);
  const cells = body.flatMap((row, index) =>
    row.cells.map(
      ({ from, to, runs }): SpacedCell => ({
        row: index,
        column: from,
        rowSpan: 1,
        columnSpan: to - from + 1,
        box: [xs[from] ?? 0, ys[index] ?? 0, xs[to + 1] ?? 0, ys[index + 1] ?? 0],
        runs,
      }),
    ),
  );
  return {
    box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0],
    cells: fillGrid(cells, body.length, columns.length, xs, ys),
  };
}

/** The cells of the first rows of text. */
function readHeading(region: Region, headed: number, columns: readonly Column[]): Header {
  const heading = region.rows.slice(0, headed).map((row) => placeRow(row, columns));
  return headerCells(heading, columns, region.rules);
}

/** How many of the first rows of text are the heading: those above the first row of values. */
function headerDepth(rows: readonly PlacedRow[], columns: readonly Column[], region: Region): number {
  if (areLabelled(rows, columns)) return 0;
  const left = columns[0]?.x0 ?? 0;
  const right = columns.at(-1)?.x1 ?? 0;
  const firstValues = rows.findIndex(isValueRow);
  const wide = region.rules.filter((rule) => isWide(rule, left, right));
  const ruleAfter = (index: number) => {
    const [above, below] = [rows[index - 1], rows[index]];
    if (above === undefined || below === undefined) return false;
    return wide.some((rule) => rule.at > above.row.baseline - 1 && rule.at < below.row.baseline - 0.2 * below.row.size);
  };
  const allRuled = rows.filter((_, index) => ruleAfter(index)).length > 0.4 * rows.length;
  // Numbers that count up from column to column and stand over a rule are names of columns.
  if (firstValues !== -1 && !allRuled && ruleAfter(firstValues + 1) && countsUp(rows[firstValues]))
    return firstValues + 1;
  const limit = firstValues === -1 ? Math.min(rows.length - 1, 6) : firstValues;
  const ruled = Array.from({ length: limit }, (_, index) => index + 1).filter(ruleAfter);
  const end = firstValues === -1 ? ruled[0] : ruled.at(-1);
  if (end !== undefined) return end;
  if (firstValues === -1) return looksLikeHeading(rows) ? 1 : 0;
  let depth = firstValues;
  while (depth > 0 && isStubOnly(rows[depth - 1]) && rows.slice(0, depth - 1).some((row) => !isStubOnly(row))) depth--;
  return depth;
}

/** Labels in bold beside values in plain type have no heading over them, though a value below them is a number. */
function areLabelled(rows: readonly PlacedRow[], columns: readonly Column[]): boolean {
  const isLabelled = ({ pieces: [label, ...values] }: PlacedRow) =>
    label?.from === 0 &&
    label.runs.every(({ bold }) => bold) &&
    !values.some(({ runs }) => runs.some(({ bold }) => bold));
  return columns.length === 2 && rows.every(isLabelled);
}

function countsUp(row: PlacedRow | undefined): boolean {
  const values = (row?.pieces ?? [])
    .filter((piece) => piece.from > 0)
    .map((piece) => Number.parseFloat(piece.text))
    .filter((value) => !Number.isNaN(value));
  return values.length > 2 && values.every((value, index) => index === 0 || value > (values[index - 1] ?? Number.NaN));
}

/** A row of values: most of what stands beyond the first column are numbers, and not only years. */
function isValueRow({ pieces }: PlacedRow): boolean {
  const beyond = pieces.filter((piece) => piece.from > 0);
  const numbers = beyond.filter((piece) => isNumericText(piece.text));
  const labelled = pieces.some((piece) => piece.from === 0);
  if (numbers.length === 0 || numbers.length < 0.5 * beyond.length) return false;
  return labelled
    ? !(numbers.every((piece) => isYear(piece.text)) && !isNumericText(pieces[0]?.text ?? '')) || hasValues(numbers)
    : !numbers.every((piece) => isYear(piece.text) || /^\d{1,2}$/u.test(piece.text));
}

const hasValues = (pieces: readonly Piece[]): boolean => pieces.some((piece) => !isYear(piece.text));

const isStubOnly = (row: PlacedRow | undefined): boolean =>
  row !== undefined &&
  row.pieces.length > 0 &&
  row.pieces.every((piece) => piece.from === 0 && (piece.to === 0 || row.pieces.length === 1));

/** A first row in bold above rows that are not. */
function looksLikeHeading(rows: readonly PlacedRow[]): boolean {
  const [first, ...rest] = rows;
  return first !== undefined && first.pieces.length > 1 && isBold(first.row) && !rest.every(({ row }) => isBold(row));
}

const isBold = (row: TextRow): boolean => row.runs.every((run) => run.bold);

/** In the body, words that begin in the first column stay there however far they reach. */
function stubInPlace(row: PlacedRow): PlacedRow {
  if (row.pieces.length === 1 && (row.pieces[0]?.from ?? 0) > 0) return row;
  const pieces = row.pieces.map((piece) =>
    piece.from === 0 && piece.to > 0 && !isNumericText(piece.text) ? { ...piece, to: 0 } : piece,
  );
  return { ...row, pieces };
}

/** In the body, words alone in their row over other columns than the first head those they are centred over. */
function spanAsMeant(row: PlacedRow, columns: readonly Column[]): PlacedRow {
  const [only] = row.pieces;
  if (row.pieces.length !== 1 || only === undefined || only.from === 0 || isNumericText(only.text)) return row;
  return { ...row, pieces: [centredAlone(only, row.row.size, columns)] };
}

/** Bounds of the columns: in the middle of the gutters. */
function columnBounds(columns: readonly Column[], region: Pick<Region, 'left' | 'right'>): readonly number[] {
  const inner = columns.slice(1).map((column, index) => ((columns[index]?.x1 ?? 0) + column.x0) / 2);
  return [Math.min(region.left, columns[0]?.x0 ?? 0), ...inner, Math.max(region.right, columns.at(-1)?.x1 ?? 0)];
}

/** Bounds of the rows: heading levels share the heading's height, body rows end where their text ends. */
function rowBounds(
  placed: readonly PlacedRow[],
  headed: number,
  levels: number,
  body: readonly BodyRow[],
): readonly number[] {
  const top = placed[0]?.row.top ?? 0;
  const headBottom = placed[headed - 1]?.row.bottom ?? top;
  const bounds = Array.from({ length: levels }, (_, level) => top + ((headBottom - top) * level) / Math.max(1, levels));
  body.forEach((row, index) => {
    const above = index === 0 ? (levels === 0 ? row.top : headBottom) : (body[index - 1]?.bottom ?? row.top);
    bounds.push(index === 0 && levels === 0 ? row.top : (above + row.top) / 2);
  });
  bounds.push(body.at(-1)?.bottom ?? headBottom);
  return bounds;
}

function readSigns(region: Region, body: readonly BodyRow[], columns: readonly Column[], headerRows: number): Signs {
  const cells = body.flatMap((row) => row.cells.map((cell) => ({ column: cell.from, text: textOf(cell.runs) })));
  const beyond = cells.filter((cell) => cell.column > 0);
  const firsts = cells.filter((cell) => cell.column === 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const inner = region.rules.filter((rule) => {
    const [first, last] = [region.rows[0], region.rows.at(-1)];
    return (
      rule.at > (first?.bottom ?? 0) &&
      rule.at < (last?.top ?? 0) &&
      overlap(rule.from, rule.to, region.left, region.right) > 0.5 * (region.right - region.left)
    );
  });
  return {
    bodyRows: body.length,
    columns: columns.length,
    fullRows: body.filter((row) => row.cells.length > 1).length,
    numeric: share(beyond.filter((cell) => isNumericText(cell.text)).length, beyond.length),
    filled: share(cells.length, body.length * columns.length),
    words: share(
      cells.reduce((sum, cell) => sum + cell.text.split(' ').length, 0),
      cells.length,
    ),
    headerRows,
    boldHead: headerRows > 0 && region.rows[0] !== undefined && isBold(region.rows[0]) && !region.rows.every(isBold),
    ruleAbove: region.ruleAbove,
    ruleBelow: region.ruleBelow,
    named: region.named,
    rulesInside: inner.length,
    listLike: share(
      firsts.filter((cell) => /^(?:[•▪◦●■–—\-*o§]|\(?[\divxa-z]{1,4}[.)])$|:$/iu.test(cell.text.trim())).length,
      firsts.length,
    ),
    leaders: share(region.rows.filter(hasLeaders).length, region.rows.length),
  };
}
