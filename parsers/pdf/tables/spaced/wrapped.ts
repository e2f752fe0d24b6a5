import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { isListMark } from '../../text/markers.ts';
import { isNumericText } from '../../text/numbers.ts';
import { type Chunk, median, type TextRow } from '../../text/rows.ts';
import { findBandColumns } from './band-columns.ts';
import { type BodyRow, toBodyRow } from './body-rows.ts';
import { joinParagraphs } from './cell-paragraphs.ts';
import { type Column, findColumns } from './columns.ts';
import { areFacing, withNamesApart } from './facing-texts.ts';
import { groupsByFit } from './line-fit.ts';
import { type PlacedRow, placeRow } from './placing.ts';
import { wordCount } from './prose.ts';
import { holdMost } from './row-groups.ts';
import { beforeHeading, carriedOver, farthestRow, rowsAlongStrip } from './strip-rows.ts';

/** A table without lines whose cells hold wrapped text: white bands across all columns part its rows. */
export interface WrappedTable {
  readonly rows: readonly TextRow[];
  readonly columns: readonly Column[];
  readonly body: readonly BodyRow[];
  readonly headerRows: number;
  readonly confidence: number;
}

/**
 * Finds tables of wrapped text: a white strip runs down through rows of text, and white bands higher than the space
 * between two lines cross all columns at once. In columns of prose paragraphs end at different heights.
 */
export function findWrappedTables(rows: readonly TextRow[]): readonly WrappedTable[] {
  const found: WrappedTable[] = [];
  const known = new Set<string>();
  const numbers = new Map(rows.map((row) => [row, row.chunks.filter((chunk) => isNumericText(chunk.text)).length]));
  const isWordy = (some: readonly TextRow[]) =>
    some.reduce((sum, row) => sum + (numbers.get(row) ?? 0), 0) <=
    0.3 * some.reduce((sum, row) => sum + row.chunks.length, 0);
  let free = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined || row.chunks.length < 2 || (numbers.get(row) ?? 0) > 0.5 * row.chunks.length) continue;
    if (goesOnWithNumbers(rows, free, index, numbers)) continue;
    const table = tableFrom(rows, free, index, isWordy, known);
    const last = table?.rows.at(-1);
    if (table === null || last === undefined) continue;
    found.push(table);
    free = rows.indexOf(last) + 1;
    index = free - 1;
  }
  return found;
}

/** True for a row with numbers below another such row that has as many chunks: the middle of a table of numbers. */
function goesOnWithNumbers(
  rows: readonly TextRow[],
  free: number,
  index: number,
  numbers: ReadonlyMap<TextRow, number>,
): boolean {
  const row = rows[index];
  const above = rows.slice(free, index).findLast((other) => other.chunks.length > 1);
  if (row === undefined || above === undefined || row.baseline - above.baseline > farthestRow * row.size) return false;
  return (
    above.chunks.length === row.chunks.length &&
    (numbers.get(row) ?? 0) > 0 &&
    (numbers.get(above) ?? 0) >= (numbers.get(row) ?? 0)
  );
}

/** The largest table that begins at a row with gaps in it, or at rows above from `free` on; null where none does. */
function tableFrom(
  rows: readonly TextRow[],
  free: number,
  start: number,
  isWordy: (rows: readonly TextRow[]) => boolean,
  known: Set<string>,
): WrappedTable | null {
  const { chunks = [] } = rows[start] ?? {};
  const tried = new Set<string>();
  let best: WrappedTable | null = null;
  chunks.slice(1).forEach((chunk, gap) => {
    const strip = { from: chunks[gap]?.x1 ?? 0, to: chunk.x0 };
    const first = carriedOver(rows, free, start, strip.to);
    const along = beforeHeading(rowsAlongStrip(rows, first, strip));
    const key = `${first}+${along.length}`;
    if (along.length < 2 || tried.has(key) || !isWordy(along)) return;
    tried.add(key);
    const table = layOutWrapped(along, known);
    if (table !== null && (best === null || sizeOf(table) > sizeOf(best))) best = table;
  });
  return best;
}

const sizeOf = ({ body, columns }: WrappedTable): number => body.length * columns.length;

/** The names of columns in the first of some bands. */
const namesOf = (bands: readonly (readonly TextRow[])[]): string =>
  (bands[0]?.[0]?.chunks ?? []).map(({ text, x0 }) => `${Math.round(x0)} ${text}`).join('|');

/** @param known names of columns that stand over rows on the page; those of what is found are added */
function layOutWrapped(rows: readonly TextRow[], known: Set<string>): WrappedTable | null {
  const cards = labelBands(rows);
  const left = leastOf(rows, (row) => row.x0);
  const beside = mostOf(rows, (row) => row.chunks.length);
  const joined = cards ?? joinParagraphs(toBands(rows, linePitch(rows)), left, beside);
  const fitting = cards === null && holdMost(joined) ? rowsByFit(joined) : null;
  const textBands = cards ?? fitting?.bands ?? withNamesApart(joined);
  const hasNames = fitting === null && textBands.length > joined.length;
  if (textBands.length < 2 || (cards === null && textBands.length === rows.length)) return null;
  const columns = fitting?.columns ?? findBandColumns(textBands);
  if (columns.length < 2) return null;
  const bands = textBands.map((band) => band.map((row) => placeRow(row, columns, true)));
  const body = bands.map((band) => toBodyRow(band));
  const full = body.filter((row) => row.cells.length > 1);
  const cells = bands.flatMap((band) => cellsOf(band));
  const wrapped = cells.filter((cell) => cell.lines > 1);
  const pieces = bands.flatMap((band) => band.flatMap((row) => row.pieces));
  const numeric = pieces.filter((piece) => isNumericText(piece.text));
  const labels = cells.filter((cell) => cell.column === 0);
  const labelled = labels.length > 0 && labels.every((cell) => cell.bold) && !cells.every((cell) => cell.bold);
  const sure = labelled || columns.length > 2;
  const facing = columns.length === 2 && areFacing(hasNames ? bands.slice(1) : bands);
  const isKnown = hasNames && known.has(namesOf(textBands));
  if (full.length < (labelled ? 1 : sure || isKnown ? 2 : 3) || full.length < 0.6 * body.length) return null;
  const leastWrapped = cards !== null ? 0 : sure ? 0.08 : 0.15;
  if (numeric.length > 0.25 * pieces.length || wrapped.length < leastWrapped * cells.length) return null;
  if (!cells.some((cell) => cell.words >= 8 && !cell.bold)) return null;
  const named = isBold(bands[0]) && body[0]?.cells.length === columns.length;
  if (labels.length < (named ? fewestOnce : columns.length > 2 ? 0.4 : 0.6) * body.length) return null;
  const asList = !named && median(full.map((row) => row.cells.length)) < 3;
  if (asList && labels.filter(({ text }) => isListMark(text)).length > 0.5 * labels.length) return null;
  const sentences = cells.filter((cell) => cell.words > 2);
  if (sentences.filter((cell) => /^\p{Ll}(?![.)])/u.test(cell.text)).length > 0.25 * sentences.length) return null;
  if (columns.length === 2 && !facing && median(labels.map((cell) => cell.words)) > 12) return null;
  if (!bands.every((band) => startsTogether(band)) || bands.some(hasValuesBelowEachOther)) return null;
  const headerRows = hasNames || (isBold(bands[0]) && !bands.slice(1).every(isBold) && columns.length > 2) ? 1 : 0;
  if (hasNames) known.add(namesOf(textBands));
  return {
    rows,
    columns,
    body,
    headerRows,
    confidence: Math.min(0.95, 0.6 + 0.05 * full.length + 0.05 * columns.length),
  };
}

/** Bands parted further where the ends of their lines tell rows, and the columns of these. */
function rowsByFit(
  bands: readonly (readonly TextRow[])[],
): { readonly bands: readonly (readonly TextRow[])[]; readonly columns: readonly Column[] } | null {
  const rows = bands.flat();
  const firsts = new Set(bands.map(([first]) => first));
  const columns = findColumns(rows, []);
  if (columns.length < 2) return null;
  const groups = groupsByFit(
    rows.map((row) => placeRow(row, columns, true)),
    columns,
    ({ row }) => firsts.has(row),
  );
  return groups === null ? null : { bands: groups.map((group) => group.map(({ row }) => row)), columns };
}

/** Share of rows with words in the first column where each column has a name: a finding may stand once over many actions. */
const fewestOnce = 0.1;

/** True for a band in which one column holds numbers in three lines and little else: these are rows, not the lines of one cell. */
function hasValuesBelowEachOther(band: readonly PlacedRow[]): boolean {
  const columns = Map.groupBy(
    band.flatMap(({ pieces }) => pieces),
    ({ from }) => from,
  );
  return [...columns.values()].some((pieces) => {
    const numbers = pieces.filter((piece) => isNumericText(piece.text)).length;
    return numbers > 2 && numbers > 0.35 * pieces.length;
  });
}

/** So many labels under each other are a card. */
const fewestLabels = 4;

/**
 * The rows of a card, each from its label on: a bold label and, all at one place beside it, a value that is not bold.
 * Null for any other rows. White that is as high between lines as between rows does not part these.
 */
function labelBands(rows: readonly TextRow[]): readonly (readonly TextRow[])[] | null {
  const bands: TextRow[][] = [];
  const [label, value] = rows[0]?.chunks ?? [];
  if (label === undefined || value === undefined) return null;
  for (const row of rows) {
    const [first, second] = row.chunks;
    if (first === undefined || row.chunks.length > 2) return null;
    const begins = second !== undefined && isAt(first, label) && isAt(second, value);
    if (begins && first.words.every((run) => run.bold) && second.words.every((run) => !run.bold)) bands.push([row]);
    else if (row.chunks.length === 1 && isAt(first, value) && first.words.every((run) => !run.bold))
      bands.at(-1)?.push(row);
    else return null;
  }
  return bands.length < fewestLabels ? null : bands;
}

const isAt = (chunk: Chunk, other: Chunk): boolean => Math.abs(chunk.x0 - other.x0) <= 1.5;

const isBold = (band: readonly PlacedRow[] | undefined): boolean =>
  band?.every(({ row }) => row.runs.every((run) => run.bold)) ?? false;

interface CellText {
  readonly column: number;
  readonly lines: number;
  readonly words: number;
  readonly text: string;
  readonly bold: boolean;
}

function cellsOf(band: readonly PlacedRow[]): readonly CellText[] {
  const cells = new Map<number, { lines: number; words: number; text: string; bold: boolean }>();
  for (const { pieces } of band) {
    for (const piece of pieces) {
      const cell = cells.get(piece.from) ?? { lines: 0, words: 0, text: '', bold: true };
      cell.lines++;
      cell.bold &&= piece.runs.every((run) => run.bold);
      cell.words += wordCount(piece);
      cell.text = cell.text === '' ? piece.text : `${cell.text} ${piece.text}`;
      cells.set(piece.from, cell);
    }
  }
  return [...cells].map(([column, cell]) => ({ column, ...cell }));
}

/** True where the cells of a band begin, or lie in the middle, or end at one height. */
function startsTogether(band: readonly PlacedRow[]): boolean {
  const extents = new Map<number, { top: number; bottom: number }>();
  for (const { row, pieces } of band) {
    for (const piece of pieces) {
      const extent = extents.get(piece.from);
      if (extent === undefined) extents.set(piece.from, { top: row.baseline, bottom: row.baseline });
      else extent.bottom = row.baseline;
    }
  }
  const all = [...extents.values()];
  const size = band[0]?.row.size ?? 10;
  const agree = (values: readonly number[]) => Math.max(...values) - Math.min(...values) <= 0.6 * size;
  return (
    agree(all.map(({ top }) => top)) ||
    agree(all.map(({ bottom }) => bottom)) ||
    agree(all.map(({ top, bottom }) => (top + bottom) / 2))
  );
}
