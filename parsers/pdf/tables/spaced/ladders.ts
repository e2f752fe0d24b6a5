import { containsPoint, intersection, middleX } from '../../../../src/lib/box.ts';
import { mostOf } from '../../../../src/lib/extremes.ts';
import type { Box } from '../../../../src/model/place.ts';
import { isListMark } from '../../text/markers.ts';
import { type Chunk, median, type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage, Word } from '../../text/words.ts';
import { paintedRows } from '../ruled/band-posts.ts';
import type { Edge } from '../ruled/edge.ts';
import { paintedIn } from '../ruled/jointed-rules.ts';
import { slack, snap } from '../ruled/joints.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { readRuledTables } from '../ruled/ruled-tables.ts';
import { atHeight, edgesUnderRule, isHeading, stripesOver } from '../ruled/under-rules.ts';
import { clearestPart, type Gutter, middleOf, whiteStrips } from './columns.ts';

/** Flat lines of one width, from the top down, between which the rows of a table stand. */
type Ladder = readonly Edge[];

/** Ems: text stands no further below a line than a cell's padding, else what lies between two lines is no row. */
const farthestBelow = 1.2;
/** Ems: the least white strip between two columns, wider than any blank between words; from the width on, nothing else need tell it. */
const leastStrip = 0.4;
const plainStrip = 1.1;
/** Share of a column's lines that begin at one place, where the strip before it is narrower. */
const mostlyAligned = 0.6;
/** Share of a table's cells. */
const leastFilled = 0.5;
/** Share of the rows with a text over several columns. */
const mostSpanning = 0.34;

/**
 * Tables without upright lines whose rows lie between flat lines of one width, drawn or the sides of stripes: white strips
 * that no word of any row crosses part their columns. A shorter rule parts rows in its columns alone.
 * @param flats flat lines and the sides of painted areas
 * @param rules flat lines
 * @param drawn boxes of the tables that other lines draw
 */
export function readLadderTables(
  flats: readonly Edge[],
  rules: readonly Edge[],
  { runs, fills }: Pick<TextPage, 'runs' | 'fills'>,
  drawn: readonly Box[],
): readonly RuledTable[] {
  const free = flats.filter(({ at, from, to }) => !drawn.some((box) => containsPoint(box, (from + to) / 2, at, snap)));
  const tables: RuledTable[] = [];
  const texts = toTextRows(runs);
  const heads = paintedRows(paintedIn(fills).map(({ box }) => box));
  for (const lines of sameWidths(free)) {
    const [first] = lines;
    if (first === undefined || lines.length < 3) continue;
    const within = runs.filter(({ box }) => box[0] > first.from - slack && middleX(box) < first.to);
    const rows = toTextRows(within);
    const stripes = stripesOver(first, fills);
    const ladders = toLadders(lines, rows);
    let reach = 0;
    for (const [index, ladder] of ladders.entries()) {
      const below = ladders[index + 1]?.[0]?.at ?? Number.POSITIVE_INFINITY;
      const own = rows.filter(({ top, bottom }) => top > reach - slack && bottom < below + slack);
      const found = tableOn({ ladder, rows: own, rules, stripes, heads }, within, index === 0).filter(
        ({ box }) =>
          [...drawn, ...tables.map((table) => table.box)].every((other) => intersection(other, box) === null) &&
          !texts.some((row) => runsOut(row, box)),
      );
      tables.push(...found);
      reach = Math.max(ladder.at(-1)?.at ?? 0, ...found.map(({ box }) => box[3]));
    }
  }
  return tables;
}

/** Lines that begin and end alike, from the top down. */
function sameWidths(flats: readonly Edge[]): readonly Ladder[] {
  const groups: Edge[][] = [];
  for (const flat of flats.toSorted((a, b) => a.at - b.at)) {
    const group = groups.find(
      ([first]) =>
        first !== undefined && Math.abs(first.from - flat.from) <= slack && Math.abs(first.to - flat.to) <= slack,
    );
    if (group === undefined) groups.push([flat]);
    else group.push(flat);
  }
  return groups;
}

/** Lines of one width cut where what lies between two of them is no row: nothing, text far below the upper one, or a heading. */
function toLadders(lines: Ladder, rows: readonly TextRow[]): readonly Ladder[] {
  const ladders: Edge[][] = [];
  const usual = median(rows.map(({ size }) => size));
  for (const line of lines) {
    const above = ladders.at(-1)?.at(-1);
    const between = above === undefined ? [] : linesBetween(rows, above.at, line.at);
    const [first] = between;
    const isNear = above !== undefined && first !== undefined && first.top - above.at <= farthestBelow * first.size;
    if (isNear && !between.some((row) => isHeading(row, usual))) ladders.at(-1)?.push(line);
    else ladders.push([line]);
  }
  return ladders;
}

const linesBetween = (rows: readonly TextRow[], from: number, to: number): readonly TextRow[] =>
  rows.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to);

/** True for a line with a text that stands on both sides of a side of a table. */
function runsOut({ chunks, baseline }: TextRow, [left, top, right, bottom]: Box): boolean {
  const isInside = ({ box }: Word) => middleX(box) > left && middleX(box) < right;
  return (
    baseline > top && baseline < bottom && chunks.some(({ words }) => words.some(isInside) && !words.every(isInside))
  );
}

/** Lines of one width, what stands between them, all the rules that may part rows there, what is painted over all of it, and rows of painted cells. */
interface Rungs {
  readonly ladder: Ladder;
  readonly rows: readonly TextRow[];
  readonly rules: readonly Edge[];
  readonly stripes: readonly Box[];
  readonly heads: readonly Box[];
}

function tableOn(
  { ladder, rows, rules, stripes, heads }: Rungs,
  within: readonly Word[],
  isFirst: boolean,
): readonly RuledTable[] {
  const [first, ...further] = ladder;
  if (first === undefined || further.length === 0) return [];
  const bands = further.map(({ at }, index) => linesBetween(rows, ladder[index]?.at ?? at, at));
  const strips = columnStrips(bands, first);
  if (strips.length === 0) return [];
  const rule = { at: first.at, xs: [first.from, ...strips.map(middleOf), first.to], isFirst };
  const short = rules.flatMap((other) => shortRule(other, ladder, strips));
  const below = [...further.map(({ at }) => atHeight(rule, at)), ...short].toSorted((a, b) => a.at - b.at);
  const edges = edgesUnderRule(rule, below, rows, isForm(bands) ? stripes : [], heads);
  return edges === null ? [] : readRuledTables(edges, within).filter(isFilled);
}

/** True where a text alone in its row stands under another, as the value of a form under its label. */
function isForm(bands: readonly (readonly TextRow[])[]): boolean {
  const isAlone = (band: readonly TextRow[] = []) => band.length > 0 && band.every(isOneText);
  return bands.some((band, index) => isAlone(bands[index - 1]) && isAlone(band));
}

/**
 * A line between those of a ladder that runs from one of its strips up to another or to its end, in whole columns: it parts
 * rows in them alone.
 */
function shortRule({ at, from, to }: Edge, ladder: Ladder, strips: readonly Gutter[]): readonly Edge[] {
  const [first, last] = [ladder[0], ladder.at(-1)];
  if (first === undefined || last === undefined || at < first.at + snap || at > last.at - snap) return [];
  if (ladder.some((line) => Math.abs(line.at - at) <= snap)) return [];
  const boundAt = (x: number): number | undefined => {
    const strip = strips.find((one) => x > one.from - slack && x < one.to + slack);
    return strip === undefined ? [first.from, first.to].find((end) => Math.abs(end - x) <= slack) : middleOf(strip);
  };
  const [left, right] = [boundAt(from), boundAt(to)];
  return left === undefined || right === undefined || right <= left ? [] : [{ at, from: left, to: right }];
}

/** True where enough cells hold words: between the lines of a chart few do. */
const isFilled = ({ cells }: RuledTable): boolean =>
  cells.filter(({ runs }) => runs.length > 0).length >= leastFilled * cells.length;

/** The white strips that most rows leave between their words: a text may stand over several columns of some. */
function columnStrips(bands: readonly (readonly TextRow[])[], { from, to }: Edge): readonly Gutter[] {
  const parted = bands.filter((band) => !band.every(isOneText));
  const lines = parted.flat();
  const size = median(lines.map((line) => line.size));
  const covered = parted.map((band) => stretchesOf(band, leastStrip * size));
  const strips = whiteStrips(covered, from, to, Math.floor(mostSpanning * parted.length))
    .filter((strip) => strip.to - strip.from >= leastStrip * size)
    .map((strip) => clearestPart(strip, covered.flat()));
  const kept: Gutter[] = [];
  for (const [index, strip] of strips.entries()) {
    const before = kept.at(-1)?.to ?? from;
    const beside = parted.filter((_, row) => !covered[row]?.some(({ x0, x1 }) => x0 < strip.from && x1 > strip.to));
    const isMarks = wordsIn(beside.flat(), before, strip.from).every(({ text }) => isGlyph(text));
    if (!isMarks && beginsColumn(strip, strips[index + 1]?.from ?? to, lines, size)) kept.push(strip);
  }
  return kept;
}

/** Stretches of one row of a table that words cover, with what is too narrow between them for a bound of columns. */
function stretchesOf(band: readonly TextRow[], least: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const marks = mostOf(band.map(({ chunks }) => chunks[0]).filter(isMark), ({ x1 }) => x1);
  for (const { box } of band.flatMap(({ words }) => words).toSorted((a, b) => a.box[0] - b.box[0])) {
    const last = stretches.at(-1);
    if (last === undefined || (box[0] - last.x1 >= least && !(stretches.length === 1 && last.x1 <= marks)))
      stretches.push(toStretch(box[0], box[2]));
    else stretches[stretches.length - 1] = toStretch(last.x0, Math.max(last.x1, box[2]));
  }
  return stretches;
}

/** True for a line of one text, the mark of its item apart. */
const isOneText = ({ chunks: [first, ...others] }: TextRow): boolean => others.length <= (isMark(first) ? 1 : 0);

/** True for the mark that an item of a list begins with. */
const isMark = (chunk: Chunk | undefined): chunk is Chunk => chunk?.words.every(({ text }) => isGlyph(text)) === true;

/** How far something reaches to the sides. */
interface Stretch {
  readonly x0: number;
  readonly x1: number;
  readonly box: Box;
}

const toStretch = (x0: number, x1: number): Stretch => ({ x0, x1, box: [x0, 0, x1, 0] });

const wordsIn = (lines: readonly TextRow[], from: number, to: number): readonly Word[] =>
  lines.flatMap(({ words }) => words.filter(({ box }) => middleX(box) > from && middleX(box) < to));

const isGlyph = (text: string): boolean => isListMark(text) && !/[\p{L}\p{N}]/u.test(text);

/** True for a wide strip, and for one right behind which most lines of its column begin. */
function beginsColumn(strip: Gutter, end: number, lines: readonly TextRow[], size: number): boolean {
  if (strip.to - strip.from >= plainStrip * size) return true;
  const starts = lines.flatMap(({ words }) => words.find(({ box }) => box[0] > strip.to - 1 && box[0] < end) ?? []);
  const aligned = starts.filter(({ box }) => box[0] - strip.to <= slack);
  return aligned.length > 1 && aligned.length >= mostlyAligned * starts.length;
}
