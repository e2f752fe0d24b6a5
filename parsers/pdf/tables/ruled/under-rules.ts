import { middleX } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill } from '../../page/page-content.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { isListMark } from '../../text/markers.ts';
import { isNumericText } from '../../text/numbers.ts';
import { median, type TextRow, toTextRows } from '../../text/rows.ts';
import type { Edge, Edges } from './edge.ts';
import { crosses, type Joints, jointsAmong, partingBounds, slack, snap } from './joints.ts';
import { cutsAtLeads } from './label-rows.ts';

/** A rule over the columns of a table: `xs` bound them, one more than there are. */
export interface ColumnRule {
  readonly at: number;
  readonly xs: readonly number[];
  /** True where no rule of the same columns lies above it on the page. */
  readonly isFirst: boolean;
}

/** Bounds of two rows, of which the first may be a header or what a page's end left of a row. */
const fewestBounds = 3;
/** Ems: a value stands no further under its label than a cell's padding. */
const closeUnder = 0.6;
/** Lines of a text over several columns. */
const mostBandLines = 3;
/** Points by which items of a list are set in at most. */
const deepest = 30;
/** Times the size of most lines: a heading. */
const largerType = 1.12;
/** Points from painted names of columns to the text of the first row. */
const farthestHead = 8;
/** Ems: lines of one row are no further apart; a header stands no further above its rule. */
export const farthestLine = 1.7;

/**
 * Lines around the rows that stand above, between and below rules, and between their columns; up to the heading of what
 * follows. Null where the rules tell no table.
 * @param rule the first of the rules
 * @param further where rules and stripes below it part rows, from the top down; one over some columns parts rows in them
 *   alone
 * @param all the lines of text between the ends of the rules
 * @param stripes areas that are painted over all columns in one piece
 * @param heads boxes of rows of painted cells
 */
export function edgesUnderRule(
  rule: ColumnRule,
  further: readonly Edge[],
  all: readonly TextRow[],
  stripes: readonly Box[],
  heads: readonly Box[],
): Edges | null {
  const end = nextHeading(rule.at, all);
  const rows = end === undefined ? all : all.slice(0, all.indexOf(end));
  const parts = end === undefined ? further : further.filter(({ at }) => at < end.top);
  const below = rowBounds(rule, parts, rows, stripes);
  const head = headOver(below[0], heads);
  const bounds = head === undefined ? below : [atHeight(rule, head[1]), ...below];
  return bounds.length < fewestBounds ? null : edgesAround(rule.xs, bounds, rows, stripes);
}

/** The row of painted cells right above a table, under whose last column it ends: its header, whose first cell can be bare. */
const headOver = (top: Edge | undefined, heads: readonly Box[]): Box | undefined =>
  heads.find(
    ([left, , right, bottom]) =>
      top !== undefined &&
      Math.abs(bottom - top.at) <= farthestHead &&
      left >= top.from - slack &&
      Math.abs(right - top.to) <= slack,
  );

/** The first heading below a rule. */
function nextHeading(at: number, rows: readonly TextRow[]): TextRow | undefined {
  const below = rows.filter(({ top }) => top > at);
  const usual = median(below.map(({ size }) => size));
  return below.find((row) => isHeading(row, usual));
}

/** True for a line set larger than most by itself: the heading of what follows. */
export const isHeading = ({ chunks, size }: TextRow, usual: number): boolean =>
  chunks.length === 1 && size > largerType * usual;

/** Areas painted from one side to another in one piece. */
export const stripesOver = ({ from, to }: Pick<Edge, 'from' | 'to'>, fills: readonly Fill[]): readonly Box[] =>
  fills
    .filter(({ box, whole }) => whole && Math.abs(box[0] - from) <= slack && Math.abs(box[2] - to) <= slack)
    .map(({ box }) => box);

/** A rule over all columns at another height. */
export const atHeight = ({ xs }: Pick<ColumnRule, 'xs'>, at: number): Edge => ({
  at,
  from: xs[0] ?? 0,
  to: xs.at(-1) ?? 0,
});

/** Where rows begin and end, from the header's top to the bottom of the last. */
function rowBounds(
  rule: ColumnRule,
  inner: readonly Edge[],
  rows: readonly TextRow[],
  stripes: readonly Box[],
): readonly Edge[] {
  const header = rowsAbove(rule, rows);
  const top = header[0]?.top ?? rule.at;
  const end = inner.at(-1)?.at ?? rule.at;
  const isLabel = stripes.some((box) => Math.abs(box[3] - end) <= snap);
  const last = (isLabel ? valueUnder(end, rule, rows) : null) ?? lastRow(end, rule, rows);
  const whole = (at: number) => atHeight(rule, at);
  const bounds = [whole(top - 1), whole(rule.at), ...inner, ...(last === null ? [] : [whole(last + 1)])];
  return bounds.filter(({ at }, index) => index === 0 || at - (bounds[index - 1]?.at ?? 0) > snap);
}

/**
 * The lines right above a rule that stand in its columns, from the top down: its header, or all that stands there where
 * that is the end of a row from the page before.
 */
function rowsAbove({ at, xs, isFirst }: ColumnRule, rows: readonly TextRow[]): readonly TextRow[] {
  const joints = jointsAmong(xs, rows);
  const above = rows.filter(({ baseline }) => baseline < at);
  const isNear = at - (above.at(-1)?.bottom ?? 0) <= farthestLine * (above.at(-1)?.size ?? 0);
  if (isFirst && isNear && above.every((row) => fitsIn(row, joints)) && above.some((row) => row.x1 > (xs[1] ?? 0)))
    return above;
  const header: TextRow[] = [];
  const usual = median(rows.map(({ size }) => size));
  let below = at;
  for (const row of above.toReversed()) {
    const isNext = below - row.bottom <= (header.length === 0 ? farthestLine : 0.7) * row.size;
    if (!isNext || isHeading(row, usual) || (crosses(row, joints) && !beginsIn(row, joints))) break;
    header.unshift(row);
    below = row.top;
  }
  return header.some(({ chunks }) => chunks.length > 1) ? header : [];
}

const fitsIn = (row: TextRow, joints: Joints): boolean => !crosses(row, joints) && beginsIn(row, joints);

/** True for a line of which each text begins where those of a column do. */
function beginsIn({ chunks }: TextRow, { starts }: Joints): boolean {
  const isStart = (x: number) => starts.some((start) => start !== null && x >= start - slack && x < start + deepest);
  return chunks.filter(({ text }) => !isListMark(text)).every(({ x0 }) => isStart(x0));
}

/** The bottom of a last row that no stripe or rule closes; null where none stands there. */
function lastRow(from: number, { xs }: ColumnRule, rows: readonly TextRow[]): number | null {
  const joints = jointsAmong(xs, rows);
  const below = rows.filter(({ top }) => top > from - slack);
  const own: TextRow[] = [];
  for (const row of below) {
    const above = own.at(-1)?.bottom ?? from;
    if (row.top - above > farthestLine * row.size || crosses(row, joints)) break;
    own.push(row);
  }
  if (own.some(({ chunks }) => chunks.length > 1)) return own.at(-1)?.bottom ?? null;
  return isBandAtEnd(below, from, joints) ? (below.at(-1)?.bottom ?? null) : null;
}

/** The bottom of the text right under a last stripe that is painted in one piece: the value of its label; null for none. */
function valueUnder(from: number, { xs: [left = 0] }: ColumnRule, rows: readonly TextRow[]): number | null {
  let bottom = from;
  for (const { chunks, x0, top, bottom: end, size } of rows.filter((row) => row.top > from - slack)) {
    if (top - bottom > closeUnder * size || chunks.length > 1 || x0 - left > deepest) break;
    bottom = end;
  }
  return bottom > from ? bottom : null;
}

/** True for one text over several columns that begins where the first column's do, with nothing below it on the page. */
function isBandAtEnd(below: readonly TextRow[], from: number, joints: Joints): boolean {
  const [first] = below;
  const [start] = joints.starts;
  if (first === undefined || start == null || below.length > mostBandLines) return false;
  const isRight = below.every((row, index) => {
    const above = below[index - 1]?.bottom ?? from;
    return row.chunks.length === 1 && Math.abs(row.x0 - start) <= slack && row.top - above <= farthestLine * row.size;
  });
  return isRight && crosses(first, joints);
}

/** What stands between two rules. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly own: readonly TextRow[];
}

/**
 * Lines around the rows and between the columns; a text that stands alone on a stripe of one piece, what stands alone under that (a label
 * over its value), and one that stands over several columns part none. Null where a column has no text beside those of the others, or texts side by side, for then the joints do not tell the columns; where several lines of numbers stand in
 * one row, for then the rules do not tell the rows; and where no text wraps in its cell: such a table is told by its gaps as well, and a heading of several levels better.
 */
function edgesAround(
  xs: readonly number[],
  flat: readonly Edge[],
  rows: readonly TextRow[],
  stripes: readonly Box[],
): Edges | null {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const ys = flat.map(({ at }) => at);
  const upright: Edge[] = [];
  const bandBetween = (from: number, to: number): Band => ({
    from,
    to,
    own: rows.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to),
  });
  const drawn = ys.slice(1).map((to, index) => bandBetween(ys[index] ?? to, to));
  const cuts = drawn.flatMap(({ own }) => cutsAtLeads(linesIn(own, xs)));
  const bounds = [...ys, ...cuts].toSorted((a, b) => a - b);
  const bands = bounds.slice(1).map((to, index) => bandBetween(bounds[index] ?? to, to));
  const joints = jointsAmong(
    xs,
    bands.flatMap(({ own }) => own),
  );
  const [header, ...body] = bands;
  if (header === undefined || hasLevels(header.own, linePitch(rows))) return null;
  if (!bands.some(({ own }) => fillsColumns(own, xs))) return null;
  const isBand = (own: readonly TextRow[]) =>
    own.every(({ chunks }) => chunks.filter(({ text }) => !isListMark(text)).length <= 1) &&
    own.some((row) => crosses(row, joints));
  if (body.every(({ own }) => own.length < 2 && !isBand(own))) return null;
  const isList = (own: readonly TextRow[]) => isBand(own) && isListMark(own[0]?.chunks[0]?.text ?? '');
  if (body.some(({ own }) => !isList(own) && holdsRows(own, xs))) return null;
  const isTitle = ({ from, to, own }: Band) =>
    own.length === 1 &&
    own[0]?.chunks.length === 1 &&
    stripes.some((box) => Math.abs(box[1] - from) <= snap && Math.abs(box[3] - to) <= snap);
  for (const [index, band] of bands.entries()) {
    const { from, to, own } = band;
    const above = bands[index - 1];
    const isUnderTitle = above !== undefined && isTitle(above) && own.every(({ x1 }) => x1 < (xs[1] ?? 0));
    const parting = isBand(own) || isTitle(band) || isUnderTitle ? [] : partingBounds(own, joints);
    if (holdsColumns(own, [left, ...parting, right])) return null;
    upright.push(...[left, ...parting, right].map((at) => ({ at, from, to })));
  }
  return { flat: [...flat, ...cuts.map((at) => ({ at, from: left, to: right }))], upright };
}

/** The lines of each column between bounds. */
const linesIn = (rows: readonly TextRow[], xs: readonly number[]): readonly (readonly TextRow[])[] =>
  xs.slice(1).map((right, index) => {
    const left = xs[index] ?? right;
    return toTextRows(
      rows.flatMap(({ runs }) => runs.filter(({ box }) => middleX(box) > left && middleX(box) < right)),
    );
  });

/** True for names of columns one above the other, parted by white: a heading of several levels. */
const hasLevels = (lines: readonly TextRow[], pitch: number): boolean =>
  lines.every(({ words }) => words.every(({ bold }) => bold)) && toBands(lines, pitch).length > 1;

/** True for several lines of numbers, or stretches of text one above the other, parted by white, that fill most columns each. */
function holdsRows(lines: readonly TextRow[], xs: readonly number[]): boolean {
  if (lines.filter(isOfNumbers).length > 1) return true;
  const full = toBands(lines, linePitch(lines)).filter((band) => {
    const filled = xs.slice(1).filter((right, index) => {
      const left = xs[index] ?? 0;
      return band.some(({ words }) => words.some(({ box }) => middleX(box) > left && middleX(box) < right));
    });
    return filled[0] === xs[1] && filled.length > 0.5 * (xs.length - 1);
  });
  return full.length > 1;
}

const isOfNumbers = ({ chunks }: TextRow): boolean => chunks.filter(({ text }) => isNumericText(text)).length > 1;

const fillsColumns = (rows: readonly TextRow[], xs: readonly number[]): boolean =>
  xs.slice(1).every((right, index) => {
    const left = xs[index] ?? 0;
    return rows.some(({ words }) => words.some(({ box }) => middleX(box) > left && middleX(box) < right));
  });

/** True where two lines have texts side by side between the same two bounds; an item of a list is one text with its mark. */
function holdsColumns(rows: readonly TextRow[], xs: readonly number[]): boolean {
  return xs.slice(1).some((right, index) => {
    const left = xs[index] ?? 0;
    const several = rows.filter(
      ({ chunks }) =>
        chunks.filter(({ x0, x1, text }) => x0 > left - slack && x1 < right + slack && !isListMark(text)).length > 1,
    );
    return several.length > 1;
  });
}
