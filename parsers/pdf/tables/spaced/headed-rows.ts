import { containsPoint, middleX, middleY, overlap } from '../../../../src/lib/box.ts';
import { leastOf, mostOf } from '../../../../src/lib/extremes.ts';
import type { Fill } from '../../page/page-content.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { isListMark } from '../../text/markers.ts';
import { type Chunk, median, type TextRow, toChunk, toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge } from '../ruled/edge.ts';
import type { BodyRow } from './body-rows.ts';
import type { Column } from './columns.ts';
import { groupsByFit } from './line-fit.ts';
import { type PlacedRow, toPiece } from './placing.ts';
import { holdMost } from './row-groups.ts';
import type { WrappedTable } from './wrapped.ts';

/** Names beside each other that show the columns of a table. */
const fewestNames = 3;
/** Points by which texts of one column differ in where they begin. */
const slack = 2;
/** Points by which items of a list are set in at most. */
const deepest = 30;
/** Ems from line to line: a wider blank ends the table. */
const farthestLine = 3;
/** Times the blank between words: a wider one parts the texts of two columns. */
const widerThanBlank = 1.6;
/** Ems: no blank between the words of one name is as wide. */
const widerThanAny = 0.5;
/** Share of the columns that have words in most rows, for many stand for months, and share of the rows for which that is so. */
const mostlyFilled = 0.2;
const mostRows = 0.8;
/** Times the size of the names: larger type is a heading's. */
const largerType = 1.12;
/** Share of the columns beside a text for several rows in which words begin on the first line of each. */
const mostlyBegun = 0.5;
const confidence = 0.75;

/** Lines between two white bands or rules: a row of cells, or one text over all columns. */
interface Band {
  readonly kind: 'cells' | 'across';
  readonly lines: readonly TextRow[];
}

/**
 * Tables of wrapped text without upright lines, whose names of columns in bold or on paint tell where these begin, and every
 * line below begins at one of these places. A text may run over all columns (an answer below its row, the title of a group) and
 * leave no white between them, or stand once beside several rows.
 * @param allowPlain takes tables without a text over all columns as well, where texts wrap: other evidence may tell these better
 */
export function findHeadedTables(
  rows: readonly TextRow[],
  flats: readonly Edge[],
  fills: readonly Fill[],
  allowPlain: boolean,
): readonly WrappedTable[] {
  const found: WrappedTable[] = [];
  for (let index = 0; index < rows.length; index++) {
    const names = namesFrom(rows, index, fills);
    if (names === null) continue;
    const table = tableUnder(names, rows.slice(index + names.length), flats, allowPlain);
    if (table === null) continue;
    found.push(table);
    index += table.rows.length - 1;
  }
  return found;
}

/** The lines of the names of columns that begin at a row; null where none do. */
function namesFrom(rows: readonly TextRow[], index: number, fills: readonly Fill[]): readonly TextRow[] | null {
  const first = rows[index];
  if (first === undefined || first.chunks.length < fewestNames) return null;
  const painted = paintUnder(first, fills);
  const isName = (row: TextRow) =>
    painted === null ? row.words.every(({ bold }) => bold) : paintUnder(row, fills) === painted;
  if (!isName(first)) return null;
  const starts = namesIn(first).map(({ x0 }) => x0);
  const end = rows.findIndex((row, at) => at > index && !(isName(row) && isCells(row, starts)));
  return rows.slice(index, end === -1 ? rows.length : end);
}

/** The names in a row: its chunks, word by word where wide blanks stand between all of them, as in narrow columns for months. */
const namesIn = ({ chunks, size }: TextRow): readonly Chunk[] =>
  chunks.flatMap((chunk) => {
    const isApart = chunk.words.every(
      ({ box }, index) => index === 0 || box[0] - (chunk.words[index - 1]?.box[2] ?? 0) > widerThanAny * size,
    );
    return isApart ? chunk.words.map((word) => toChunk([word])) : [chunk];
  });

/** The colours of the paint under the words of a row, as one text; null where one of them has none. */
function paintUnder(row: TextRow, fills: readonly Fill[]): string | null {
  const colours = row.words.map(({ box }) =>
    fills.findLast((fill) => containsPoint(fill.box, middleX(box), middleY(box)))?.colour.join(),
  );
  const [colour] = colours;
  const isOne = colour !== undefined && colour !== '255,255,255' && colours.every((one) => one === colour);
  return isOne ? colour : null;
}

/** The table whose columns these names stand over; null where what stands below is none, or a plain one that is not allowed or stands beside another. */
function tableUnder(
  names: readonly TextRow[],
  below: readonly TextRow[],
  flats: readonly Edge[],
  allowPlain: boolean,
): WrappedTable | null {
  const heads = names.slice(0, 1).flatMap(namesIn);
  const starts = heads.map(({ x0 }) => x0);
  const lines = linesInColumns(names, below, starts);
  const bands = withShortTexts(toKinds(lines, starts, flats), starts, allowPlain);
  const rows = bands.filter(({ kind }) => kind === 'cells');
  const isPlain = rows.length === bands.length;
  if (isPlain && new Set(heads.map(({ text }) => text)).size < starts.length) return null;
  if (rows.length < (allowPlain && !isPlain ? 1 : 2)) return null;
  if (isPlain && !(allowPlain && rows.some((row) => row.lines.length > 1))) return null;
  const full = rows.filter((row) => isFull(row, starts));
  if (full.length < mostRows * rows.length) return null;
  const all = [...names, ...bands.flatMap((band) => band.lines)];
  const columns = starts.map(
    (x0, index): Column => ({ x0, x1: (starts[index + 1] ?? mostOf(all, ({ x1 }) => x1) + 4) - 4 }),
  );
  const body = [toRow({ kind: 'cells', lines: names }, starts), ...bands.map((band) => toRow(band, starts))];
  return { rows: all, columns, body, headerRows: 1, confidence };
}

/** The lines below the names up to the first that stands apart, or neither in the columns nor over all of them. */
function linesInColumns(
  names: readonly TextRow[],
  below: readonly TextRow[],
  starts: readonly number[],
): readonly TextRow[] {
  const size = median(names.map((row) => row.size));
  let bottom = mostOf(names, (row) => row.bottom);
  const end = below.findIndex((row) => {
    const isNext = row.top - bottom < farthestLine * size && row.size <= largerType * size;
    bottom = Math.max(bottom, row.bottom);
    return !isNext || !(isCells(row, starts) || isAcross(row, starts));
  });
  return below.slice(0, end === -1 ? below.length : end);
}

/** Lines by white bands and rules, and what each is; up to the first that is neither. A text at the end stands no further off than others do. */
function toKinds(lines: readonly TextRow[], starts: readonly number[], flats: readonly Edge[]): readonly Band[] {
  const bands: Band[] = [];
  const whites = toBands(lines, linePitch(lines)).flatMap((band) => partedByRules(band, starts, flats));
  const fitting = holdMost(whites) ? rowsByFit(whites, starts) : null;
  const parts = fitting ?? whites;
  for (const part of parts) {
    const [first] = part;
    if (first === undefined) continue;
    const isText = isAcross(first, starts) && part.every((row) => row.chunks.length === 1 && isAt(row.x0, starts[0]));
    if (!isText && !part.every((row) => isCells(row, starts))) break;
    if (isText) bands.push({ kind: 'across', lines: part });
    else {
      const rows = fitting === null ? besideSpan(part, starts) : [part];
      bands.push(...rows.map((own): Band => ({ kind: 'cells', lines: own })));
    }
  }
  return withoutTextBelow(bands, starts);
}

/** Bands up to the last row, and the texts over all columns or in the first below it that stand no further off than others do. */
function withoutTextBelow(bands: readonly Band[], starts: readonly number[]): readonly Band[] {
  const rows =
    bands.findLastIndex(({ lines }) => lines.some((line) => columnsOf(line, starts).some((at) => at > 0))) + 1;
  const gaps = bands.map((band, index) => topOf(band) - bottomOf(bands[index - 1] ?? band));
  const usual = Math.max(0, ...gaps.slice(1, rows));
  const beyond = gaps.findIndex((gap, index) => index >= rows && gap > usual + slack);
  return beyond === -1 ? bands : bands.slice(0, beyond);
}

/** Lines parted further where their ends tell rows. */
function rowsByFit(
  bands: readonly (readonly TextRow[])[],
  starts: readonly number[],
): readonly (readonly TextRow[])[] | null {
  const lines = bands.flat();
  const firsts = new Set(bands.map(([first]) => first));
  const columns = columnsFrom(starts, lines);
  const placed = lines.map((row): PlacedRow => {
    const texts = isAcross(row, starts) ? [] : textsOf(row, starts);
    const pieces = texts.map((text, index) => {
      const column = columnOf(text, starts, texts[index - 1]);
      return toPiece(text.runs, column, column);
    });
    return { row, pieces: texts.length === 0 ? [toPiece(row.runs, 0, starts.length - 1)] : pieces };
  });
  const groups = groupsByFit(placed, columns, ({ row }) => firsts.has(row));
  return groups === null ? null : groups.map((group) => group.map(({ row }) => row));
}

/** The columns that begin at some places, each as far as its texts reach. */
function columnsFrom(starts: readonly number[], lines: readonly TextRow[]): readonly Column[] {
  const texts = lines.filter((line) => !isAcross(line, starts)).flatMap((line) => textsOf(line, starts));
  return starts.map((x0, index): Column => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = texts.filter((text) => text.x0 >= x0 - slack && text.x0 < next - slack);
    return { x0, x1: mostOf(own, ({ x1 }) => x1) };
  });
}

/** Lines of a row, parted where white crosses all columns but the first ones: what stands in these is the first row's, and holds for all. */
function besideSpan(lines: readonly TextRow[], starts: readonly number[]): readonly (readonly TextRow[])[] {
  for (let first = 1; first < starts.length - 1; first++) {
    const left = (starts[first] ?? 0) - slack;
    const [spanning = [], others = []] = [false, true].map((isOther) =>
      lines.flatMap(({ runs }) => runs.filter(({ box }) => box[0] >= left === isOther)),
    );
    const [head = [], ...further] = toBands(toTextRows(others), linePitch(lines));
    const isRow = ([line]: readonly TextRow[]) =>
      line !== undefined && line.chunks.length > mostlyBegun * (starts.length - first);
    if (further.length > 0 && [head, ...further].every(isRow))
      return [toTextRows([...spanning, ...head.flatMap(({ runs }) => runs)]), ...further];
  }
  return [lines];
}

/**
 * Where texts stand over all columns, one that stands alone in its row and does not reach the second is such a text too; so is one
 * in bold, where nothing else need tell the table.
 */
function withShortTexts(bands: readonly Band[], starts: readonly number[], allowBold: boolean): readonly Band[] {
  const hasAcross = bands.some(({ kind }) => kind === 'across');
  const isAlone = ({ lines }: Band) => lines.every((line) => columnsOf(line, starts).every((column) => column === 0));
  const isTitle = ({ lines }: Band) => allowBold && lines.every(({ words }) => words.every(({ bold }) => bold));
  return bands.map((band) => (isAlone(band) && (hasAcross || isTitle(band)) ? { ...band, kind: 'across' } : band));
}

const topOf = ({ lines }: Band): number => leastOf(lines, ({ top }) => top);
const bottomOf = ({ lines }: Band): number => mostOf(lines, ({ bottom }) => bottom);

/** Lines parted where a rule over most of the columns lies between them. */
function partedByRules(
  lines: readonly TextRow[],
  starts: readonly number[],
  flats: readonly Edge[],
): readonly (readonly TextRow[])[] {
  const [left = 0, last = 0] = [starts[0], starts.at(-1)];
  const rules = flats.filter(({ from, to }) => overlap(from, to, left, last) > 0.5 * (last - left));
  const parts: TextRow[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const isRuled = above === undefined || rules.some(({ at }) => at > above.baseline - 1 && at < line.baseline - 1);
    if (isRuled) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

const isAt = (x: number, start: number | undefined): boolean => start !== undefined && Math.abs(x - start) <= slack;

/** Ems: blanks that justified lines of a narrow column may have. */
const widestBlank = 2.5;

/** A row's chunks; what begins at none of the columns goes on with the text before it, for justified lines have wide blanks. */
function chunksAtStarts(row: TextRow, starts: readonly number[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const chunk of row.chunks) {
    const before = chunks.at(-1);
    const goesOn =
      before !== undefined &&
      chunk.x0 - before.x1 < widestBlank * row.size &&
      !starts.some((start) => start > before.x0 + slack && start <= chunk.x0 + slack);
    if (goesOn) chunks[chunks.length - 1] = toChunk([...before.runs, ...chunk.runs]);
    else chunks.push(chunk);
  }
  return chunks;
}

/** A line's texts: its chunks, parted further where words begin a column behind more than the blank between words. */
function textsOf(row: TextRow, starts: readonly number[]): readonly Chunk[] {
  return chunksAtStarts(row, starts).flatMap((chunk) => {
    const parts: Word[][] = [];
    for (const word of chunk.runs) {
      const before = parts.at(-1)?.at(-1);
      const gap = before === undefined ? 0 : word.box[0] - before.box[2];
      const isWide = gap > (mayRunOn(row, before ?? word, starts) ? widerThanBlank * row.blank : 0);
      const begins = isWide && starts.some((start) => isAt(word.box[0], start));
      if (before === undefined || begins) parts.push([word]);
      else parts.at(-1)?.push(word);
    }
    return parts.map(toChunk);
  });
}

/** True for a word of the only text of a line, from the first column on: it may run over all of them, if words do not begin at each. */
const mayRunOn = (row: TextRow, word: Word, starts: readonly number[]): boolean =>
  !beginsAtEach(row, starts) &&
  (row.chunks.length === 1 ? isAt(row.x0, starts[0]) : word.box[0] < (starts[1] ?? 0) - slack);

/** True for a line, one of whose words begins at each of the columns that it reaches, several beyond the first. */
function beginsAtEach({ words, x1 }: TextRow, starts: readonly number[]): boolean {
  const reached = starts.filter((start) => start < x1 - slack);
  return reached.length > 2 && reached.every((start) => words.some(({ box }) => isAt(box[0], start)));
}

/** The column that a text stands in, its own lines of a list set in; -1 where it stands in none. */
function columnOf({ x0, x1 }: Chunk, starts: readonly number[], before: Chunk | undefined): number {
  const column = starts.findLastIndex((start) => x0 >= start - slack);
  const start = starts[column] ?? Number.POSITIVE_INFINITY;
  const isSetIn = x0 - start <= deepest && (before === undefined || before.x1 < start || isListMark(before.text));
  const fits = x1 <= (starts[column + 1] ?? Number.POSITIVE_INFINITY) + slack;
  return (isAt(x0, start) || isSetIn) && fits ? column : -1;
}

/** True for a line whose texts each begin, and end, in a column. */
function isCells(row: TextRow, starts: readonly number[]): boolean {
  const texts = textsOf(row, starts);
  return texts.every((text, index) => columnOf(text, starts, texts[index - 1]) !== -1);
}

/** True for one text from the first column on into the next. */
function isAcross(row: TextRow, starts: readonly number[]): boolean {
  const texts = textsOf(row, starts);
  return texts.length === 1 && isAt(row.x0, starts[0]) && row.x1 > (starts[1] ?? Number.POSITIVE_INFINITY) + slack;
}

/** True for a row with words in a good part of its columns, all but one of which begin on its first line. */
function isFull({ lines }: Band, starts: readonly number[]): boolean {
  const [first] = lines;
  const filled = new Set(lines.flatMap((line) => columnsOf(line, starts)));
  const begun = new Set(first === undefined ? [] : columnsOf(first, starts));
  return filled.size >= Math.max(2, mostlyFilled * starts.length) && begun.size >= filled.size - 1;
}

function columnsOf(row: TextRow, starts: readonly number[]): readonly number[] {
  const texts = textsOf(row, starts);
  return texts.map((text, index) => columnOf(text, starts, texts[index - 1]));
}

function toRow({ kind, lines }: Band, starts: readonly number[]): BodyRow {
  const runs = new Map<number, Word[]>();
  for (const line of lines) {
    const texts = kind === 'across' ? line.chunks : textsOf(line, starts);
    for (const [index, text] of texts.entries()) {
      const column = kind === 'across' ? 0 : columnOf(text, starts, texts[index - 1]);
      runs.set(column, [...(runs.get(column) ?? []), ...text.runs]);
    }
  }
  const cells = [...runs].map(([from, own]) => ({ from, to: kind === 'across' ? starts.length - 1 : from, runs: own }));
  return {
    cells: cells.toSorted((a, b) => a.from - b.from),
    top: leastOf(lines, ({ top }) => top),
    bottom: mostOf(lines, ({ bottom }) => bottom),
  };
}
