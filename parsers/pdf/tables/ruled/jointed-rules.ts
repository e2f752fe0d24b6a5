import { intersection } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill, Segment } from '../../page/page-content.ts';
import { isNumericText } from '../../text/numbers.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
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
    const parts = partsBelow(rule, rules, fills);
    if (parts.length < 2) continue;
    if (before === null || !hasSameJoints(rule, before)) within = runs.filter((run) => liesUnder(run, rule));
    before = rule;
    const rows = toTextRows(within);
    const edges = jointedEdges(rule.xs, rowBounds(rule, parts, rows), rows);
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

const liesUnder = ({ box }: Word, { xs }: JointedRule): boolean =>
  box[0] > (xs[0] ?? 0) - slack && box[2] < (xs.at(-1) ?? 0) + slack;

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
  const header = headerRows(rule, rows);
  const top = header[0]?.top ?? rule.at;
  const last = lastRow(inner.at(-1) ?? rule.at, rule, rows);
  const bounds = [top - 1, rule.at, ...inner, ...(last === null ? [] : [last + 1])];
  return bounds.filter((at, index) => index === 0 || at - (bounds[index - 1] ?? 0) > snap);
}

const hasSameJoints = (a: JointedRule, b: JointedRule): boolean =>
  a.xs.length === b.xs.length && a.xs.every((x, index) => Math.abs(x - (b.xs[index] ?? 0)) <= slack);

/** The lines right above a rule that stand in its columns, from the top down. */
function headerRows({ at, xs }: JointedRule, rows: readonly TextRow[]): readonly TextRow[] {
  const header: TextRow[] = [];
  let below = at;
  for (const row of rows.filter(({ baseline }) => baseline < at).toReversed()) {
    if (below - row.bottom > (header.length === 0 ? farthestLine : 0.7) * row.size || crosses(row, xs)) break;
    header.unshift(row);
    below = row.top;
  }
  return header.some(({ chunks }) => chunks.length > 1) ? header : [];
}

/** The bottom of a last row that no stripe or rule closes; null where none stands there. */
function lastRow(from: number, { xs }: JointedRule, rows: readonly TextRow[]): number | null {
  const own: TextRow[] = [];
  for (const row of rows.filter(({ top }) => top > from - slack)) {
    const above = own.at(-1)?.bottom ?? from;
    if (row.top - above > farthestLine * row.size || crosses(row, xs)) break;
    own.push(row);
  }
  return own.some(({ chunks }) => chunks.length > 1) ? (own.at(-1)?.bottom ?? null) : null;
}

const crosses = ({ chunks }: TextRow, xs: readonly number[]): boolean => xs.some((x) => chunks.some(isOver(x)));

const isOver = (x: number) => (chunk: { readonly x0: number; readonly x1: number }) =>
  chunk.x0 < x - 1 && chunk.x1 > x + 1;

/**
 * Lines around the rows and between the columns; a text that stands over several columns parts none. Null where a column
 * has no header or texts side by side, for then the joints do not tell the columns; where several lines of numbers stand in
 * one row, for then the rules do not tell the rows; and where no text wraps in its cell: such a table is told by its gaps as well, and a heading of several levels better.
 */
function jointedEdges(xs: readonly number[], ys: readonly number[], rows: readonly TextRow[]): Edges | null {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const upright: Edge[] = [];
  const bands = ys.slice(1).map((to, index) => {
    const from = ys[index] ?? to;
    return { from, to, own: rows.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to) };
  });
  const [header, ...body] = bands;
  if (header === undefined || !fillsColumns(header.own, xs)) return null;
  if (body.every(({ own }) => own.length < 2) || body.some(({ own }) => own.filter(isOfNumbers).length > 1))
    return null;
  for (const { from, to, own } of bands) {
    const chunks = own.flatMap((row) => row.chunks);
    const isBand = chunks.length === 1 && chunks.some((chunk) => xs.some((x) => isOver(x)(chunk)));
    const parting = isBand ? [] : xs.slice(1, -1).filter((x) => !chunks.some(isOver(x)));
    if (holdsColumns(own, [left, ...parting, right])) return null;
    upright.push(...[left, ...parting, right].map((at) => ({ at, from, to })));
  }
  return { flat: ys.map((at) => ({ at, from: left, to: right })), upright };
}

const isOfNumbers = ({ chunks }: TextRow): boolean => chunks.filter(({ text }) => isNumericText(text)).length > 1;

const fillsColumns = (rows: readonly TextRow[], xs: readonly number[]): boolean =>
  xs.slice(1).every((right, index) => {
    const left = xs[index] ?? 0;
    return rows.some(({ chunks }) => chunks.some(({ x0, x1 }) => (x0 + x1) / 2 > left && (x0 + x1) / 2 < right));
  });

/** True where two lines have texts side by side between the same two bounds. */
function holdsColumns(rows: readonly TextRow[], xs: readonly number[]): boolean {
  return xs.slice(1).some((right, index) => {
    const left = xs[index] ?? 0;
    const several = rows.filter(
      ({ chunks }) => chunks.filter(({ x0, x1 }) => x0 > left - slack && x1 < right + slack).length > 1,
    );
    return several.length > 1;
  });
}
