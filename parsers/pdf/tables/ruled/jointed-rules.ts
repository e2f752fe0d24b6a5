import { intersection, middleX } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill, Segment } from '../../page/page-content.ts';
import { linePitch, toBands } from '../../text/bands.ts';
import { isListMark } from '../../text/markers.ts';
import { isNumericText } from '../../text/numbers.ts';
import { median, type TextRow, toTextRows } from '../../text/rows.ts';
import type { Word } from '../../text/words.ts';
import type { Edge, Edges } from './edge.ts';
import { isWhite } from './edges.ts';
import type { RuledTable } from './ruled-table.ts';
import { readRuledTables } from './ruled-tables.ts';

/** A rule drawn piece by piece, as producers draw the border below each cell of a row: `xs` are the ends of its pieces. */
interface JointedRule {
  readonly at: number;
  readonly xs: readonly number[];
}

/** Points by which ends that belong together differ at most. */
const slack = 1.5;
/** Points: rules this close are the two sides of one. */
const snap = 2.6;
const fewestColumns = 3;
/** Bounds of two rows, of which the first may be a header or what a page's end left of a row. */
const fewestBounds = 3;
/** Points by which items of a list are set in at most. */
const deepest = 30;
/** Times the size of most lines: a heading. */
const largerType = 1.12;
/** Ems: a wider blank between two words is none of their text's. */
const widestBlank = 0.36;
/** Ems: lines of one row are no further apart; a header stands no further above its rule. */
const farthestLine = 1.7;

/**
 * Tables without upright lines under a rule that is drawn cell by cell: its joints tell the columns, and the stripes and
 * rules of its width below it tell the rows, whatever stands in the cells and wherever in their height.
 * @param drawn boxes of the tables that lines draw
 */
export function readJointedTables(
  segments: readonly Segment[],
  fills: readonly Fill[],
  runs: readonly Word[],
  drawn: readonly Box[],
): readonly RuledTable[] {
  const rules = toJointedRules(segments);
  const tables: RuledTable[] = [];
  let within: readonly Word[] = [];
  let before: JointedRule | null = null;
  for (const rule of rules) {
    if (rule.at < (tables.at(-1)?.box[3] ?? 0) + slack) continue;
    const further = partsBelow(rule, rules, fills);
    if (further.length === 0) continue;
    if (before === null || !hasSameJoints(rule, before)) within = runs.filter((run) => liesUnder(run, rule));
    before = rule;
    const all = toTextRows(within);
    const end = nextHeading(rule.at, all);
    const rows = end === undefined ? all : all.slice(0, all.indexOf(end));
    const parts = end === undefined ? further : further.filter((at) => at < end.top);
    const bounds = rowBounds(rule, parts, rows);
    const edges = bounds.length < fewestBounds ? null : jointedEdges(rule.xs, bounds, rows);
    const found = edges === null ? [] : readRuledTables(edges, within);
    tables.push(...found.filter(({ box }) => drawn.every((other) => intersection(other, box) === null)));
  }
  return tables;
}

/** Rules of three and more pieces that touch each other, from the top down. */
function toJointedRules(segments: readonly Segment[]): readonly JointedRule[] {
  const flat = segments.filter(({ y0, y1, colour }) => y0 === y1 && !isWhite(colour));
  const groups: Segment[][] = [];
  for (const segment of flat.toSorted((a, b) => a.y0 - b.y0)) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && segment.y0 - group[0].y0 <= snap) group.push(segment);
    else groups.push([segment]);
  }
  return groups.flatMap((group) => {
    const xs = jointsOf(group);
    return xs === null ? [] : [{ at: group.at(-1)?.y0 ?? 0, xs }];
  });
}

/** The ends of pieces that lie side by side; null where they leave gaps, lie over each other, or are too few. */
function jointsOf(pieces: readonly Segment[]): readonly number[] | null {
  const xs: number[] = [];
  for (const { x0, x1 } of pieces.toSorted((a, b) => a.x0 - b.x0 || a.x1 - b.x1)) {
    const [before, last] = [xs.at(-2), xs.at(-1)];
    if (last === undefined) xs.push(x0, x1);
    else if (Math.abs(x0 - last) <= slack) xs.push(x1);
    else if (before === undefined || Math.abs(x0 - before) > slack || Math.abs(x1 - last) > slack) return null;
  }
  return xs.length > fewestColumns && xs.every((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > 4) ? xs : null;
}

/** A word too long for the last column ends beyond it. */
const liesUnder = ({ box }: Word, { xs }: JointedRule): boolean =>
  box[0] > (xs[0] ?? 0) - slack && middleX(box) < (xs.at(-1) ?? 0);

/** The first line below a rule that is set larger than most by itself: the heading of what follows. */
function nextHeading(at: number, rows: readonly TextRow[]): TextRow | undefined {
  const below = rows.filter(({ top }) => top > at);
  const usual = median(below.map(({ size }) => size));
  return below.find(({ chunks, size }) => chunks.length === 1 && size > largerType * usual);
}

/** Where the stripes and rules below a rule part rows, from the top down. */
function partsBelow(rule: JointedRule, rules: readonly JointedRule[], fills: readonly Fill[]): readonly number[] {
  const [left = 0, right = 0] = [rule.xs[0], rule.xs.at(-1)];
  const isWide = ({ box, whole }: Fill) =>
    whole && Math.abs(box[0] - left) <= slack && Math.abs(box[2] - right) <= slack && box[3] > rule.at;
  const stripes = fills.filter(isWide).flatMap(({ box }) => [box[1], box[3]]);
  const below = rules.filter((other) => other.at > rule.at + snap && hasSameJoints(other, rule)).map(({ at }) => at);
  return [...stripes, ...below].filter((at) => at > rule.at + snap).toSorted((a, b) => a - b);
}

/** Where rows begin and end, from the header's top to the bottom of the last. */
function rowBounds(rule: JointedRule, inner: readonly number[], rows: readonly TextRow[]): readonly number[] {
  const header = rowsAbove(rule, rows);
  const top = header[0]?.top ?? rule.at;
  const last = lastRow(inner.at(-1) ?? rule.at, rule, rows);
  const bounds = [top - 1, rule.at, ...inner, ...(last === null ? [] : [last + 1])];
  return bounds.filter((at, index) => index === 0 || at - (bounds[index - 1] ?? 0) > snap);
}

const hasSameJoints = (a: JointedRule, b: JointedRule): boolean =>
  a.xs.length === b.xs.length && a.xs.every((x, index) => Math.abs(x - (b.xs[index] ?? 0)) <= slack);

/** The lines right above a rule that stand in its columns, from the top down: its header, or the end of a row from the page before. */
function rowsAbove({ at, xs }: JointedRule, rows: readonly TextRow[]): readonly TextRow[] {
  const joints = jointsAmong(xs, rows);
  const above = rows.filter(({ baseline }) => baseline < at);
  const cut = above.every((row) => isCutOff(row, joints));
  const header: TextRow[] = [];
  let below = at;
  for (const row of above.toReversed()) {
    const farthest = header.length === 0 || cut ? farthestLine : 0.7;
    if (below - row.bottom > farthest * row.size || crosses(row, joints)) break;
    header.unshift(row);
    below = row.top;
  }
  return header.length === above.length && cut ? header : header.some(({ chunks }) => chunks.length > 1) ? header : [];
}

/** True for a line of which each text begins where those of a column do, and none in the first one. */
function isCutOff({ chunks }: TextRow, { xs, starts }: Joints): boolean {
  const texts = chunks.filter(({ text }) => !isListMark(text));
  const inColumn = (x: number) => starts.some((start) => start !== null && x >= start - slack && x < start + deepest);
  return texts.every(({ x0 }) => x0 > (xs[1] ?? 0) && inColumn(x0));
}

/** The bottom of a last row that no stripe or rule closes; null where none stands there. */
function lastRow(from: number, { xs }: JointedRule, rows: readonly TextRow[]): number | null {
  const joints = jointsAmong(xs, rows);
  const own: TextRow[] = [];
  for (const row of rows.filter(({ top }) => top > from - slack)) {
    const above = own.at(-1)?.bottom ?? from;
    if (row.top - above > farthestLine * row.size || crosses(row, joints)) break;
    own.push(row);
  }
  return own.some(({ chunks }) => chunks.length > 1) ? (own.at(-1)?.bottom ?? null) : null;
}

/** Where rules are jointed, and where the texts between two joints mostly begin. */
interface Joints {
  readonly xs: readonly number[];
  /** For each column, null where its texts begin here and there. */
  readonly starts: readonly (number | null)[];
}

function jointsAmong(xs: readonly number[], rows: readonly TextRow[]): Joints {
  const starts = xs.slice(1).map((right, index) => {
    const left = xs[index] ?? 0;
    const firsts = rows.flatMap(({ words }) => words.find(({ box }) => box[0] > left - 1 && box[0] < right) ?? []);
    return commonStart(firsts.map(({ box }) => box[0]));
  });
  return { xs, starts };
}

/** The position that most of some positions are at; null where fewer are. */
function commonStart(positions: readonly number[]): number | null {
  const byPoint = Map.groupBy(positions, (position) => Math.round(position));
  const [most = []] = [...byPoint.values()].toSorted((a, b) => b.length - a.length);
  return most.length > 1 && most.length >= 0.5 * positions.length ? (most[0] ?? null) : null;
}

const crosses = (row: TextRow, joints: Joints): boolean => joints.xs.some((_, index) => isOver(row, joints, index));

/**
 * True for a text over a joint: a word stands on it that does not begin a cell's text and is too long for the cell, or the
 * blank there is no wider than one between words and no cell's text begins behind it.
 */
function isOver({ words, size }: TextRow, { xs, starts }: Joints, index: number): boolean {
  const x = xs[index] ?? 0;
  const begins = ({ box }: Word, column: number) => Math.abs(box[0] - (starts[column] ?? Number.NaN)) <= slack;
  const at = words.findIndex(({ box }) => box[2] > x + 1 && middleX(box) > x);
  const [before, after] = [words[at === -1 ? words.length - 1 : at - 1], words[at]];
  if (before !== undefined && before.box[2] > x + 1 && !begins(before, index - 1)) return true;
  if (after === undefined) return false;
  if (after.box[0] < x - 1) return !begins(after, index - 1);
  return before !== undefined && after.box[0] - before.box[2] < widestBlank * size && !begins(after, index);
}

/**
 * Lines around the rows and between the columns; a text that stands over several columns parts none. Null where a column
 * has no text beside those of the others, or texts side by side, for then the joints do not tell the columns; where several lines of numbers stand in
 * one row, for then the rules do not tell the rows; and where no text wraps in its cell: such a table is told by its gaps as well, and a heading of several levels better.
 */
function jointedEdges(xs: readonly number[], ys: readonly number[], rows: readonly TextRow[]): Edges | null {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const upright: Edge[] = [];
  const bands = ys.slice(1).map((to, index) => {
    const from = ys[index] ?? to;
    return { from, to, own: rows.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to) };
  });
  const joints = jointsAmong(
    xs,
    bands.flatMap(({ own }) => own),
  );
  const [, ...body] = bands;
  if (!bands.some(({ own }) => fillsColumns(own, xs))) return null;
  if (body.every(({ own }) => own.length < 2) || body.some(({ own }) => holdsRows(own, xs))) return null;
  for (const { from, to, own } of bands) {
    const chunks = own.flatMap((row) => row.chunks);
    const isBand = chunks.length === 1 && own.some((row) => crosses(row, joints));
    const isParted = (index: number) => !own.some((row) => isOver(row, joints, index));
    const parting = isBand ? [] : xs.slice(1, -1).filter((_, index) => isParted(index + 1));
    if (holdsColumns(own, [left, ...parting, right])) return null;
    upright.push(...[left, ...parting, right].map((at) => ({ at, from, to })));
  }
  return { flat: ys.map((at) => ({ at, from: left, to: right })), upright };
}

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
