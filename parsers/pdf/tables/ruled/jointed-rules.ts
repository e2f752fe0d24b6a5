import { containsPoint, intersection, middleX } from '../../../../src/lib/box.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { Fill, Segment } from '../../page/page-content.ts';
import { type TextRow, toTextRows } from '../../text/rows.ts';
import type { TextPage, Word } from '../../text/words.ts';
import { bandPosts, paintedRows } from './band-posts.ts';
import type { Edge } from './edge.ts';
import { isWhite } from './edges.ts';
import { slack, snap } from './joints.ts';
import type { RuledTable } from './ruled-table.ts';
import { readRuledTables } from './ruled-tables.ts';
import { atHeight, type ColumnRule, edgesUnderRule, farthestLine, stripesOver } from './under-rules.ts';

const fewestColumns = 3;

/**
 * Tables without upright lines under a rule that is drawn cell by cell, or a stripe that is painted so: its joints tell the
 * columns, and the stripes and rules of its width below it tell the rows, whatever stands in the cells and wherever in
 * their height. Shorter rules from joint to joint part rows in their columns alone: the other cells go on past them.
 * @param flats the page's flat lines
 * @param known boxes of the tables that lines draw
 */
export function readJointedTables(
  { segments, fills, runs }: Pick<TextPage, 'segments' | 'fills' | 'runs'>,
  flats: readonly Edge[],
  known: readonly Box[],
): readonly RuledTable[] {
  const painted = paintedIn(fills);
  const rules = toJointedRules([...segments, ...stripeSides(painted)]);
  const heads = paintedRows(painted.map(({ box }) => box));
  const free = flats.filter(({ at, from, to }) => !known.some((box) => containsPoint(box, (from + to) / 2, at, snap)));
  const tables: RuledTable[] = [];
  let within: readonly Word[] = [];
  let before: ColumnRule | null = null;
  let refused: ColumnRule | null = null;
  for (const rule of rules) {
    const reach = tables.at(-1)?.box[3] ?? 0;
    if (rule.at < reach + slack || (refused !== null && hasSameJoints(rule, refused))) continue;
    const stripes = stripesOver({ from: rule.xs[0] ?? 0, to: rule.xs.at(-1) ?? 0 }, fills).filter(
      (box) => box[3] > rule.at,
    );
    const further = partsBelow(rule, stripes, rules, free);
    if (further.length === 0) continue;
    if (before === null || !hasSameJoints(rule, before)) within = runs.filter((run) => liesUnder(run, rule));
    before = rule;
    const rows = toTextRows(within);
    const [first = rule.at, ...inner] = rulesAbove(rule, free, rows).filter((at) => at > reach + slack);
    const parts = [...inner, ...(first < rule.at ? [rule.at] : [])].map((at) => atHeight(rule, at));
    const edges = edgesUnderRule({ ...rule, at: first }, [...parts, ...further], rows, stripes, heads);
    refused = edges === null ? rule : null;
    const found = edges === null ? [] : readRuledTables(edges, within);
    tables.push(...found.filter(({ box }) => known.every((other) => intersection(other, box) === null)));
  }
  return tables;
}

/** Areas that are painted over a whole and not in white. */
export const paintedIn = (fills: readonly Fill[]): readonly Fill[] =>
  fills.filter(({ whole, colour }) => whole && !isWhite(colour));

/** Tops and bottoms of painted cells where bare rows lie between them; cells painted without a break draw their table. */
function stripeSides(painted: readonly Fill[]): readonly FlatPiece[] {
  if (!bandPosts(painted.map(({ box }) => box)).some(({ from, to }) => to - from > snap)) return [];
  return painted.flatMap(({ box: [x0, y0, x1, y1], colour }) =>
    [y0, y1].map((y) => ({ x0, y0: y, x1, y1: y, colour })),
  );
}

type FlatPiece = Pick<Segment, 'x0' | 'y0' | 'x1' | 'y1' | 'colour'>;

/** Rules of three and more pieces that touch each other, from the top down. */
function toJointedRules(segments: readonly FlatPiece[]): readonly ColumnRule[] {
  const flat = segments.filter(({ y0, y1, colour }) => y0 === y1 && !isWhite(colour));
  const groups: FlatPiece[][] = [];
  for (const segment of flat.toSorted((a, b) => a.y0 - b.y0)) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && segment.y0 - group[0].y0 <= snap) group.push(segment);
    else groups.push([segment]);
  }
  const rules = groups.flatMap((group) => {
    const xs = jointsOf(group);
    return xs === null ? [] : [{ at: group.at(-1)?.y0 ?? 0, xs }];
  });
  return rules.map((rule, index) => ({
    ...rule,
    isFirst: !rules.slice(0, index).some((other) => hasSameJoints(rule, other)),
  }));
}

/** True for a piece over several others, as the side of a band is that stands over or under cells. */
const isOverOthers = (piece: FlatPiece, pieces: readonly FlatPiece[]): boolean =>
  pieces.filter(
    ({ x0, x1 }) => x0 >= piece.x0 - slack && x1 <= piece.x1 + slack && x1 - x0 < piece.x1 - piece.x0 - slack,
  ).length > 1;

/** The ends of pieces that lie side by side; null where they leave gaps, lie over each other, or are too few. */
function jointsOf(all: readonly FlatPiece[]): readonly number[] | null {
  const pieces = all.filter((piece) => !isOverOthers(piece, all));
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
const liesUnder = ({ box }: Word, { xs }: ColumnRule): boolean =>
  box[0] > (xs[0] ?? 0) - slack && middleX(box) < (xs.at(-1) ?? 0);

/**
 * From the top down, rules over all columns in one piece that lie above a rule with the text of a band or the cells of a row right between
 * them: those above and below a band, where no joints show.
 */
function rulesAbove({ at, xs }: ColumnRule, flats: readonly Edge[], rows: readonly TextRow[]): readonly number[] {
  const found: number[] = [];
  const whole = flats.filter(
    ({ from, to }) => Math.abs(from - (xs[0] ?? 0)) <= slack && Math.abs(to - (xs.at(-1) ?? 0)) <= slack,
  );
  for (const flat of whole.filter((one) => one.at < at - snap).toSorted((a, b) => b.at - a.at)) {
    const end = found[0] ?? at;
    const between = rows.filter(({ baseline }) => baseline > flat.at && baseline < end);
    const [above, last] = [between[0], between.at(-1)];
    const isRow =
      above !== undefined &&
      last !== undefined &&
      (above === last || between.some(({ chunks }) => chunks.length > 1)) &&
      above.top - flat.at < farthestLine * above.size &&
      end - last.bottom < farthestLine * last.size;
    if (!isRow) break;
    found.unshift(flat.at);
  }
  return found;
}

/** Where stripes and rules below a rule part rows, from the top down; rules over some of its columns beside those over all. */
function partsBelow(
  rule: ColumnRule,
  stripes: readonly Box[],
  rules: readonly ColumnRule[],
  flats: readonly Edge[],
): readonly Edge[] {
  const below = rules.filter((other) => hasSameJoints(other, rule)).map(({ at }) => at);
  const whole = [...stripes.flatMap((box) => [box[1], box[3]]), ...below].filter((at) => at > rule.at + snap);
  if (whole.length === 0) return [];
  const short = flats.filter((flat) => {
    const isApart = whole.every((at) => Math.abs(at - flat.at) > snap);
    return isApart && flat.at > rule.at + snap && runsFromJointToJoint(flat, rule);
  });
  return [...whole.map((at) => atHeight(rule, at)), ...short].toSorted((a, b) => a.at - b.at);
}

const runsFromJointToJoint = ({ from, to }: Edge, { xs }: ColumnRule): boolean =>
  [from, to].every((end) => xs.some((x) => Math.abs(x - end) <= slack));

const hasSameJoints = (a: Pick<ColumnRule, 'xs'>, b: Pick<ColumnRule, 'xs'>): boolean =>
  a.xs.length === b.xs.length && a.xs.every((x, index) => Math.abs(x - (b.xs[index] ?? 0)) <= slack);
